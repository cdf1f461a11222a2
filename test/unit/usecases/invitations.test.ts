import { describe, expect, it } from 'vitest';
import {
  AlreadyAccepted,
  IdentityRefused,
  MailNotSent,
  NotFound,
  NotInFolder,
  WrongMemberStatus,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { inviteMember, sendDueInvitation } from '../../../core/usecases/invite-member.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { LATER, stampAt } from '../../ports/samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { authorityOf, byHand, memberIn } from '../authorization/authorities.ts';
import { policyOf } from '../authorization/policies.ts';
import { openLicensedOffice } from './licensed-office.ts';

const MINUTE = 60_000;

/** Somebody who has come out of the waiting line, and is to be invited. */
const served = async () => {
  const at = await openLicensedOffice({ lmp: 0 });
  const run = await at.onboard();
  await at.own({ lmp: 1 });
  await at.serve();
  const send = (ports: Ports = at.ports) => sendDueInvitation(ports)(run, 'req');
  const isDue = async () => (await at.ports.invitations.read(run)) !== undefined;
  return { ...at, run, send, isDue };
};

/** Ports of which the mail goes wrong. */
const failing = (ports: Ports, error: Error): Ports => ({
  ...ports,
  identity: { ...ports.identity, invite: () => Promise.reject(error) },
});

describe('the invitation of who comes out of the line', () => {
  it('A-23 D-9 is sent once, and the member shows when', async () => {
    const { send, isDue, outbox, member, run, ports } = await served();
    expect(await send()).toBe(true);
    expect(outbox).toMatchObject([
      { userId: run.userId, email: run.sections.profile.email, accountName: 'Acme' },
    ]);
    expect((await member(run)).invitedAt).toBe(ports.clock.now().toISOString());
    expect(await isDue()).toBe(false);
    expect(await send()).toBe(false);
    expect(outbox).toHaveLength(1);
  });

  it('A-23 is one mail, however many try at once', async () => {
    const { send, outbox, isDue } = await served();
    const sent = await Promise.all(Array.from({ length: 8 }, () => send()));
    expect(sent.filter(Boolean)).toHaveLength(1);
    expect(outbox).toHaveLength(1);
    expect(await isDue()).toBe(false);
  });

  it('A-23 is sent a minute later by another, when who took it upon themselves has died', async () => {
    const { ports, send, outbox, moveClock, isDue } = await served();
    const died = new Error('died');
    await expect(send(failing(ports, died))).rejects.toThrow(died);
    expect(await send()).toBe(false);
    moveClock(MINUTE - 1);
    expect(await send()).toBe(false);
    expect([outbox.length, await isDue()]).toEqual([0, true]);
    moveClock(1);
    expect(await send()).toBe(true);
    expect([outbox.length, await isDue()]).toEqual([1, false]);
  });

  it('is tried again later, when no mail can be sent', async () => {
    const { ports, send, outbox, moveClock, isDue, member, run } = await served();
    await expect(send(failing(ports, new MailNotSent()))).rejects.toThrow(MailNotSent);
    expect([(await member(run)).invitedAt, await isDue()]).toEqual([undefined, true]);
    moveClock(MINUTE);
    await send();
    expect(outbox).toHaveLength(1);
  });

  it('is given up when the address is refused, and that is told', async () => {
    const { ports, send, isDue, member, run, logged } = await served();
    expect(await send(failing(ports, new IdentityRefused()))).toBe(false);
    expect([await isDue(), (await member(run)).invitedAt]).toEqual([false, undefined]);
    expect(logged.map(({ code }) => code)).toContain('INVITATION_REFUSED');
  });

  it('is not sent to who has a password by then', async () => {
    const { ports, send, isDue, outbox, run } = await served();
    await acceptInvitation(ports)(run.userId, stampAt());
    expect(await send()).toBe(false);
    expect([outbox.length, await isDue()]).toEqual([0, false]);
  });

  it.each(['takeBack', 'suspend'] as const)('is not sent to who is not active any more: %s', async (verb) => {
    const at = await served();
    if (verb === 'suspend') await at.suspend(at.run);
    else await at.takeBack(at.run, 'lmp');
    expect(await at.send()).toBe(false);
    expect([at.outbox.length, await at.isDue()]).toEqual([0, false]);
  });

  it('is nobody’s who never waited', async () => {
    const { ports, onboard, outbox } = await openLicensedOffice({ lmp: 1 });
    const run = await onboard();
    expect(await sendDueInvitation(ports)(run, 'req')).toBe(false);
    expect(outbox).toHaveLength(1);
  });
});

describe('an invitation that somebody sends', () => {
  const invited = async () => {
    const at = await openLicensedOffice({ lmp: 3 });
    const run = await at.onboard();
    const invite = (by = at.administrator, ref = run) => inviteMember(at.ports)(by, ref, stampAt(LATER));
    return { ...at, run, invite };
  };

  it('D-9 has a new password, and makes a sign-in anew that was lost', async () => {
    const { invite, run, outbox, member, database } = await invited();
    await invite();
    expect((await member(run)).invitedAt).toBe(LATER);
    database.signIns.delete(run.userId);
    await invite();
    expect(outbox.map(({ userId }) => userId)).toEqual(Array(3).fill(run.userId));
    expect(new Set(outbox.map(({ temporaryPassword }) => temporaryPassword)).size).toBe(3);
    expect(database.signIns.get(run.userId)?.email).toBe(run.sections.profile.email);
  });

  it('is for who has no password yet', async () => {
    const { invite, run, ports, outbox } = await invited();
    await acceptInvitation(ports)(run.userId, stampAt());
    await expect(invite()).rejects.toThrow(AlreadyAccepted);
    expect(outbox).toHaveLength(1);
  });

  it('E-21 is for who is active: others could not sign in', async () => {
    const at = await invited();
    await at.suspend(at.run);
    await expect(at.invite()).rejects.toThrow(WrongMemberStatus);
    await at.restore(at.run);
    await at.takeBack(at.run, 'lmp');
    await expect(at.invite()).rejects.toThrow(WrongMemberStatus);
    const under = await at.ask();
    await takeUpTo(at.ports, 'SetPermissions', under);
    await expect(at.invite(at.administrator, under)).rejects.toThrow(WrongMemberStatus);
    expect(at.outbox).toHaveLength(1);
  });

  it('C-1 is for who may write in their folder', async () => {
    const { invite, run, accountId } = await invited();
    const stranger = memberIn('fld_root', { byHand: byHand({ role: 'manager' }) });
    const elsewhere = authorityOf({ ...policyOf({}), accountId }, stranger);
    await expect(invite(elsewhere)).rejects.toThrow(NotInFolder);
    await expect(invite(undefined, { ...run, userId: newId('user') })).rejects.toThrow(NotFound);
  });
});
