import * as z from 'zod';
import { changedAttributes, readAttributes, requireAliasAllowed } from '../attributes.ts';
import { type Cognito, requireClient } from '../cognito.ts';
import { notAuthorized } from '../errors.ts';
import { ownUser } from '../user-view.ts';
import { targetOf } from './admin-users.ts';
import {
  adminTargetSchema,
  attributeListSchema,
  metadataSchema,
  operation,
  tokenSchema,
} from './operation.ts';

const change = (
  { pool, store }: Cognito,
  username: string,
  list: z.output<typeof attributeListSchema>,
): void => {
  const changes = readAttributes(pool, list);
  store.users.change(username, (user) => {
    requireAliasAllowed(pool, user.status, changes);
    return { attributes: changedAttributes(pool, user, changes) };
  });
};

export const adminUpdateUserAttributes = operation(
  'admin',
  adminTargetSchema.extend({ UserAttributes: attributeListSchema, ClientMetadata: metadataSchema }),
  (cognito, input) => {
    change(cognito, targetOf(cognito, input).username, input.UserAttributes);
    return {};
  },
);

/** Writes one's own attributes, as far as the app client may. A changed email ends up unverified. */
export const updateUserAttributes = operation(
  'public',
  z.object({ AccessToken: tokenSchema, UserAttributes: attributeListSchema, ClientMetadata: metadataSchema }),
  async (cognito, input) => {
    const { user, clientId } = await cognito.tokens.verifyAccess(input.AccessToken);
    const { mayWrite } = requireClient(cognito, clientId);
    if (input.UserAttributes.some(({ Name }) => !mayWrite(Name) || Name.endsWith('_verified'))) {
      throw notAuthorized('A client attempted to write unauthorized attribute');
    }
    change(cognito, user.username, input.UserAttributes);
    return { CodeDeliveryDetailsList: [] };
  },
);

export const getUser = operation('public', z.object({ AccessToken: tokenSchema }), async (cognito, input) => {
  const { user, clientId } = await cognito.tokens.verifyAccess(input.AccessToken);
  return ownUser(user, requireClient(cognito, clientId));
});
