import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SAMPLE = readFileSync(join(ROOT, 'examples/roster.csv'), 'utf8');

interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

/** A directory for rosters of our own, which is the demo's temporary directory as well: what it leaves is seen here. */
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'rollcall-demo-test-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const demo = (...parameters: readonly string[]): Promise<Ended> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      ['local/demo/demo.ts', ...parameters],
      { cwd: ROOT, env: { ...process.env, TMPDIR: folder } },
      (error, stdout, stderr) =>
        resolve({ code: error ? (error.code ?? error.signal ?? null) : 0, stdout, stderr }),
    );
  });

/** The outcome that the demo printed for each person, by name: the first and the fourth of its aligned columns. */
const outcomesIn = (stdout: string): Record<string, string> =>
  Object.fromEntries(
    stdout
      .split('\n')
      .filter((line) => /\d\.\d s/.test(line))
      .map((line) => [line.slice(0, 28).trim(), line.slice(59, 79).trim()]),
  );

/** What still runs with our folder on its command line, as the database would. */
const processesOnFolder = (): readonly string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder));

const rosterFile = (name: string, csv: string): string => {
  const path = join(folder, name);
  writeFileSync(path, csv);
  return path;
};

describe('npm run demo', { timeout: 240_000 }, () => {
  it('A-10 A-11 D-9 X-1 onboards the sample roster, each person as the roster expects, and leaves nothing', async () => {
    const { code, stdout, stderr } = await demo();
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('onboarded 28 · invited 22 · deactivated 4 · failed 0');
    expect(outcomesIn(stdout)).toMatchObject({
      'Renée Abernathy-Cole': 'invited',
      'Graciela Fuentes Ibáñez': 'parked-then-invited',
      'Henrik Sørensen': 'active',
      'Bob Nakamura': 'deactivated',
    });
    expect(stdout).toContain('parked at AssignLicenses: license-not-in-plan');
    expect(stdout).toContain('waits for lmp');
    expect(stdout).toContain('Harbour Lane: lmp 0 of 25 free');
    expect(stdout).toMatch(/jasmine\.okonkwo opened the invitation .* and signed in: Call agent/);
    expect(readdirSync(folder)).toEqual([]);
    expect(processesOnFolder()).toEqual([]);
  });

  it('exits with 1 and says which row, when one ends otherwise than the roster expects', async () => {
    const [header = '', ...rows] = SAMPLE.trim().split('\n');
    const promised = rows
      .filter((row) => row.startsWith('Kateryna'))
      .map((row) => row.replace('invited', 'deactivated'));
    const clash = rows
      .filter((row) => row.startsWith('Marcus'))
      .map((row) => row.replace('marcus.whitfield,', 'kateryna.shevchenko,'));
    const path = rosterFile('other.csv', [header, ...promised, ...clash].join('\n'));
    const { code, stdout, stderr } = await demo(path);
    rmSync(path);
    expect(code).toBe(1);
    expect(stderr).toContain('line 2, kateryna.shevchenko: expected deactivated, but invited');
    expect(stderr).toContain('409: A user with this login ID already exists.; /profile/loginId');
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('onboarded 1 · invited 1 · deactivated 0 · failed 2');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('refuses a bad or missing roster with one line per fault, before it starts anything', async () => {
    const path = rosterFile(
      'bad.csv',
      SAMPLE.replace('+12125550101', '555-0101').replace('lmp;voip', 'gold'),
    );
    const bad = await demo(path);
    rmSync(path);
    expect(bad.code).toBe(1);
    expect(bad.stdout).toBe('');
    expect(bad.stderr.trimEnd().split('\n')).toHaveLength(2);
    expect(bad.stderr).toMatch(/bad\.csv: line 2, column phone: must be a phone number/);
    expect(bad.stderr).toMatch(/bad\.csv: line 2, column licenses: must/);
    const missing = await demo(join(folder, 'none.csv'));
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/none\.csv: cannot be read\n$/);
  });
});
