import { type Cognito, requirePool } from '../cognito.ts';
import { userNotFound } from '../errors.ts';
import type { User } from '../store/user.ts';
import { administeredUser } from '../user-view.ts';
import { adminTargetSchema, operation } from './operation.ts';

/** The user an administrator names: by user name, or by an alias. */
export const targetOf = (cognito: Cognito, input: { UserPoolId: string; Username: string }): User => {
  requirePool(cognito, input.UserPoolId);
  const user = cognito.store.users.bySignInName(input.Username);
  if (user === undefined) throw userNotFound();
  return user;
};

export const adminGetUser = operation('admin', adminTargetSchema, (cognito, input) =>
  administeredUser(targetOf(cognito, input)),
);

export const adminDeleteUser = operation('admin', adminTargetSchema, (cognito, input) => {
  cognito.store.users.remove(targetOf(cognito, input).username);
  return {};
});

/** Ends the user's tokens as well; enabling again does not bring them back. */
export const adminDisableUser = operation('admin', adminTargetSchema, (cognito, input) => {
  const { username } = targetOf(cognito, input);
  cognito.store.transaction(() => {
    cognito.store.users.change(username, () => ({ enabled: false }));
    cognito.store.grants.revokeAllOf(username);
  });
  return {};
});

export const adminEnableUser = operation('admin', adminTargetSchema, (cognito, input) => {
  cognito.store.users.change(targetOf(cognito, input).username, () => ({ enabled: true }));
  return {};
});

export const adminUserGlobalSignOut = operation('admin', adminTargetSchema, (cognito, input) => {
  cognito.store.grants.revokeAllOf(targetOf(cognito, input).username);
  return {};
});
