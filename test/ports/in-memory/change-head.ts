import { Busy, LastAdministrator } from '../../../core/domain/errors.ts';
import { ADMINISTRATOR } from '../../../core/domain/roles.ts';
import { recordOf, type SectionRecord } from '../../../core/domain/section-record.ts';
import type { HeadChange, MemberRecord } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';

/** Whether nobody has changed a member's head since it was read. */
export const isHeadAsRead = (database: Database, { before, member }: HeadChange): boolean => {
  const stored = database.members.get(keys.member(member));
  const { version, status } = before.member;
  const isCounted = (status === 'active') !== (member.status === 'active');
  return (
    stored?.version === version && stored.status === status && !(isCounted && !isRoleAsRead(database, before))
  );
};

const isAdministrator = (records: readonly SectionRecord[]): boolean =>
  recordOf(records, 'permissions')?.data?.role === ADMINISTRATOR;

/** Whether the member is, or is not, an administrator as they were when they were read. */
const isRoleAsRead = ({ records }: Database, before: MemberRecord): boolean => {
  const stored = records.get(keys.record(before.member, 'permissions'));
  return isAdministrator(before.records) === isAdministrator(stored ? [stored] : []);
};

/** Throws when the account or the user stands in the way of a change of a member's head. */
export const refuseHead = (
  { accounts, users }: Database,
  { member, administrators, agencyRole }: HeadChange,
): void => {
  const account = accounts.get(member.accountId);
  if (administrators === -1 && (account?.activeAdministrators ?? 0) <= 1) throw new LastAdministrator();
  if (administrators === 1 && account === undefined) throw new Busy();
  if (agencyRole && !users.has(member.userId)) throw new Busy();
};

/** Changes a member's head, the number of administrators and the user's agency role. */
export const changeHead = (
  { members, accounts, users }: Database,
  { member, administrators, agencyRole }: HeadChange,
): void => {
  const stored = members.get(keys.member(member));
  const account = accounts.get(member.accountId);
  const user = users.get(member.userId);
  if (stored === undefined) throw new Error('There is no such member.');
  const { folderId, role, status, version, deactivationReason, signedOutAt } = member;
  members.set(
    keys.member(member),
    copy({ ...stored, folderId, role, status, version, deactivationReason, signedOutAt }),
  );
  if (account !== undefined) account.activeAdministrators += administrators;
  if (agencyRole && user !== undefined) users.set(user.userId, copy({ ...user, agencyRole: agencyRole.is }));
};
