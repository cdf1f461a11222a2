import type { Account } from '../domain/account.ts';
import { type Authority, requireInFolder } from '../domain/authorization/authority.ts';
import { handoverFaults, refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { type Given, rightsOf } from '../domain/authorization/rights.ts';
import { type Fault, NotFound } from '../domain/errors.ts';
import type { User } from '../domain/member.ts';
import { recordOf } from '../domain/section-record.ts';
import { agencyRoleIn } from './authorize.ts';
import type { MemberRecord, MemberRef, Ports } from './ports.ts';

/** A member whom somebody wants to do something about, with what they have been given. */
export interface Target {
  record: MemberRecord;
  user: User;
  account: Account;
  given: Given;
}

/** What a member has been given, as their sections and their user say. */
const givenOf = ({ member, records }: MemberRecord, user: User, account: Account): Given => ({
  userId: member.userId,
  folderId: member.folderId,
  byHand: recordOf(records, 'permissions')?.data,
  agencyRole: agencyRoleIn(account, user),
});

/** Reads a member with all that decides what they may do. Throws `NotFound`. */
export const readTarget =
  ({ members, users, accounts }: Pick<Ports, 'members' | 'users' | 'accounts'>) =>
  async (ref: MemberRef): Promise<Target> => {
    const [record, user, account] = await Promise.all([
      members.read(ref),
      users.read(ref.userId),
      accounts.read(ref.accountId),
    ]);
    if (record === undefined || user === undefined || account === undefined) throw new NotFound();
    return { record, user, account, given: givenOf(record, user, account) };
  };

/** The faults of deciding over all that a member may do, for whoever does not hold all of it. */
export const securityFaults = (authority: Authority, { given }: Target): readonly Fault[] => {
  if (given.userId === authority.userId) return [];
  // As if all of it were given anew: what counts is the same.
  return handoverFaults(authority, undefined, rightsOf(authority.policy, given), '');
};

/**
 * Security of a member is for those who may write in their folder, and who hold all that the member holds (C-38).
 * Throws `NotInFolder`, `MoreThanHeld`.
 */
export const requireSecurityOver = (authority: Authority, target: Target): void => {
  requireInFolder(authority, target.given.folderId, 'write');
  refuseMoreThanHeld(securityFaults(authority, target));
};
