import type { Authority } from '../domain/authorization/authority.ts';
import { WrongMemberStatus } from '../domain/errors.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import { endSessions } from './end-sessions.ts';
import type { MemberChange, MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, requireSecurityOver, type Target } from './read-target.ts';

type Needs = Pick<Ports, 'members' | 'users' | 'accounts'>;

/** A change of the member's head alone. */
const change = (
  { record }: Target,
  becomes: Partial<MemberChange['member']>,
  administrators: MemberChange['administrators'] = 0,
): MemberChange => ({
  before: record,
  member: { ...record.member, ...becomes, version: record.member.version + 1 },
  records: [],
  taken: [],
  givenUp: [],
  administrators,
});

const isAdministrator = ({ given }: Target): boolean => given.byHand?.role === ADMINISTRATOR;

/** An agency role stands on the membership that is suspended, so it ends with it. */
const withoutAgencyRole = ({ user, record }: Target): Pick<MemberChange, 'agencyRole'> =>
  user.agencyRole?.accountId === record.member.accountId ? { agencyRole: { is: undefined } } : {};

/**
 * Suspends a member: they keep what they have, but for their sessions, and can do nothing from their next call on. A
 * repeat does nothing more.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `LastAdministrator`, `ChangedMeanwhile`.
 */
export const suspendMember =
  (ports: Needs & Pick<Ports, 'sessions'>) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const target = await readTarget(ports)(ref);
    requireSecurityOver(authority, target);
    const { status } = target.record.member;
    if (status !== 'suspended') {
      if (status !== 'active') throw new WrongMemberStatus('active');
      const ends = change(target, { status: 'suspended' }, isAdministrator(target) ? -1 : 0);
      await ports.members.change({ ...ends, ...withoutAgencyRole(target) }, stamp);
    }
    // None begins any more.
    await endSessions(ports)(ref, stamp);
  };

/**
 * Lets a suspended member go on. A repeat does nothing.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `ChangedMeanwhile`.
 */
export const restoreMember =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const target = await readTarget(ports)(ref);
    requireSecurityOver(authority, target);
    const { status } = target.record.member;
    if (status === 'active') return;
    if (status !== 'suspended') throw new WrongMemberStatus('suspended');
    await ports.members.change(change(target, { status: 'active' }, isAdministrator(target) ? 1 : 0), stamp);
  };

/** Whoever is signed out here is signed out of the agency that they reach from here. */
const agencySignedOut = (
  { user: { agencyRole }, record }: Target,
  signedOutAt: string,
): Pick<MemberChange, 'agencyRole'> =>
  agencyRole?.accountId === record.member.accountId
    ? { agencyRole: { is: { ...agencyRole, signedOutAt } } }
    : {};

/** Identity belongs to the person: an account ends all their sessions only where there is no other account. */
const isTheirOnlyAccount = ({ user, record }: Target): boolean =>
  user.owningAccountId === record.member.accountId && user.accountIds.length === 1;

/**
 * Ends a member's sessions in this account, and gives their seats back; all of their sessions, if it made the user and is
 * their only one.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `ChangedMeanwhile`.
 */
export const signOutMember =
  (ports: Needs & Pick<Ports, 'identity' | 'sessions'>) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const target = await readTarget(ports)(ref);
    requireSecurityOver(authority, target);
    const signedOutAt = stamp.at;
    const signedOut = { ...change(target, { signedOutAt }), ...agencySignedOut(target, signedOutAt) };
    await ports.members.change(signedOut, stamp);
    await endSessions(ports)(ref, stamp);
    if (!isTheirOnlyAccount(target)) return;
    await ports.users.signOut(ref.userId, stamp.at, stamp);
    await ports.identity.signOut(ref.userId);
  };

/**
 * Mails a member, at their own address, what lets them choose a new password.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `NoPasswordYet`, `IdentityRefused`,
 * `MailNotSent`, `Busy`.
 */
export const resetMemberPassword =
  (ports: Needs & Pick<Ports, 'identity'>) =>
  async (authority: Authority, ref: MemberRef): Promise<void> => {
    const target = await readTarget(ports)(ref);
    requireSecurityOver(authority, target);
    // Who is only offered access has nothing to do with this account yet.
    if (target.record.member.status === 'onboarding') throw new WrongMemberStatus('set up yet');
    await ports.identity.resetPassword(ref.userId);
  };

/** Ends every session of whoever asks, in every account, and gives their seats back. */
export const signOutEverywhere =
  (ports: Pick<Ports, 'users' | 'identity' | 'sessions'>) =>
  async (userId: string, stamp: Stamp): Promise<void> => {
    await ports.users.signOut(userId, stamp.at, stamp);
    await ports.identity.signOut(userId);
    const user = await ports.users.read(userId);
    for (const accountId of user?.accountIds ?? []) await endSessions(ports)({ accountId, userId }, stamp);
  };
