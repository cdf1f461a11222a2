import { usesOf } from '../../../core/domain/authorization/uses.ts';
import { AssetGone, ChangedMeanwhile } from '../../../core/domain/errors.ts';
import { type Member, PERSONAL_FIELDS } from '../../../core/domain/member.ts';
import { replaced, stakesOf } from '../../../core/domain/member-stakes.ts';
import { recordOf, revised, type SectionRecord } from '../../../core/domain/section-record.ts';
import { fullName } from '../../../core/domain/sections/profile.ts';
import type { MemberRef, Members, PersonalData, Stamp } from '../../../core/usecases/ports.ts';
import { claimsIn } from './claims.ts';
import { copy, type Database, keys } from './database.ts';
import { isSectionAsRead } from './section-as-read.ts';
import { moveStakes, stakeFaults } from './stakes.ts';

const AT = '/sections';

const isCalled = (one: Partial<PersonalData> | undefined, other: PersonalData): boolean =>
  PERSONAL_FIELDS.every((field) => one?.[field] === other[field]);

const extensionIn = (records: readonly SectionRecord[]) => recordOf(records, 'profile')?.data?.extension;

/** What changes from one to the other: that alone is claimed, and given up. */
const moved = (before: Member & { extension?: string | undefined }, after: typeof before) => {
  const claims = ['email', 'loginId', 'extension'] as const;
  const changed = claims.filter((name) => before[name] !== after[name]);
  const pick = (of: typeof before) => Object.fromEntries(changed.map((name) => [name, of[name]]));
  return { wanted: pick(after), former: pick(before) };
};

/** The head with names and location of its own, and the edges of roles, folders and groups that name the member. */
const rewrite = (database: Database, ref: MemberRef, records: readonly SectionRecord[], to: Member): void => {
  const stored = database.members.get(keys.member(ref));
  if (stored === undefined) throw new Error('There is no such member.');
  const { firstName, lastName, email, loginId, location, version } = to;
  const head = { ...stored, firstName, lastName, email, loginId, location, version };
  database.members.set(keys.member(ref), copy(head));
  for (const record of records) database.records.set(keys.record(ref, record.section), copy(record));
  const permissions = database.records.get(keys.record(ref, 'permissions'));
  const byHand = permissions && recordOf([permissions], 'permissions')?.data;
  for (const use of usesOf(stored.folderId, byHand)) {
    const users = database.uses.get(keys.use(ref.accountId, use));
    if (users?.has(ref.userId)) users.set(ref.userId, fullName(head));
  }
};

/** One transaction over member, sections, claims, stakes and user: all of it or none. */
export const editMember =
  (database: Database): Members['edit'] =>
  async ({ before, member, records, person, invitationDue }, stamp: Stamp) => {
    const { users, members } = database;
    const { refuseWanted, claimWanted, giveUpWanted } = claimsIn(database);
    const stored = members.get(keys.member(member));
    if (stored?.version !== before.member.version || stored.status !== before.member.status)
      throw new ChangedMeanwhile();
    if (!records.every(({ section }) => isSectionAsRead(database, before, section)))
      throw new ChangedMeanwhile();
    const language = recordOf(before.records, 'profile')?.data?.language ?? '';
    const user = users.get(member.userId);
    if (person && !isCalled(user, { ...before.member, language })) throw new ChangedMeanwhile();
    const signsInOtherwise =
      person && (person.email !== before.member.email || person.loginId !== before.member.loginId);
    if (signsInOtherwise && user?.accountIds.length !== 1) throw new ChangedMeanwhile();
    if (signsInOtherwise && (user?.signedOutAt ?? '') > stamp.at) throw new ChangedMeanwhile();
    const { wanted, former } = moved(
      { ...before.member, extension: extensionIn(before.records) },
      { ...member, extension: extensionIn(replaced(before.records, records)) },
    );
    refuseWanted(member.accountId, wanted, AT, undefined);
    const stakes = stakesOf(before.records, records);
    const gone = stakeFaults(database, member, stakes, stamp.by, AT);
    if (gone.length > 0) throw new AssetGone(gone);

    giveUpWanted(member, former);
    claimWanted(member, wanted);
    moveStakes(database, member, stakes, stamp);
    const signedOut = signsInOtherwise ? { signedOutAt: stamp.at } : {};
    if (person && user) users.set(user.userId, copy({ ...user, ...person, ...signedOut }));
    if (invitationDue !== undefined) {
      const { accountId, userId } = member;
      database.invitations.set(keys.member(member), { accountId, userId, dueAt: invitationDue });
    }
    rewrite(database, member, revised(before.records, records), member);
  };

/** Says in another account what the user's own head says. */
export const renameMember =
  (database: Database): Members['rename'] =>
  async (ref, person) => {
    const stored = database.members.get(keys.member(ref));
    const profile = database.records.get(keys.record(ref, 'profile'));
    const left = profile && recordOf([profile], 'profile');
    if (stored === undefined || !isCalled(database.users.get(ref.userId), person)) return;
    if (isCalled({ ...stored, language: person.language }, person) && isCalled(left?.data ?? person, person))
      return;
    const { language: _, ...names } = person;
    const records = left?.data === undefined ? [] : [{ ...left, data: { ...left.data, ...person } }];
    rewrite(database, ref, revised(left === undefined ? [] : [left], records), {
      ...stored,
      ...names,
      version: stored.version + 1,
    });
  };
