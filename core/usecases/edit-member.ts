import { type Authority, holds, mayInFolder } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { editParts } from '../domain/edit-parts.ts';
import {
  ChangedMeanwhile,
  type Fault,
  Forbidden,
  InvalidRequest,
  NotInFolder,
  NotOwner,
  NotYoursToChange,
  WrongMemberStatus,
} from '../domain/errors.ts';
import type { MemberPatch } from '../domain/member-patch.ts';
import { replaced } from '../domain/member-stakes.ts';
import { type Patched, patchedSections } from '../domain/patched-sections.ts';
import { recordOf, type SectionRecord } from '../domain/section-record.ts';
import { OWNER_FIELDS, SELF_FIELDS, SELF_FIELDS_BY_PERMISSION, SIGN_IN_FIELDS } from '../domain/self-edit.ts';
import { followPerson } from './follow-person.ts';
import type { MemberRecord, MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, securityFaults, type Target } from './read-target.ts';
import { type NamingSections, sectionFaults, type Wanted, workFaults } from './section-faults.ts';

type Needs = Pick<
  Ports,
  'members' | 'users' | 'accounts' | 'subjects' | 'assets' | 'files' | 'identity' | 'log'
>;

const AT = '/sections';

const among = (changed: readonly string[], fields: readonly string[]): readonly string[] =>
  changed.filter((pointer) => fields.includes(pointer));

const faultsAt = (pointers: readonly string[], detail: string): readonly Fault[] =>
  pointers.map((pointer) => ({ pointer: `${AT}${pointer}`, detail }));

const namingSections = (records: readonly SectionRecord[]): NamingSections => {
  const profile = recordOf(records, 'profile')?.data;
  const employee = recordOf(records, 'employee')?.data;
  const messaging = recordOf(records, 'messaging')?.data;
  const dialing = recordOf(records, 'dialing')?.data;
  const work = recordOf(records, 'work')?.data;
  return {
    ...(profile && { profile }),
    ...(employee && { employee }),
    ...(messaging && { messaging }),
    ...(dialing && { dialing }),
    ...(work && { work }),
  };
};

/** Whether whoever asks may change the profile of others here, and so all of their own. */
const manages = (authority: Authority, { given }: Target): boolean =>
  holds(authority, 'edit-users') && mayInFolder(authority, given.folderId, 'write');

/** Of their own profile members change what is theirs, and what a permission gives them (C-43, C-60). */
const ownFaults = (authority: Authority, changed: readonly string[]): readonly Fault[] =>
  changed
    .filter((pointer) => !SELF_FIELDS.some((field) => field === pointer))
    .flatMap((pointer) => {
      const permission = SELF_FIELDS_BY_PERMISSION[pointer];
      if (permission !== undefined && holds(authority, permission)) return [];
      const detail =
        permission === undefined
          ? 'is for who manages you to change'
          : `is yours to change with the permission ${permission}`;
      return faultsAt([pointer], detail);
    });

/** What belongs to the person (D-35): the account that created the user changes it, and the language they themselves too. */
const refuseOthers = async (
  { accounts }: Pick<Ports, 'accounts'>,
  { accountId, userId }: Authority,
  { user }: Target,
  changed: readonly string[],
): Promise<void> => {
  const isSelf = user.userId === userId;
  const owned = among(changed, OWNER_FIELDS).filter(
    (pointer) => !(isSelf && pointer === '/profile/language'),
  );
  if (owned.length > 0 && user.owningAccountId !== accountId) {
    const owner = await accounts.read(user.owningAccountId);
    const name = owner?.name ?? 'the account that created the user';
    throw new NotOwner(name, faultsAt(owned, `is changed by ${name} alone`));
  }
  const shared = user.accountIds.length > 1 ? among(changed, SIGN_IN_FIELDS) : [];
  if (shared.length > 0)
    throw new NotOwner(
      'the user themselves',
      faultsAt(shared, 'is how the person signs in to other accounts too, so it stays as it is'),
    );
};

