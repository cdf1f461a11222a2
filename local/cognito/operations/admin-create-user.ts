import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { readAttributes, requireAliasAllowed } from '../attributes.ts';
import { type Cognito, identityOf, requirePool } from '../cognito.ts';
import { CognitoError, invalidParameter } from '../errors.ts';
import { generatePassword, requireConformingPassword } from '../password-policy.ts';
import { canonicalName, type Pool } from '../pool.ts';
import { makeCredential } from '../srp.ts';
import type { User } from '../store/user.ts';
import { listedUser } from '../user-view.ts';
import {
  adminTargetSchema,
  attributeListSchema,
  metadataSchema,
  operation,
  passwordSchema,
} from './operation.ts';

const inputSchema = adminTargetSchema.extend({
  UserAttributes: attributeListSchema.default([]),
  TemporaryPassword: passwordSchema.optional(),
  ForceAliasCreation: z.boolean().default(false),
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
  DesiredDeliveryMediums: z.array(z.enum(['SMS', 'EMAIL'])).default(['SMS']),
  ClientMetadata: metadataSchema,
});

type Input = z.output<typeof inputSchema>;

/** With email as an alias, a user name that looks like one would let two people sign in by the same words. */
const requireUsernameUnlikeAlias = (pool: Pool, username: string): void => {
  if (pool.AliasAttributes.includes('email') && /^[^\s@]+@[^\s@]+$/.test(username)) {
    throw invalidParameter(
      'Username cannot be of email format, since user pool is configured for email alias.',
    );
  }
};

const create = ({ pool, store }: Cognito, input: Input, temporaryPassword: string): User => {
  requireUsernameUnlikeAlias(pool, input.Username);
  const username = canonicalName(pool, input.Username);
  const attributes = readAttributes(pool, input.UserAttributes);
  requireAliasAllowed(pool, 'FORCE_CHANGE_PASSWORD', attributes);
  return store.users.create(
    {
      username,
      sub: randomUUID(),
      attributes,
      status: 'FORCE_CHANGE_PASSWORD',
      credential: makeCredential(identityOf({ pool }, username), temporaryPassword),
    },
    input.ForceAliasCreation,
  );
};

/** A new temporary password and a new term for someone who never took up the last one. */
const renew = (cognito: Cognito, input: Input, temporaryPassword: string): User => {
  const { pool, store, now } = cognito;
  const { username } = store.users.required(canonicalName(pool, input.Username));
  return store.users.change(username, (user) => {
    if (user.status !== 'FORCE_CHANGE_PASSWORD') {
      throw new CognitoError(
        'UnsupportedUserStateException',
        `Resend not possible. ${username} status is not FORCE_CHANGE_PASSWORD`,
      );
    }
    const credential = makeCredential(identityOf(cognito, username), temporaryPassword);
    return { credential, passwordSetAt: now() };
  });
};

const recipientOf = (input: Input, user: User): string | undefined => {
  if (input.MessageAction === 'SUPPRESS' || !input.DesiredDeliveryMediums.includes('EMAIL')) return undefined;
  const { email } = user.attributes;
  if (email === undefined)
    throw invalidParameter('User does not have an email to deliver the invitation to.');
  return email;
};

/**
 * The user stands before the invitation is sent, and stays when sending fails: the next call is a RESEND. No text
 * message is ever sent here, although SMS is the medium when a call names none.
 */
export const adminCreateUser = operation('admin', inputSchema, async (cognito, input) => {
  requirePool(cognito, input.UserPoolId);
  const policy = cognito.pool.Policies.PasswordPolicy;
  const temporaryPassword = input.TemporaryPassword ?? generatePassword(policy);
  requireConformingPassword(policy, temporaryPassword);
  const user =
    input.MessageAction === 'RESEND'
      ? renew(cognito, input, temporaryPassword)
      : create(cognito, input, temporaryPassword);
  const to = recipientOf(input, user);
  if (to !== undefined) {
    const { ClientMetadata: clientMetadata } = input;
    await cognito.messages.deliver(
      { occasion: 'AdminCreateUser', user, secret: temporaryPassword, clientMetadata },
      to,
    );
  }
  return { User: listedUser(user) };
});
