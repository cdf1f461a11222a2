import type { Authority } from '../domain/authorization/authority.ts';
import { requireInFolder } from '../domain/authorization/authority.ts';
import { AlreadyAccepted, IdentityRefused, NotFound, WrongMemberStatus } from '../domain/errors.ts';
import type { User } from '../domain/member.ts';
import { temporaryPassword } from '../domain/temporary-password.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'members' | 'users' | 'accounts' | 'identity'>;

/** Mails a user, at their own address, a new temporary password; one from before works no more. */
const invite =
  ({ accounts, identity }: Needs) =>
  async (accountId: string, { userId, email, language, firstName }: User): Promise<void> => {
    const account = await accounts.read(accountId);
    if (account === undefined) throw new NotFound();
    // A sign-in that has been lost is made anew.
    await identity.createUser({ userId, email, language, firstName });
    await identity.invite({
      userId,
      temporaryPassword: temporaryPassword(),
      accountName: account.name,
    });
  };

/**
 * Sends a member who has not chosen a password yet the invitation, or sends it again; a sign-in that has been lost is
 * made anew. The mail goes to the user's own address, so whoever may add users may send it (D-9).
 * Throws `NotFound`, `NotInFolder`, `WrongMemberStatus`, `AlreadyAccepted`, `IdentityRefused`, `MailNotSent`.
 */
export const inviteMember =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const [found, user] = await Promise.all([ports.members.read(ref), ports.users.read(ref.userId)]);
    if (found === undefined || user === undefined) throw new NotFound();
    requireInFolder(authority, found.member.folderId, 'write');
    // Who is not active could not sign in anyway; who comes out of the waiting line is invited by itself.
    if (found.member.status !== 'active') throw new WrongMemberStatus('active');
    const state = await ports.identity.find(ref.userId);
    if (state !== 'invited' && state !== 'missing') throw new AlreadyAccepted();
    await invite(ports)(ref.accountId, user);
    await ports.members.noteInvitation(ref, stamp.at, stamp);
  };

const LINE = 'waiting-line';
/** Who has taken it upon themselves to send an invitation has done so by then, or has died. */
const CLAIM_MILLISECONDS = 60_000;

/**
 * Sends the invitation that is due to a member: they have come out of the waiting line, or their address was corrected. Of several who try at once one
 * sends it; one who dies over it leaves it to the next, a minute later. Answers whether this one did.
 * Throws `MailNotSent`, `Busy`.
 */
export const sendDueInvitation =
  (ports: Needs & Pick<Ports, 'invitations' | 'clock' | 'log'>) =>
  async (ref: MemberRef, requestId: string): Promise<boolean> => {
    const due = await ports.invitations.read(ref);
    if (due === undefined) return false;
    const now = ports.clock.now();
    const until = new Date(now.getTime() + CLAIM_MILLISECONDS).toISOString();
    if (due.dueAt > now.toISOString()) return false;
    if (!(await ports.invitations.claim(ref, due.dueAt, until))) return false;
    const sent = await inviteIfWanted(ports)(ref, requestId);
    const at = now.toISOString();
    const stamp: Stamp = { at, by: LINE, channel: LINE, requestId };
    await ports.invitations.settle(ref, sent ? at : undefined, stamp);
    return sent;
  };

/** Whoever has left meanwhile, or has a password, is not invited; an address that is refused stays refused. */
const inviteIfWanted =
  (ports: Needs & Pick<Ports, 'log'>) =>
  async (ref: MemberRef, requestId: string): Promise<boolean> => {
    const [found, user] = await Promise.all([ports.members.read(ref), ports.users.read(ref.userId)]);
    if (found?.member.status !== 'active' || user === undefined || user.acceptedAt !== undefined)
      return false;
    try {
      await invite(ports)(ref.accountId, user);
    } catch (error) {
      if (!(error instanceof IdentityRefused)) throw error;
      ports.log('INVITATION_REFUSED', { ...ref, requestId });
      return false;
    }
    ports.log('INVITATION_SENT', { ...ref, requestId });
    return true;
  };
