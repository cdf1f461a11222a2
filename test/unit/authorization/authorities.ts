import type { Authority } from '../../../core/domain/authorization/authority.ts';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { firstPolicy, type Policy } from '../../../core/domain/authorization/policy.ts';
import { type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import type { Permissions } from '../../../core/domain/sections/permissions.ts';

/** What is given by hand: nothing but what is named. */
export const byHand = (more: Partial<Permissions> = {}): Permissions => ({ grants: [], groups: [], ...more });

/** A member somewhere, with nothing by hand unless told. */
export const memberIn = (folderId: string = ROOT_FOLDER, more: Partial<Given> = {}): Given => ({
  userId: newId('user'),
  folderId,
  byHand: byHand(),
  ...more,
});

/** The authority of a member, as a request meets it. */
export const authorityOf = (policy: Policy, given: Given): Authority => {
  const compiled = compilePolicy(policy);
  return {
    accountId: policy.accountId,
    userId: given.userId,
    rights: rightsOf(compiled, given),
    policy: compiled,
    agencyRole: given.agencyRole,
  };
};

/** An administrator of an account. */
export const administratorOf = (accountId: string, policy: Policy = firstPolicy(accountId)): Authority =>
  authorityOf(policy, memberIn(ROOT_FOLDER, { byHand: byHand({ role: 'administrator' }) }));

/** Lets a request through, whatever it asks for. */
export const permitted = async (): Promise<void> => {};
