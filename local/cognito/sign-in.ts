import * as z from 'zod';
import { missingAttributes } from './attributes.ts';
import type { Client } from './client.ts';
import type { Cognito } from './cognito.ts';
import { CognitoError, incorrectCredentials, notAuthorized, userNotFound } from './errors.ts';
import { canonicalName } from './pool.ts';
import { simulateUser } from './simulation.ts';
import type { Credential } from './srp.ts';
import type { ChallengeName } from './store/sessions.ts';
import type { User } from './store/user.ts';
import type { TokenOccasion } from './tokens.ts';
import { type ClientMetadata, triggerAttributes } from './triggers.ts';

/** Whoever is signing in, real or simulated, with the name their failures are counted under. */
interface Candidate {
  readonly username: string;
  readonly credential: Credential;
  readonly failureName: string;
  readonly user: User | undefined;
}

/** Finds the user behind what was typed; an unknown one is simulated where the client hides who exists. */
export const findCandidate = ({ pool, store }: Cognito, client: Client, typed: string): Candidate => {
  const user = store.users.bySignInName(typed);
  if (user !== undefined) {
    return {
      username: user.username,
      credential: user.credential,
      failureName: `user:${user.username}`,
      user,
    };
  }
  if (!client.hidesUserExistence) throw userNotFound();
  const name = canonicalName(pool, typed);
  const simulated = simulateUser(store.secrets.get('simulation') ?? '', name);
  return { ...simulated, failureName: `unknown:${name}`, user: undefined };
};

export const requireUnlocked = ({ store }: Cognito, failureName: string): void => {
  if (store.failures.isLocked(failureName)) throw notAuthorized('Password attempts exceeded');
};

/** Counts the failure and refuses. */
export const refuse = ({ store }: Cognito, failureName: string): never => {
  store.failures.record(failureName);
  throw incorrectCredentials();
};

/** A function of the pool's that throws keeps the user out. */
export const preAuthenticate = async (
  { triggers }: Cognito,
  user: User,
  client: Client,
  validationData: ClientMetadata | undefined,
): Promise<void> => {
  await triggers.call({
    trigger: 'PreAuthentication',
    occasion: 'Authentication',
    user,
    client,
    request: { ...(validationData === undefined ? {} : { validationData }), userNotFound: false },
    response: {},
    answers: z.unknown(),
  });
};

export interface Step {
  readonly user: User;
  readonly client: Client;
  readonly occasion: TokenOccasion;
  readonly clientMetadata: ClientMetadata | undefined;
}

const challenge = (
  { store, now }: Cognito,
  { user, client }: Step,
  name: ChallengeName,
  parameters: Record<string, string>,
) => ({
  ChallengeName: name,
  Session: store.sessions.open({
    challenge: name,
    username: user.username,
    clientId: client.id,
    // The salt is new with every password: a session does not outlive the one it was opened with.
    secrets: user.credential.salt,
    expiresAt: now() + client.sessionSeconds * 1000,
  }),
  ChallengeParameters: { USER_ID_FOR_SRP: user.username, ...parameters },
});

/** Throws what keeps someone with the right password from going on. */
const requireAdmission = ({ pool, now }: Cognito, user: User): void => {
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'RESET_REQUIRED') {
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  const termMilliseconds = pool.Policies.PasswordPolicy.TemporaryPasswordValidityDays * 86_400_000;
  if (user.status === 'FORCE_CHANGE_PASSWORD' && now() >= user.passwordSetAt + termMilliseconds) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
};

/** What follows the right password: a new password, the second factor, or the tokens. */
export const afterPassword = (cognito: Cognito, step: Step): object | Promise<object> => {
  const { user } = step;
  requireAdmission(cognito, user);
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    return challenge(cognito, step, 'NEW_PASSWORD_REQUIRED', {
      userAttributes: JSON.stringify(withoutSub(user)),
      requiredAttributes: JSON.stringify(
        missingAttributes(cognito.pool, user).map((name) => `userAttributes.${name}`),
      ),
    });
  }
  return afterNewPassword(cognito, step);
};

const withoutSub = (user: User): Record<string, string> => {
  const { sub: _, 'cognito:user_status': __, ...attributes } = triggerAttributes(user);
  return attributes;
};

/** What follows a lasting password: the second factor, or the tokens. */
export const afterNewPassword = (cognito: Cognito, step: Step): object | Promise<object> =>
  step.user.totp.enabled && cognito.pool.MfaConfiguration === 'OPTIONAL'
    ? challenge(cognito, step, 'SOFTWARE_TOKEN_MFA', {})
    : admit(cognito, step);

/** The end of a sign-in: a grant and its tokens. */
export const admit = async (cognito: Cognito, step: Step): Promise<object> => {
  const { user, client, occasion, clientMetadata } = step;
  cognito.store.failures.clear(`user:${user.username}`);
  const { grant, refreshToken } = cognito.store.grants.open(
    user.username,
    client.id,
    client.refreshTokenSeconds,
  );
  const tokens = await cognito.tokens.issue(user, client, grant, occasion, clientMetadata);
  await cognito.triggers.call({
    trigger: 'PostAuthentication',
    occasion: 'Authentication',
    user,
    client,
    request: { newDeviceUsed: false },
    clientMetadata,
    response: {},
    answers: z.unknown(),
  });
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken: refreshToken } };
};