/** Whoever changes by what somebody signs in could become them: that is for who holds all that they hold (C-33, C-38). */
const refuseTakeover = (authority: Authority, target: Target, changed: readonly string[]): void => {
  if (among(changed, SIGN_IN_FIELDS).length === 0) return;
  if (!holds(authority, 'modify-security')) throw new Forbidden(['modify-security']);
  refuseMoreThanHeld(securityFaults(authority, target));
};

const refuseFaults =
  (ports: Needs) =>
  async (authority: Authority, target: Target, { records, changed, faults }: Patched): Promise<void> => {
    const before = target.record.records;
    const wanted: Wanted = {
      userId: target.user.userId,
      before: namingSections(before),
      after: namingSections(replaced(before, records)),
    };
    const invalid = [...faults, ...(await sectionFaults(ports)(authority, wanted, AT))];
    if (invalid.length > 0) throw new InvalidRequest(invalid);
    await refuseOthers(ports, authority, target, changed);
    refuseTakeover(authority, target, changed);
    refuseMoreThanHeld(workFaults(authority, wanted, AT));
  };

/** The member as the profile says, at the next version. */
const editedHead = (
  { member }: MemberRecord,
  records: readonly SectionRecord[],
): Pick<Parameters<Ports['members']['edit']>[0], 'member' | 'person'> => {
  const next = { ...member, version: member.version + 1 };
  const profile = recordOf(records, 'profile')?.data;
  if (profile === undefined) return { member: next };
  const { firstName, lastName, email, loginId, language, location } = profile;
  return {
    member: { ...next, firstName, lastName, email, loginId, location },
    person: { firstName, lastName, email, loginId, language },
  };
};

const isOfPerson = (changed: readonly string[]): boolean => among(changed, OWNER_FIELDS).length > 0;

/**
 * Changes a member's profile, settings and work, field by field (C-12), for themselves or by who manages them.
 * What is named is checked as in an onboarding request; a password is never touched (C-13). More changes than fit one
 * transaction are done in parts, each whole. Without `ifMatch` the member is changed as they are found.
 * Throws `NotFound`, `WrongMemberStatus`, `ChangedMeanwhile`, `InvalidRequest`, `NotInFolder`, `NotYoursToChange`,
 * `NotOwner`, `Forbidden`, `MoreThanHeld`, `UserExists`, `LoginIdTaken`, `ExtensionTaken`, `AssetGone`.
 */
export const editMember =
  (ports: Needs) =>
  async (
    authority: Authority,
    ref: MemberRef,
    ifMatch: number | undefined,
    patch: MemberPatch,
    stamp: Stamp,
  ): Promise<void> => {
    const target = await readTarget(ports)(ref);
    const { record } = target;
    if (record.member.status === 'onboarding')
      throw new WrongMemberStatus('set up yet: correct the run instead');
    if (ifMatch !== undefined && record.member.version !== ifMatch) throw new ChangedMeanwhile();
    const patched = patchedSections(record.records, patch, stamp.at);
    if (!manages(authority, target)) {
      if (ref.userId !== authority.userId) throw new NotInFolder(['write']);
      const others = ownFaults(authority, patched.changed);
      if (others.length > 0) throw new NotYoursToChange(others);
    }
    await refuseFaults(ports)(authority, target, patched);
    let before = record;
    for (const records of editParts(record.records, patched.records)) {
      if (records.length === 0) continue;
      const head = editedHead(before, records);
      const isPerson = head.person !== undefined && isOfPerson(patched.changed);
      await ports.members.edit(
        { before, member: head.member, records, ...(isPerson && { person: head.person }) },
        stamp,
      );
      before = { member: head.member, records: replaced(before.records, records) };
    }
    if (isOfPerson(patched.changed)) await followPerson(ports)(ref.userId, stamp);
  };
