import {
  AdminCreateUserCommand,
  type AdminCreateUserCommandInput,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  type InitiateAuthCommandInput,
  type InitiateAuthCommandOutput,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandInput,
} from '@aws-sdk/client-cognito-identity-provider';
import { createSrpSession, signSrpSession, wrapAuthChallenge, wrapInitiateAuth } from 'cognito-srp-helper';
import { onTestFinished } from 'vitest';
import { type CognitoOptions, startCognito } from '../../../local/cognito/server.ts';
import { API, CONSOLE, clientProperties, POOL_ID, poolProperties } from './pool-properties.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export interface Mail {
  readonly from: string;
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly configurationSet?: string | undefined;
}

export const startLocalPool = async (changes: Partial<CognitoOptions> = {}) => {
  const clock = { now: Date.parse('2026-03-01T12:00:00Z') };
  const mails: Mail[] = [];
  const server = await startCognito({
    port: 0,
    databasePath: ':memory:',
    region: 'us-east-1',
    poolId: POOL_ID,
    pool: poolProperties,
    clients: clientProperties,
    invoke: () => Promise.reject(new Error('The pool has no trigger')),
    sendMail: async (mail) => {
      mails.push(mail);
    },
    now: () => clock.now,
    ...changes,
  });
  const client = new CognitoIdentityProviderClient({
    endpoint: server.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 1,
  });
  const stop = async (): Promise<void> => {
    client.destroy();
    await server.stop();
  };
  return { url: server.url, client, clock, mails, stop };
};

/** A pool of its own for one test. */
export const localPool = async (changes: Partial<CognitoOptions> = {}) => {
  const pool = await startLocalPool(changes);
  onTestFinished(pool.stop);
  return pool;
};

export type LocalPool = Awaited<ReturnType<typeof startLocalPool>>;

export const PASSWORD = 'Correct-Horse-7';
export const TEMPORARY = 'Temp-Word-42-xyz';

/** A user as Rollcall makes one: verified email, no message yet. */
export const createUser = (
  { client }: LocalPool,
  Username: string,
  changes: Partial<AdminCreateUserCommandInput> & { email?: string } = {},
) => {
  const { email = `${Username}@example.com`, ...input } = changes;
  return client.send(
    new AdminCreateUserCommand({
      UserPoolId: POOL_ID,
      Username,
      TemporaryPassword: TEMPORARY,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
      ...input,
    }),
  );
};

/** A user who has been through the invitation. */
export const createConfirmedUser = async (pool: LocalPool, Username: string, password = PASSWORD) => {
  const created = await createUser(pool, Username);
  await pool.client.send(
    new AdminSetUserPasswordCommand({ UserPoolId: POOL_ID, Username, Password: password, Permanent: true }),
  );
  return created;
};

export const signInAsAdmin = ({ client }: LocalPool, USERNAME: string, password: string) =>
  client.send(
    new AdminInitiateAuthCommand({
      UserPoolId: POOL_ID,
      ClientId: API,
      AuthFlow: 'ADMIN_USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  );

/** The quick way in, for tests that are about something else: USER_PASSWORD_AUTH. */
export const signIn = ({ client }: LocalPool, USERNAME: string, password: string, ClientId = CONSOLE) =>
  client.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME, PASSWORD: password },
    }),
  );

/** The two requests of an SRP sign-in, computed by a library that is not ours. */
export const srpExchange = (username: string, password: string, ClientId = CONSOLE) => {
  const session = createSrpSession(username, password, POOL_ID, false);
  const initiate: InitiateAuthCommandInput = wrapInitiateAuth(session, {
    ClientId,
    AuthFlow: 'USER_SRP_AUTH' as const,
    AuthParameters: { CHALLENGE_NAME: 'SRP_A', USERNAME: username },
  });
  const answer = ({ ChallengeParameters }: InitiateAuthCommandOutput): RespondToAuthChallengeCommandInput =>
    wrapAuthChallenge(signSrpSession(session, { ChallengeParameters }), {
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER' as const,
      ChallengeResponses: { USERNAME: ChallengeParameters?.USERNAME ?? username },
    });
  return { initiate, answer };
};

export const signInWithSrp = async (
  { client }: LocalPool,
  username: string,
  password: string,
  clientId = CONSOLE,
): Promise<InitiateAuthCommandOutput> => {
  const { initiate, answer } = srpExchange(username, password, clientId);
  const challenge = await client.send(new InitiateAuthCommand(initiate));
  return client.send(new RespondToAuthChallengeCommand(answer(challenge)));
};

export const answerNewPassword = (
  { client }: LocalPool,
  answer: { session: string | undefined; username: string; password: string; clientId?: string },
) =>
  client.send(
    new RespondToAuthChallengeCommand({
      ClientId: answer.clientId ?? CONSOLE,
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: answer.session,
      ChallengeResponses: { USERNAME: answer.username, NEW_PASSWORD: answer.password },
    }),
  );

/** The tokens of a sign-in that came through, or the test fails here. */
export const tokensOf = (output: Pick<InitiateAuthCommandOutput, 'AuthenticationResult'>) => {
  const { AccessToken, IdToken, RefreshToken } = output.AuthenticationResult ?? {};
  if (AccessToken === undefined || IdToken === undefined) throw new Error('No tokens were given');
  return { AccessToken, IdToken, RefreshToken };
};

/** How an SDK error is recognised: its class by name, its words. */
export const refusal = (name: string, message?: string | RegExp) =>
  message === undefined ? { name } : { name, message };
