import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openDoor } from '../../../local/door.ts';
import { PROJECT_ROOT, WORK_DIRECTORY } from '../../../local/project.ts';
import { signIn } from '../../../local/sign-in.ts';
import { synthesize } from '../../../local/synthesize.ts';
import { temporaryDirectory } from './fixture/fixture.ts';

/** Four free ports in a row, as `--port` wants them. Below the range the system hands out by itself. */
const freePorts = async (): Promise<number> => {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const port = 10_000 + Math.floor(Math.random() * 20_000);
    const doors = await Promise.allSettled([0, 1, 2, 3].map((offset) => openDoor(port + offset)));
    await Promise.all(doors.map((door) => door.status === 'fulfilled' && door.value.stop()));
    if (doors.every(({ status }) => status === 'fulfilled')) return port;
  }
  throw new Error('no four free ports in a row');
};

const launch = (commandLine: readonly string[], environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'local/start.ts'), ...commandLine], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let errors = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code);
  const ready = () =>
    vi.waitFor(() => expect(output + errors).toMatch(/^ready$/m), { timeout: 90_000, interval: 50 });
  return { child, ended, ready, output: () => output, errors: () => errors };
};

/** Command lines of the processes that work on a data directory: the JVM and its supervisor. */
const processesOn = (dataDirectory: string) =>
  execFileSync('ps', ['ax', '-o', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(`-dbPath ${dataDirectory}`));

describe('npm start refuses with one line', () => {
  const refusal = async (commandLine: readonly string[], environment?: Record<string, string>) => {
    const started = launch(commandLine, environment);
    const code = await started.ended;
    expect(code).toBe(1);
    expect(started.output()).toBe('');
    const lines = started.errors().trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    return lines[0];
  };
  const onFreePorts = async () => ['--port', String(await freePorts()), '--data', temporaryDirectory()];

  it('a port that is in use', async () => {
    const port = await freePorts();
    const other = createServer().listen(port + 1, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    expect(await refusal(['--port', String(port), '--data', temporaryDirectory()])).toBe(
      `rollcall: port ${port + 1} is in use: stop what uses it, or choose others with --port N`,
    );
  });

  it.each([
    [['--port', 'x'], '--port must be a whole number from 1 to 65532, not x'],
    [['--port', '65533'], '--port must be a whole number from 1 to 65532, not 65533'],
    [['--colour'], /^Unknown option '--colour'.*npm start/],
    [['--data', ''], /^--data must name a directory/],
  ])('the options %j', async (commandLine, message) => {
    const line = await refusal(commandLine);
    expect(line?.replace('rollcall: ', '')).toMatch(message);
  });

  it('a machine without Java', async () => {
    const line = await refusal(await onFreePorts(), { JAVA_HOME: '/nowhere' });
    expect(line).toMatch(/Java 11 or newer is needed .* "\/nowhere\/bin\/java" is none/);
  });

  it('an old Java', async () => {
    const home = temporaryDirectory();
    mkdirSync(join(home, 'bin'));
    const java = join(home, 'bin/java');
    writeFileSync(java, '#!/bin/sh\necho \'java version "1.8.0_392"\' >&2\n');
    chmodSync(java, 0o755);
    const line = await refusal(await onFreePorts(), { JAVA_HOME: home });
    expect(line).toMatch(/Java 11 or newer is needed .* is Java 8/);
  });

  it.each(['cognito.sqlite', 'executions.sqlite', 'dynamodb/shared-local-instance.db'])(
    'a data directory whose %s is damaged',
    async (file) => {
      const data = temporaryDirectory();
      mkdirSync(join(data, 'dynamodb'));
      writeFileSync(join(data, 'lock.sqlite'), '');
      writeFileSync(join(data, file), 'this is no database, whatever its name says'.repeat(50));
      expect(await refusal(['--data', data, '--port', String(await freePorts())])).toBe(
        `rollcall: ${join(data, file)} is damaged: start with --reset to begin anew`,
      );
    },
  );

  it('a directory that holds other things, even to reset it', async () => {
    const data = temporaryDirectory();
    writeFileSync(join(data, 'thesis.txt'), 'years of work');
    for (const options of [[], ['--reset']]) {
      expect(await refusal(['--data', data, ...options])).toMatch(
        /holds other files and no data of Rollcall's/,
      );
    }
    expect(readFileSync(join(data, 'thesis.txt'), 'utf8')).toBe('years of work');
  });
});

describe('npm start', () => {
  beforeAll(() => synthesize(), 120_000);

  it('is there again at once after kill -9, and leaves nothing behind after Ctrl-C', async () => {
    const data = temporaryDirectory();
    const port = await freePorts();
    const options = ['--data', data, '--port', String(port)];

    const first = launch(options);
    await first.ready();
    expect(first.output()).toContain(`console  http://127.0.0.1:${port}`);
    expect(first.output()).toContain(`API      http://127.0.0.1:${port + 1}/v1`);
    expect(first.output()).toContain(`mailbox  http://127.0.0.1:${port + 2}`);
    const file = join(WORK_DIRECTORY, 'local.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const addresses = JSON.parse(readFileSync(file, 'utf8'));
    expect(first.output()).toContain(`sign in  ${addresses.admin.email}  ${addresses.admin.password}`);
    expect(processesOn(data).length).toBeGreaterThan(0);

    const second = launch(['--data', data, '--port', String(await freePorts())]);
    expect(await second.ended).toBe(1);
    expect(second.errors()).toMatch(/^rollcall: .* is in use by another running instance: .*\n$/);

    first.child.kill('SIGKILL');
    await first.ended;
    const third = launch(options);
    await third.ready();
    expect(third.output()).toContain(addresses.admin.password);
    const { admin, ...cloud } = addresses;
    const { accessToken } = await signIn(cloud, { username: admin.email, password: admin.password });
    const me = await fetch(`${cloud.apiUrl}/v1/me`, { headers: { authorization: `Bearer ${accessToken}` } });
    expect(me.status).toBe(200);
    const page = await fetch(cloud.consoleUrl);
    expect(page.headers.get('content-security-policy')).toContain(cloud.apiUrl);
    // The first one's Java is gone too: what is left is the third's.
    expect(processesOn(data).filter((line) => line.startsWith('java'))).toHaveLength(1);

    third.child.kill('SIGINT');
    expect(await third.ended).toBe(0);
    expect(third.errors()).toBe('');
    expect(processesOn(data)).toEqual([]);

    // A store that was lost starts again empty: a login that no longer works must not be told as ready.
    writeFileSync(join(data, 'cognito.sqlite'), '');
    const fourth = launch(options);
    expect(await fourth.ended).toBe(1);
    expect(fourth.errors()).toBe(`rollcall: ${data} is damaged: start with --reset to begin anew\n`);
    expect(processesOn(data)).toEqual([]);
  }, 200_000);

  it('ends with SIGTERM while it is still starting, and leaves nothing behind', async () => {
    const data = temporaryDirectory();
    const started = launch(['--data', data, '--port', String(await freePorts())]);
    await vi.waitFor(() => expect(processesOn(data).length).toBeGreaterThan(0), {
      timeout: 60_000,
      interval: 20,
    });
    started.child.kill('SIGTERM');
    expect(await started.ended).toBe(0);
    await vi.waitFor(() => expect(processesOn(data)).toEqual([]));
  });
});
