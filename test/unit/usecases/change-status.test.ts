import { describe, expect, it } from 'vitest';
import {
  ChangedMeanwhile,
  LastAdministrator,
  MoreThanHeld,
  NoPasswordYet,
  NotFound,
  NotInFolder,
  WrongMemberStatus,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import {
  resetMemberPassword,
  restoreMember,
  signOutEverywhere,
  signOutMember,
  suspendMember,
} from '../../../core/usecases/change-status.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { newSession } from '../../ports/session-samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { policyOf } from '../authorization/policies.ts';
import { type Company, openCompany, stampBy } from './company.ts';

const office = async () => {
  const company = await openCompany();
  const boss = await company.hire({ role: 'administrator' });
  const agent = await company.hire();
  const as = async (who: { userId: string }) => [await company.authority(who), stampBy(who)] as const;
  const suspend = async (target = agent, who = boss) => {
    const [authority, stamp] = await as(who);
    await suspendMember(company.ports)(authority, target, stamp);
  };
  const restore = async (target = agent, who = boss) => {
    const [authority, stamp] = await as(who);
    await restoreMember(company.ports)(authority, target, stamp);
  };
  const signOut = async (target = agent, who = boss) => {
    const [authority, stamp] = await as(who);
    await signOutMember(company.ports)(authority, target, stamp);
  };
  const reset = async (target = agent, who = boss) =>
    resetMemberPassword(company.ports)(await company.authority(who), target);
  const administrators = () => company.database.accounts.get(company.accountId)?.activeAdministrators;
  return { ...company, boss, agent, suspend, restore, signOut, reset, administrators };
};

/** Every way to decide over somebody. */
const WAYS = ['suspend', 'restore', 'signOut', 'reset'] as const;

describe('suspending', () => {
  it('takes effect at once, keeps what the member has, and is harmless when repeated', async () => {
    const { suspend, member, agent, ports } = await office();
    await suspend();
    const once = await member(agent);
    expect(once).toMatchObject({ status: 'suspended', version: 1 });
    await suspend();
    expect(await member(agent)).toEqual(once);
    const { records } = (await ports.members.read(agent)) ?? { records: [] };
    expect(records.map(({ section }) => section)).toContain('permissions');
  });

  it('is for members who are active', async () => {
    const { suspend, restore, ports, accountId } = await office();
    const run = await given(ports).run(accountId, request());
    await takeUpTo(ports, 'AssignWork', run);
    await expect(suspend(run)).rejects.toThrow(WrongMemberStatus);
    await expect(restore(run)).rejects.toThrow(WrongMemberStatus);
  });

  it('D-17 leaves the account an administrator, and counts them', async () => {
    const { suspend, restore, hire, boss, administrators, member } = await office();
    await expect(suspend(boss)).rejects.toThrow(LastAdministrator);
    expect((await member(boss)).status).toBe('active');
    const second = await hire({ role: 'administrator' });
    await suspend(second);
    expect(administrators()).toBe(1);
    await expect(suspend(boss)).rejects.toThrow(LastAdministrator);
    await restore(second);
    expect(administrators()).toBe(2);
    await suspend(boss);
    expect(administrators()).toBe(1);
  });

  it('D-17 of two administrators, each by the other at once, is done to one', async () => {
    const { suspend, hire, boss, administrators } = await office();
    const second = await hire({ role: 'administrator' });
    const outcomes = await Promise.allSettled([suspend(second, boss), suspend(boss, second)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(administrators()).toBe(1);
  });

  it('D-23 ends the agency role that stands on the membership', async () => {
    const agencyId = newId('agency');
    const world = await openCompany();
    await world.ports.agencies.create({ agencyId, name: 'Group', createdAt: stampAt().at }, stampAt());
    const company = await openCompany({ agencyId }, world);
    const [boss, other] = [
      await company.hire({ role: 'administrator' }),
      await company.hire({ role: 'administrator' }),
    ];
    company.giveAgencyRole(boss, 'agency-administrator');
    company.giveAgencyRole(other, 'marketing-manager');
    const { ports } = company;
    await suspendMember(ports)(await company.authority(boss), other, stampBy(boss));
    expect((await ports.users.read(other.userId))?.agencyRole).toBeUndefined();
    await restoreMember(ports)(await company.authority(boss), other, stampBy(boss));
    expect((await ports.users.read(other.userId))?.agencyRole).toBeUndefined();
    const plain = await company.hire({ role: 'administrator' });
    await expect(suspendMember(ports)(await company.authority(plain), boss, stampBy(plain))).rejects.toThrow(
      MoreThanHeld,
    );
  });

  it('is refused when somebody has changed the member meanwhile', async () => {
    const { ports, boss, agent, authority } = await office();
    const read: typeof ports.members.read = async (ref) => {
      const found = await ports.members.read(ref);
      return found && { ...found, member: { ...found.member, version: 7 } };
    };
    const stale = { ...ports, members: { ...ports.members, read } };
    const late = suspendMember(stale)(await authority(boss), agent, stampBy(boss));
    await expect(late).rejects.toThrow(ChangedMeanwhile);
  });
});

describe('restoring', () => {
  it('gives back what there was, and is harmless when repeated', async () => {
    const { suspend, restore, member, agent, ports } = await office();
    const before = await ports.standings.read(agent);
    await suspend();
    await restore();
    expect(await member(agent)).toMatchObject({ status: 'active', version: 2 });
    expect((await ports.standings.read(agent))?.permissions).toEqual(before?.permissions);
    await restore();
    expect((await member(agent)).version).toBe(2);
  });

  it('A-23 activates nobody who waits for a license', async () => {
    const { restore, member, agent, database, accountId } = await office();
    const found = await member(agent);
    database.members.set(`${accountId}#${agent.userId}`, { ...found, status: 'deactivated' });
    await expect(restore()).rejects.toThrow(WrongMemberStatus);
  });
});

describe('signing out', () => {
  it('ends every session of whoever is in this account alone', async () => {
    const { signOut, member, agent, ports, database } = await office();
    await signOut();
    expect((await member(agent)).signedOutAt).toBe(stampBy(agent).at);
    expect((await ports.users.read(agent.userId))?.signedOutAt).toBe(stampBy(agent).at);
    expect(database.signIns.get(agent.userId)?.signOuts).toBe(1);
    await signOut();
    expect(database.signIns.get(agent.userId)?.signOuts).toBe(2);
  });

  it.each([
    ['is in another account too', { accountIds: ['acc_1', 'acc_2'] }],
    ['belongs to another account', { owningAccountId: 'acc_2' }],
  ])('ends the sessions in this account only of whoever %s', async (_, more) => {
    const { signOut, member, agent, ports, database } = await office();
    const user = await ports.users.read(agent.userId);
    if (user === undefined) throw new Error('There is no such user.');
    database.users.set(agent.userId, { ...user, ...more });
    await signOut();
    expect((await member(agent)).signedOutAt).toBe(stampBy(agent).at);
    expect((await ports.users.read(agent.userId))?.signedOutAt).toBeUndefined();
    expect(database.signIns.get(agent.userId)?.signOuts).toBeUndefined();
  });

  it('is everybody’s own to do, everywhere', async () => {
    const { ports, agent, database } = await office();
    await signOutEverywhere(ports)(agent.userId, stampBy(agent));
    expect((await ports.users.read(agent.userId))?.signedOutAt).toBe(stampBy(agent).at);
    expect(database.signIns.get(agent.userId)?.signOuts).toBe(1);
  });
});

describe('C-45 the seats of who is signed in', () => {
  const signedIn = async () => {
    const at = await office();
    const { accountId, agent, boss, ports } = at;
    // Without licenses: what becomes of seats is the sessions’ own matter.
    const begin = async (ref: { userId: string }, account = accountId) => {
      const session = newSession({ accountId: account, userId: ref.userId }, { kinds: [] });
      await ports.sessions.start(session, stampAt());
      return session;
    };
    const [session, other] = [await begin(agent), await begin(boss)];
    const isOpen = async (one: typeof session) => (await ports.sessions.read(one)) !== undefined;
    return { ...at, begin, session, other, isOpen };
  };

  it.each(['suspend', 'signOut'] as const)('%s gives them back, and no one else’s', async (way) => {
    const at = await signedIn();
    await at[way]();
    expect([await at.isOpen(at.session), await at.isOpen(at.other)]).toEqual([false, true]);
  });

  it('suspending again ends what a crash has left', async () => {
    const at = await signedIn();
    const crash = { ...at.ports.sessions, list: () => Promise.reject(new Error('the process died')) };
    const [authority, stamp] = [await at.authority(at.boss), stampBy(at.boss)];
    const late = suspendMember({ ...at.ports, sessions: crash })(authority, at.agent, stamp);
    await expect(late).rejects.toThrow('died');
    expect(await at.isOpen(at.session)).toBe(true);
    await at.suspend();
    expect(await at.isOpen(at.session)).toBe(false);
  });

  it('whoever signs out everywhere gives them back in every account', async () => {
    const at = await signedIn();
    const elsewhere = await openCompany({}, at);
    const { accountId } = elsewhere;
    const user = await at.ports.users.read(at.agent.userId);
    const member = await at.member(at.agent);
    if (user === undefined) throw new Error('There is no such user.');
    at.database.users.set(user.userId, { ...user, accountIds: [...user.accountIds, accountId] });
    at.database.members.set(`${accountId}#${user.userId}`, { ...member, accountId });
    const there = await at.begin(at.agent, accountId);
    await signOutEverywhere(at.ports)(at.agent.userId, stampBy(at.agent));
    const open = await Promise.all([at.session, there, at.other].map((one) => at.isOpen(one)));
    expect(open).toEqual([false, false, true]);
  });
});

describe('resetting a password', () => {
  it('C-13 mails the person, and changes nothing else', async () => {
    const { reset, agent, ports, database, member } = await office();
    await expect(reset()).rejects.toThrow(NoPasswordYet);
    await acceptInvitation(ports)(agent.userId, stampAt());
    const before = await member(agent);
    await reset();
    expect(database.signIns.get(agent.userId)?.resets).toBe(1);
    expect(await member(agent)).toEqual(before);
  });
});

describe('X-4 C-38 deciding over somebody', () => {
  const placed = async () => {
    const at = await office();
    const keeper = await at.hire({ role: 'manager', sitePermissionLevel: 'manager' });
    const write = { access: { write: [keeper.userId], read: [keeper.userId] } };
    await at.setPolicy((policy) => ({
      ...policy,
      folders: policyOf({ root: { role: 'agent', ...write } }).folders,
    }));
    await acceptInvitation(at.ports)(at.agent.userId, stampAt());
    return { ...at, keeper };
  };

  it.each(WAYS)('%s is for who may write in their folder', async (way) => {
    const at = await placed();
    await at.setPolicy((policy) => ({ ...policy, folders: policyOf({ root: { role: 'agent' } }).folders }));
    await expect(at[way](at.agent, at.keeper)).rejects.toThrow(NotInFolder);
  });

  it.each(WAYS)('%s is for who holds all that they hold', async (way) => {
    const at = await placed();
    const pages = await at.authority(at.keeper);
    expect(pages.rights.permissions.has('modify-security')).toBe(true);
    const more: Parameters<Company['hire']>[0][] = [
      { role: 'administrator' },
      { role: 'manager', grants: ['manage-voip'] },
      { role: 'manager', pages: ['billing'] },
      { role: 'manager', dataViewLevel: 'account' },
      { role: 'manager', sitePermissionLevel: 'administrator' },
    ];
    for (const permissions of more) {
      const target = await at.hire(permissions);
      await expect(at[way](target, at.keeper)).rejects.toThrow(MoreThanHeld);
    }
    const equal = await at.hire({ role: 'manager' });
    await acceptInvitation(at.ports)(equal.userId, stampAt());
    await expect(at[way](equal, at.keeper)).resolves.toBeUndefined();
  });

  it.each(WAYS)('%s finds nobody of another account', async (way) => {
    const at = await office();
    const elsewhere = await openCompany({}, at);
    const stranger = await elsewhere.hire();
    const there = { ...stranger, accountId: at.accountId };
    await expect(at[way](there, at.boss)).rejects.toThrow(NotFound);
    await expect(at[way]({ ...stranger, userId: newId('user') }, at.boss)).rejects.toThrow(NotFound);
  });
});
