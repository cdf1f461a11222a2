import type { Client } from '../client.ts';
import type { Cognito } from '../cognito.ts';
import { invalidParameter, notAuthorized } from '../errors.ts';
import { canonicalName } from '../pool.ts';
import type { ChallengeName } from '../store/sessions.ts';
import type { User } from '../store/user.ts';

/** An answer to a challenge, as it came in. */
export interface Answer {
  readonly client: Client;
  readonly session: string | undefined;
  readonly responses: Readonly<Record<string, string>>;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

export const answerOf = (answer: Answer, name: string): string => {
  const value = answer.responses[name];
  if (!value) throw invalidParameter(`Missing required parameter ${name}`);
  return value;
};

/**
 * The user a session was opened for. Refuses a session that is made up, used, expired, of another user, of another
 * client, of another challenge, or older than the user's password.
 */
export const userOfSession = (
  { pool, store, now }: Cognito,
  answer: Answer,
  challenge: ChallengeName,
): { user: User; session: string } => {
  if (answer.session === undefined) throw invalidParameter('Missing required parameter Session');
  const found = store.sessions.find(answer.session);
  if (found === undefined || found.challenge !== challenge || found.clientId !== answer.client.id) {
    throw notAuthorized('Invalid session for the user.');
  }
  if (found.used) throw notAuthorized('Invalid session for the user, session can only be used once.');
  if (now() >= found.expiresAt) throw notAuthorized('Invalid session for the user, session is expired.');
  const named = answerOf(answer, 'USERNAME');
  const user = store.users.get(found.username);
  const isTheirs =
    canonicalName(pool, named) === found.username ||
    store.users.bySignInName(named)?.username === found.username;
  const isCurrent = user?.credential.salt === found.secrets;
  if (user === undefined || !isTheirs || !isCurrent) throw notAuthorized('Invalid session for the user.');
  if (!user.enabled) throw notAuthorized('User is disabled.');
  return { user, session: answer.session };
};
