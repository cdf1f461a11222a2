import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDataDirectory } from '../../../local/data-directory.ts';
import { readSampleAccount, STATE_FILE } from '../../../local/sample-account.ts';
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
  writeFileSync(join(path, STATE_FILE), '{}');
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
  for (const text of ['', '{', '{"accountId":1}']) {
    writeFileSync(join(path, STATE_FILE), text);
    expect(() => readSampleAccount(path)).toThrow(/state\.json cannot be read: start with --reset/);
  }
});
