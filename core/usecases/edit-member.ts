import type { Authority } from '../domain/authorization/authority.ts';
import { refuseMoreThanHeld } from '../domain/authorization/delegation.ts';
import { editParts } from '../domain/edit-parts.ts';
import {
  ChangedMeanwhile,
  InvalidRequest,
  NotInFolder,
  NotYoursToChange,
  WrongMemberStatus,
} from '../domain/errors.ts';
import type { MemberPatch } from '../domain/member-patch.ts';
import { replaced } from '../domain/member-stakes.ts';
import { type Patched, patchedSections } from '../domain/patched-sections.ts';
import { recordOf, revised, type SectionRecord } from '../domain/section-record.ts';
import { OWNER_FIELDS, SIGN_IN_FIELDS } from '../domain/self-edit.ts';
import { among, manages, ownFaults, refuseOthers, refuseTakeover } from './edit-rights.ts';
import { endFormerSignIn } from './end-former-sign-in.ts';
import { followPersonAtOnce } from './follow-person.ts';
import type { MemberRecord, MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, type Target } from './read-target.ts';
import { namingSections, sectionFaults, type Wanted } from './section-faults.ts';
import { workFaults } from './work-faults.ts';

type Needs = Pick<
  Ports,
  'members' | 'users' | 'accounts' | 'subjects' | 'assets' | 'files' | 'identity' | 'sessions' | 'log'
>;

const AT = '/sections';

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
    await refuseOthers(ports, authority, target, changed, AT);
    refuseTakeover(authority, target, changed);
    refuseMoreThanHeld(await workFaults(ports)(authority, wanted, AT));
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

/** Whose invitation lies unused in a mailbox that is theirs no longer: it goes anew to the one that is. */
const isInvitedElsewhere = ({ record, user }: Target, changed: readonly string[]): boolean =>
  changed.includes('/profile/email') &&
  record.member.invitedAt !== undefined &&
  user.acceptedAt === undefined;

/**
 * Changes a member's profile, settings and work, field by field (C-12), for themselves or by who manages them.
 * What is named is checked as in an onboarding request; a password is never touched (C-13). More changes than fit one
 * transaction are done in parts, each whole. Who has not used an invitation gets another at a new address; whoever signs in otherwise from now on is signed
 * out, and told at the former address by `tell-of-sign-in.ts`. Without `ifMatch` the member is changed as they are found.
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
      const others = ownFaults(authority, patched.changed, AT);
      if (others.length > 0) throw new NotYoursToChange(others);
    }
    await refuseFaults(ports)(authority, target, patched);
    let before = record;
    for (const records of editParts(record.records, patched.records)) {
      if (records.length === 0) continue;
      const head = editedHead(before, records);
      const isPerson = head.person !== undefined && isOfPerson(patched.changed);
      await ports.members.edit(
        {
          before,
          member: head.member,
          records,
          ...(isPerson && { person: head.person }),
          ...(isPerson && isInvitedElsewhere(target, patched.changed) && { invitationDue: stamp.at }),
        },
        stamp,
      );
      before = {
        member: head.member,
        records: replaced(before.records, revised(before.records, records)),
      };
    }
    if (isOfPerson(patched.changed)) await followPersonAtOnce(ports)(ref.userId, stamp);
    if (among(patched.changed, SIGN_IN_FIELDS).length > 0) await endFormerSignIn(ports)(ref, stamp);
  };
