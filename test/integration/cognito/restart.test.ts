import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetUserCommand, InitiateAuthCommand } from '@aws-sdk/client-cognito-identity-provider';
import { expect, it, onTestFinished } from 'vitest';
import {
  answerNewPassword,
  createConfirmedUser,
  createUser,
  localPool,
  PASSWORD,
  signIn,
  startLocalPool,
  TEMPORARY,
  tokensOf,
} from './local-pool.ts';
import { CONSOLE } from './pool-properties.ts';

const databaseFile = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'rollcall-cognito-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  return join(directory, 'cognito.sqlite');
};

it('users, keys, sessions and refresh tokens survive a restart', async () => {
  const databasePath = await databaseFile();
  const before = await startLocalPool({ databasePath });
  await createConfirmedUser(before, 'usr_ann');
  const { AccessToken, RefreshToken = '' } = tokensOf(await signIn(before, 'usr_ann', PASSWORD));
  await createUser(before, 'usr_bob');
  const { Session } = await signIn(before, 'usr_bob', TEMPORARY);
  await before.stop();

  const after = await localPool({ databasePath });
  expect((await after.client.send(new GetUserCommand({ AccessToken }))).Username).toBe('usr_ann');
  tokensOf(
    await after.client.send(
      new InitiateAuthCommand({
        ClientId: CONSOLE,
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        AuthParameters: { REFRESH_TOKEN: RefreshToken },
      }),
    ),
  );
  tokensOf(await answerNewPassword(after, { session: Session, username: 'usr_bob', password: PASSWORD }));
  tokensOf(await signIn(after, 'usr_ann', PASSWORD));
});

it('a corrupt database file rejects the start with one line that names the file', async () => {
  const databasePath = await databaseFile();
  await writeFile(databasePath, 'This is no database, whatever its name says.\n'.repeat(100));
  const message = await startLocalPool({ databasePath }).then(
    () => 'started',
    (error: Error) => error.message,
  );
  expect(message).toBe(`Cannot use the Cognito database ${databasePath}: file is not a database`);
});

it('a file damaged in the middle, or in a folder that is not there, is named as well', async () => {
  const databasePath = await databaseFile();
  const pool = await startLocalPool({ databasePath });
  await createUser(pool, 'usr_ann');
  await pool.stop();
  const bytes = await readFile(databasePath);
  await writeFile(databasePath, bytes.fill(0x55, 4096));
  for (const path of [databasePath, `${databasePath}/nowhere/cognito.sqlite`]) {
    const starting = startLocalPool({ databasePath: path });
    await expect(starting).rejects.toThrow(`Cannot use the Cognito database ${path}: `);
    await expect(starting).rejects.not.toThrow(/\n/);
  }
});

it('passwords, tokens and sessions are not in the file', async () => {
  const databasePath = await databaseFile();
  const pool = await startLocalPool({ databasePath });
  await createUser(pool, 'usr_ann');
  const { Session = '' } = await signIn(pool, 'usr_ann', TEMPORARY);
  const { RefreshToken = '' } = tokensOf(
    await answerNewPassword(pool, { session: Session, username: 'usr_ann', password: PASSWORD }),
  );
  await pool.stop();
  const bytes = await readFile(databasePath, 'latin1');
  expect(bytes).toContain('usr_ann');
  for (const secret of [TEMPORARY, PASSWORD, Session, RefreshToken]) expect(bytes).not.toContain(secret);
});
