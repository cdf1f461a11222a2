import * as z from 'zod';
import { type Cognito, identityOf } from '../cognito.ts';
import { incorrectCredentials } from '../errors.ts';
import { afterPassword, refuse, requireUnlocked } from '../sign-in.ts';
import { proofHolds } from '../srp.ts';
import { type Answer, answerOf } from './challenge-answer.ts';

/** What the server remembers of an SRP exchange between its two halves. */
const secretsSchema = z.object({
  credential: z.object({ salt: z.string(), verifier: z.string() }),
  challenge: z.object({ secret: z.string(), public: z.string() }),
  clientPublic: z.string(),
  failureName: z.string(),
});

export type SrpSecrets = z.output<typeof secretsSchema>;

/** The second half of USER_SRP_AUTH. Unknown user, wrong password and made-up secret block all get one answer. */
export const answerPasswordVerifier = (cognito: Cognito, answer: Answer): object | Promise<object> => {
  const { sessions, users } = cognito.store;
  const secretBlock = answerOf(answer, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = answerOf(answer, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = answerOf(answer, 'TIMESTAMP');
  const session = sessions.find(secretBlock);
  const isOpen =
    session?.challenge === 'PASSWORD_VERIFIER' &&
    session.clientId === answer.client.id &&
    cognito.now() < session.expiresAt &&
    sessions.use(secretBlock);
  if (!isOpen) throw incorrectCredentials();
  const { failureName, ...exchange } = secretsSchema.parse(JSON.parse(session.secrets));
  requireUnlocked(cognito, failureName);
  const holds = proofHolds({
    ...exchange,
    identity: identityOf(cognito, session.username),
    secretBlock: Buffer.from(secretBlock, 'base64'),
    timestamp,
    signature,
  });
  const user = users.get(session.username);
  // A password changed in between makes the exchange one about an old password.
  const isCurrent = user?.credential.verifier === exchange.credential.verifier;
  if (!holds || user === undefined || !isCurrent) return refuse(cognito, failureName);
  const { client, clientMetadata } = answer;
  return afterPassword(cognito, { user, client, occasion: 'Authentication', clientMetadata });
};
