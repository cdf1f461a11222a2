import * as z from 'zod';
import { changedAttributes, missingAttributes, readAttributes } from '../attributes.ts';
import { type Cognito, identityOf, requireClient, requirePool } from '../cognito.ts';
import { CognitoError, invalidParameter, notAuthorized } from '../errors.ts';
import { requireConformingPassword } from '../password-policy.ts';
import { admit, afterNewPassword, requireUnlocked } from '../sign-in.ts';
import { makeCredential } from '../srp.ts';
import type { ChallengeName } from '../store/sessions.ts';
import type { User } from '../store/user.ts';
import { type Answer, answerOf, userOfSession } from './challenge-answer.ts';
import { clientIdSchema, metadataSchema, operation, passwordSchema, userPoolIdSchema } from './operation.ts';
import { answerPasswordVerifier } from './password-verifier.ts';
import { takeCode } from './software-token.ts';

const ATTRIBUTE_PREFIX = 'userAttributes.';

/** Attributes set together with the first password; only what the app client may write. */
const answeredAttributes = ({ pool }: Cognito, answer: Answer): Record<string, string> => {
  const list = Object.entries(answer.responses)
    .filter(([name]) => name.startsWith(ATTRIBUTE_PREFIX))
    .map(([name, Value]) => ({ Name: name.slice(ATTRIBUTE_PREFIX.length), Value }));
  if (list.some(({ Name }) => !answer.client.mayWrite(Name) || Name.endsWith('_verified'))) {
    throw notAuthorized('A client attempted to write unauthorized attribute');
  }
  return readAttributes(pool, list);
};

/** A password the policy refuses leaves the session open: the person tries another one. */
const answerNewPassword = (cognito: Cognito, answer: Answer): object | Promise<object> => {
  const { pool, store, now } = cognito;
  const { user: before, session } = userOfSession(cognito, answer, 'NEW_PASSWORD_REQUIRED');
  const password = passwordSchema.safeParse(answerOf(answer, 'NEW_PASSWORD')).data;
  if (password === undefined) throw invalidParameter('Invalid NEW_PASSWORD');
  requireConformingPassword(pool.Policies.PasswordPolicy, password);
  const changes = answeredAttributes(cognito, answer);
  const credential = makeCredential(identityOf(cognito, before.username), password);
  const user = store.transaction(() => {
    store.sessions.use(session);
    return store.users.change(before.username, (current) => {
      const attributes = changedAttributes(pool, current, changes);
      const confirmed = {
        ...current,
        attributes,
        credential,
        passwordSetAt: now(),
        status: 'CONFIRMED',
      } satisfies User;
      const [missing] = missingAttributes(pool, confirmed);
      if (missing !== undefined) throw invalidParameter(`Invalid attributes given, ${missing} is missing`);
      return confirmed;
    });
  });
  const { client, clientMetadata } = answer;
  return afterNewPassword(cognito, { user, client, occasion: 'NewPasswordChallenge', clientMetadata });
};

/** A wrong code leaves the session open, but counts like a wrong password. */
const answerSoftwareToken = (cognito: Cognito, answer: Answer): Promise<object> => {
  const { user, session } = userOfSession(cognito, answer, 'SOFTWARE_TOKEN_MFA');
  const failureName = `user:${user.username}`;
  requireUnlocked(cognito, failureName);
  const { secret } = user.totp;
  const taken =
    secret !== undefined && takeCode(cognito, user, secret, answerOf(answer, 'SOFTWARE_TOKEN_MFA_CODE'));
  if (!taken) {
    cognito.store.failures.record(failureName);
    throw new CognitoError('CodeMismatchException', 'Invalid code received for user');
  }
  cognito.store.sessions.use(session);
  const { client, clientMetadata } = answer;
  return admit(cognito, { user, client, occasion: 'Authentication', clientMetadata });
};

const respond = (cognito: Cognito, challenge: ChallengeName, answer: Answer): object | Promise<object> => {
  switch (challenge) {
    case 'PASSWORD_VERIFIER':
      return answerPasswordVerifier(cognito, answer);
    case 'NEW_PASSWORD_REQUIRED':
      return answerNewPassword(cognito, answer);
    case 'SOFTWARE_TOKEN_MFA':
      return answerSoftwareToken(cognito, answer);
  }
};

const inputSchema = z.object({
  ClientId: clientIdSchema,
  ChallengeName: z.enum(['PASSWORD_VERIFIER', 'NEW_PASSWORD_REQUIRED', 'SOFTWARE_TOKEN_MFA']),
  // Amplify's client sends an empty session where it was given none.
  Session: z.string().optional(),
  ChallengeResponses: z.record(z.string(), z.string()).default({}),
  ClientMetadata: metadataSchema,
});

const answerFrom = (cognito: Cognito, input: z.output<typeof inputSchema>): Answer => ({
  client: requireClient(cognito, input.ClientId),
  session: input.Session,
  responses: input.ChallengeResponses,
  clientMetadata: input.ClientMetadata,
});

export const respondToAuthChallenge = operation('public', inputSchema, (cognito, input) =>
  respond(cognito, input.ChallengeName, answerFrom(cognito, input)),
);

export const adminRespondToAuthChallenge = operation(
  'admin',
  inputSchema.extend({ UserPoolId: userPoolIdSchema }),
  (cognito, input) => {
    requirePool(cognito, input.UserPoolId);
    return respond(cognito, input.ChallengeName, answerFrom(cognito, input));
  },
);
