import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDataDirectory } from '../../../local/data-directory.ts';
import { PROJECT_ROOT } from '../../../local/project.ts';
import { readSampleAccount, STATE_FILE } from '../../../local/sample-state.ts';
import { temporaryDirectory } from './fixture/fixture.ts';

it('a new data directory is its owner’s alone', () => {
  const path = join(temporaryDirectory(), 'deep', 'data');
  openDataDirectory(path, false).release();
  expect(statSync(path).mode & 0o777).toBe(0o700);
});

it('is held by one at a time, and free again when released', () => {
  const path = join(temporaryDirectory(), 'data');
  const first = openDataDirectory(path, false);
  expect(() => openDataDirectory(path, false)).toThrow(/is in use by another running instance/);
  expect(() => openDataDirectory(path, true)).toThrow(/is in use by another running instance/);
  first.release();
  openDataDirectory(path, false).release();
});

it('reset empties it, damaged files and all; otherwise it stays as it is', () => {
  const path = join(temporaryDirectory(), 'data');
  openDataDirectory(path, false).release();
  mkdirSync(join(path, 'logs'));
  const state = { accountId: 'acc_1', userPoolId: 'p', admin: { email: 'e', password: 'p' }, ready: true };
  writeFileSync(join(path, STATE_FILE), JSON.stringify(state));
  writeFileSync(join(path, 'mails.jsonl'), '');
  openDataDirectory(path, false).release();
  expect(existsSync(join(path, STATE_FILE))).toBe(true);
  writeFileSync(join(path, 'cognito.sqlite'), 'damaged'.repeat(200));
  expect(() => openDataDirectory(path, false)).toThrow(/cognito\.sqlite is damaged/);
  openDataDirectory(path, true).release();
  expect(readdirSync(path)).toEqual(['lock.sqlite']);
});

it('a state that cannot be read is refused, and none is none', () => {
  const path = temporaryDirectory();
  expect(readSampleAccount(path)).toBeUndefined();
  openDataDirectory(path, false).release();
  for (const text of ['', '{', '{"accountId":1}']) {
    writeFileSync(join(path, STATE_FILE), text);
    expect(() => openDataDirectory(path, false)).toThrow(/state\.json cannot be read: start with --reset/);
    expect(() => readSampleAccount(path)).toThrow(/state\.json cannot be read: start with --reset/);
  }
});

it('reset begins anew even when the lock itself is damaged', () => {
  const path = join(temporaryDirectory(), 'data');
  openDataDirectory(path, false).release();
  writeFileSync(join(path, 'lock.sqlite'), 'damaged'.repeat(200));
  expect(() => openDataDirectory(path, false)).toThrow(/lock\.sqlite is damaged: start with --reset/);
  openDataDirectory(path, true).release();
  openDataDirectory(path, false).release();
});

it('a place where the system makes no directory is refused with the reason, and at once', () => {
  const file = join(temporaryDirectory(), 'file');
  writeFileSync(file, '');
  const refused = (path: string, reason: string) =>
    expect(() => openDataDirectory(path, false)).toThrow(
      expect.objectContaining({
        name: 'Refusal',
        message: expect.stringMatching(`^${path} cannot be used as data directory: ${reason}`),
      }),
    );
  refused(file, 'ENOTDIR');
  refused(join(file, 'deep', 'data'), 'ENOTDIR');
  if (process.platform === 'linux') refused('/proc/rollcall/data', '(ENOENT|EACCES|EPERM)');
});

/** Root may write everywhere, so it is tried as somebody else: gives the refusal's message. */
const refusalFor = (path: string): string => {
  const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const script = `
    import { openDataDirectory } from ${JSON.stringify(join(PROJECT_ROOT, 'local/data-directory.ts'))};
    try { openDataDirectory(${JSON.stringify(path)}, false); } catch (error) {
      process.stdout.write(error.name + ': ' + error.message);
    }`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    ...asNobody,
    encoding: 'utf8',
    cwd: '/',
  });
};

it('what may only be read is said not to be writable, never to be damaged', () => {
  const path = temporaryDirectory();
  chmodSync(path, 0o555);
  expect(refusalFor(path)).toMatch(`Refusal: ${path} cannot be written: EACCES: `);
  expect(refusalFor(join(path, 'new'))).toMatch(
    `Refusal: ${join(path, 'new')} cannot be used as data directory: EACCES: `,
  );
  chmodSync(path, 0o777);
  writeFileSync(join(path, 'lock.sqlite'), '');
  chmodSync(join(path, 'lock.sqlite'), 0o666);
  mkdirSync(join(path, 'dynamodb'));
  chmodSync(join(path, 'dynamodb'), 0o755);
  const file = join(path, 'dynamodb', 'shared-local-instance.db');
  writeFileSync(file, '');
  chmodSync(file, 0o444);
  const refused = process.getuid?.() === 0 ? join(path, 'dynamodb') : file;
  expect(refusalFor(path)).toMatch(`Refusal: ${refused} cannot be written: EACCES: `);
});
