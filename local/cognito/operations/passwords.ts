import * as z from 'zod';
import { type Cognito, identityOf } from '../cognito.ts';
import { attemptLimitExceeded, incorrectCredentials } from '../errors.ts';
import { requireConformingPassword } from '../password-policy.ts';
import { makeCredential, passwordMatches } from '../srp.ts';
import type { User } from '../store/user.ts';
import { targetOf } from './admin-users.ts';
import { adminTargetSchema, operation, passwordSchema, tokenSchema } from './operation.ts';

/** Puts a new password in place of the old one; the lockout that wrong ones built up ends. */
export const setPassword = (
  cognito: Cognito,
  username: string,
  password: string,
  status: User['status'],
): User => {
  const { pool, store, now } = cognito;
  requireConformingPassword(pool.Policies.PasswordPolicy, password);
  const credential = makeCredential(identityOf(cognito, username), password);
  return store.transaction(() => {
    store.failures.clear(`user:${username}`);
    return store.users.change(username, () => ({ credential, status, passwordSetAt: now() }));
  });
};

/** Without `Permanent` the password is temporary: it has to be changed at the next sign-in. */
export const adminSetUserPassword = operation(
  'admin',
  adminTargetSchema.extend({ Password: passwordSchema, Permanent: z.boolean().default(false) }),
  (cognito, input) => {
    const { username } = targetOf(cognito, input);
    setPassword(cognito, username, input.Password, input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD');
    return {};
  },
);

export const changePassword = operation(
  'public',
  z.object({ AccessToken: tokenSchema, PreviousPassword: passwordSchema, ProposedPassword: passwordSchema }),
  async (cognito, input) => {
    const { user } = await cognito.tokens.verifyAccess(input.AccessToken);
    const { failures } = cognito.store;
    const failureName = `user:${user.username}`;
    if (failures.isLocked(failureName)) throw attemptLimitExceeded();
    if (!passwordMatches(identityOf(cognito, user.username), input.PreviousPassword, user.credential)) {
      failures.record(failureName);
      throw incorrectCredentials();
    }
    setPassword(cognito, user.username, input.ProposedPassword, 'CONFIRMED');
    return {};
  },
);
