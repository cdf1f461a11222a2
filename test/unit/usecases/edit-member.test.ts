import { describe, expect, it } from 'vitest';
import {
  AssetGone,
  ChangedMeanwhile,
  ExtensionTaken,
  Forbidden,
  LoginIdTaken,
  MoreThanHeld,
  NotInFolder,
  NotOwner,
  NotYoursToChange,
  UserExists,
  WrongMemberStatus,
} from '../../../core/domain/errors.ts';
import type { MemberPatch } from '../../../core/domain/member-patch.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { assignMember, releaseMember } from '../../../core/usecases/assign-member.ts';
import { editMember } from '../../../core/usecases/edit-member.ts';
import { sendDueInvitation } from '../../../core/usecases/invite-member.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { readMember } from '../../../core/usecases/read-member.ts';
import { given, request } from '../../ports/samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { furnish } from '../../sections/furnish.ts';
import { folderNamed, policyOf } from '../authorization/policies.ts';
import { openOffice, openOfficeWithKeeper, SALES } from './access-office.ts';
import { stampBy } from './company.ts';

type Office = Pick<Awaited<ReturnType<typeof openOffice>>, 'ports' | 'authority' | 'member'>;

/** Edits as somebody does who has just read the member. */
const editing = ({ ports, authority, member }: Office) => ({
  async edit(who: { userId: string }, target: MemberRef, patch: MemberPatch) {
    const { version } = await member(target);
    await editMember(ports)(await authority(who), target, version, patch, stampBy(who));
  },
  async section(target: MemberRef, name: 'profile' | 'employee' | 'dialing' | 'work') {
    const { records = [] } = (await ports.members.read(target)) ?? {};
    return records.find(({ section }) => section === name)?.data;
  },
});

const office = async () => {
  const at = await openOffice();
  await furnish(at.ports, at.accountId, stampBy(at.boss));
  return { ...at, ...editing(at) };
};

describe('C-12 editing a member', () => {
  it('changes the fields that are named, and leaves all others as they are', async () => {
    const { edit, section, boss, agent, member } = await office();
    const before = await section(agent, 'profile');
    await edit(boss, agent, { profile: { firstName: 'Zoë', phone: '+14155550123' } });
    expect(await section(agent, 'profile')).toEqual({ ...before, firstName: 'Zoë', phone: '+14155550123' });
    expect(await member(agent)).toMatchObject({ firstName: 'Zoë' });
    await edit(boss, agent, { profile: { phone: null } });
    expect(await section(agent, 'profile')).toEqual({ ...before, firstName: 'Zoë' });
  });

  it('empties a section with null, and a list that need not be there', async () => {
    const { edit, section, boss, agent } = await office();
    await edit(boss, agent, {
      work: { queues: ['support'], campaigns: ['solar'] },
      employee: { title: 'Lead' },
    });
    await edit(boss, agent, { work: { queues: null }, employee: null });
    expect(await section(agent, 'work')).toMatchObject({ queues: [], campaigns: ['solar'] });
    expect(await section(agent, 'employee')).toBeUndefined();
  });

  it('is refused to whoever has read an older version, and does nothing where nothing changes', async () => {
    const { edit, ports, authority, boss, agent, member } = await office();
    const { version } = await member(agent);
    await edit(boss, agent, { employee: { title: 'Lead' } });
    const late = editMember(ports)(
      await authority(boss),
      agent,
      version,
      { employee: { title: 'Agent' } },
      stampBy(boss),
    );
    await expect(late).rejects.toThrow(ChangedMeanwhile);
    const after = await member(agent);
    await edit(boss, agent, { employee: { title: 'Lead' } });
    expect(await member(agent)).toEqual(after);
  });

  it('A-8 B-16 assigns and releases from the other side too; a repeat does nothing, even when it is archived', async () => {
    const { ports, authority, section, boss, agent, member, accountId } = await office();
    const queue = { kind: 'queue' as const, key: 'support' };
    const acting = await authority(boss);
    await assignMember(ports)(acting, agent, queue, stampBy(boss));
    expect(await section(agent, 'work')).toMatchObject({ queues: ['support'] });
    const asset = (await ports.assets.read({ accountId, ...queue })) ?? expect.fail();
    await ports.assets.change(asset, { ...asset, archived: true, version: 2 }, stampBy(boss));
    const before = await member(agent);
    await assignMember(ports)(acting, agent, queue, stampBy(boss));
    expect(await member(agent)).toEqual(before);
    await releaseMember(ports)(acting, agent, queue, stampBy(boss));
    expect(await section(agent, 'work')).toMatchObject({ queues: [] });
    await expect(assignMember(ports)(acting, agent, queue, stampBy(boss))).rejects.toThrow(AssetGone);
  });

  it('changes more than fits one transaction, in parts', async () => {
    const { edit, section, boss, agent, ports, accountId } = await office();
    const keys = Array.from({ length: 80 }, (_, n) => `list-${n}`);
    for (const key of keys) {
      const made = { accountId, kind: 'campaign' as const, key, name: key, agentGroups: [] };
      await ports.assets.create(
        { ...made, archived: false, version: 1, createdAt: stampBy(boss).at },
        stampBy(boss),
      );
    }
    await edit(boss, agent, { work: { campaigns: keys }, employee: { title: 'Lead' } });
    expect(await section(agent, 'work')).toMatchObject({ campaigns: keys });
    expect(await section(agent, 'employee')).toEqual({ title: 'Lead' });
    await edit(boss, agent, { work: { campaigns: keys.slice(40).reverse() } });
    expect(await section(agent, 'work')).toMatchObject({ campaigns: keys.slice(40).reverse() });
    expect(await ports.assets.users({ accountId, kind: 'campaign', key: 'list-0' }, 5)).toEqual([]);
    expect(await ports.assets.users({ accountId, kind: 'campaign', key: 'list-79' }, 5)).toEqual([
      { by: 'member', userId: agent.userId },
    ]);
  });

  it('is not for who is being onboarded', async () => {
    const { edit, boss, ports, accountId } = await office();
    const run = await given(ports).run(accountId, request());
    await takeUpTo(ports, 'AssignLicenses', run);
    await expect(edit(boss, run, { employee: { title: 'Lead' } })).rejects.toThrow(WrongMemberStatus);
  });
});

describe('C-49 D-14 what is unique', () => {
  it.each([
    ['email', UserExists],
    ['loginId', LoginIdTaken],
    ['extension', ExtensionTaken],
  ] as const)('stays so when %s is edited: a clash is refused with its pointer', async (field, error) => {
    const { edit, boss, agent, hire } = await office();
    await edit(boss, agent, { profile: { extension: '7001' } });
    const other = await hire();
    const taken = { ...agent.sections.profile, extension: '7001' }[field];
    const refused = edit(boss, other, { profile: { [field]: taken } });
    await expect(refused).rejects.toThrow(error);
    await expect(refused).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: `/sections/profile/${field}` })],
    });
  });

  it('is free again for others once it has been given up', async () => {
    const { edit, boss, agent, hire } = await office();
    const other = await hire();
    const { email, loginId } = agent.sections.profile;
    await edit(boss, agent, { profile: { extension: '7001' } });
    await edit(boss, agent, {
      profile: { email: 'new@example.com', loginId: 'new.person', extension: null },
    });
    await edit(boss, other, { profile: { email, loginId, extension: '7001' } });
  });
});

describe('X-7 an invitation that has not been used', () => {
  it('is left to be sent anew, in the very edit that corrects the address', async () => {
    const { edit, boss, agent, outbox, ports, moveClock } = await office();
    const due = () => ports.invitations.read(agent);
    const [first] = outbox.filter(({ userId }) => userId === agent.userId);
    await edit(boss, agent, { profile: { firstName: 'Zoë' } });
    expect(await due()).toBeUndefined();
    await edit(boss, agent, { profile: { email: 'right@example.com' } });
    expect(await due()).toEqual({ dueAt: stampBy(boss).at });
    moveClock(600_000);
    await sendDueInvitation(ports)(agent, 'req-2');
    expect(outbox.at(-1)).toMatchObject({ userId: agent.userId });
    expect(outbox.at(-1)?.temporaryPassword).not.toBe(first?.temporaryPassword);
    await acceptInvitation(ports)(agent.userId, stampBy(agent));
    await edit(boss, agent, { profile: { email: 'other@example.com' } });
    expect(await due()).toBeUndefined();
  });
});

describe('C-43 one’s own profile', () => {
  it('is one’s own to change as far as it is about oneself', async () => {
    const { edit, section, agent } = await office();
    await edit(agent, agent, {
      profile: { phone: '4155550123', language: 'es' },
      employee: { timeZone: 'America/Chicago', notifications: { overrideTeam: true } },
      dialing: { ifUnavailable: { action: 'forward', forwardTo: '+14155550100' } },
    });
    expect(await section(agent, 'dialing')).toMatchObject({ ifUnavailable: { action: 'forward' } });
    const refused = edit(agent, agent, { employee: { title: 'Boss' }, work: { queues: ['support'] } });
    await expect(refused).rejects.toThrow(NotYoursToChange);
    await expect(refused).rejects.toMatchObject({
      faults: [
        { pointer: '/sections/employee/title', detail: 'is for who manages you to change' },
        { pointer: '/sections/work/queues', detail: 'is for who manages you to change' },
      ],
    });
  });

  it('C-60 has the caller ID that one chooses, with the permission to', async () => {
    const { edit, section, agent, hire } = await office();
    const patch = { dialing: { callerId: 'second-line' } };
    await expect(edit(agent, agent, patch)).rejects.toThrow(/Ask an administrator/);
    const caller = await hire({ grants: ['set-caller-id'] });
    await edit(caller, caller, patch);
    expect(await section(caller, 'dialing')).toEqual({ callerId: 'second-line' });
  });

  it('A-16 says the same to an administrator as to oneself, with what each may change', async () => {
    const { ports, authority, agent, boss } = await office();
    const [mine, theirs] = [
      await readMember(ports)(await authority(agent), agent),
      await readMember(ports)(await authority(boss), agent),
    ];
    const { mayChange, ...seen } = mine;
    expect(theirs).toMatchObject(seen);
    expect(mayChange).toContain('/profile/phone');
    expect(mayChange).not.toContain('/profile/email');
    expect(theirs.mayChange).toEqual(
      expect.arrayContaining([...mayChange, '/profile/email', '/work/queues']),
    );
  });
});

describe('C-33 C-38 the profile of others', () => {
  it('is for who edits users in a folder where they may write', async () => {
    const at = await openOfficeWithKeeper();
    const { edit } = editing(at);
    const { keeper, agent, hire } = at;
    await edit(keeper, agent, { employee: { title: 'Lead' } });
    await at.setPolicy((policy) => ({
      ...policy,
      folders: policyOf({ folders: [folderNamed('sales', { folderId: SALES, access: {} })] }).folders,
    }));
    await expect(edit(keeper, agent, { employee: { title: 'Agent' } })).rejects.toThrow(NotInFolder);
    const other = await hire();
    await expect(edit(other, agent, { employee: { title: 'Agent' } })).rejects.toThrow(NotInFolder);
  });

  it('X-4 by what somebody signs in only who holds all that they hold changes it, with the right to', async () => {
    const at = await openOfficeWithKeeper();
    const { edit } = editing(at);
    const { keeper, agent, boss, hire } = at;
    const email = { profile: { email: 'other@example.com' } };
    await expect(edit(keeper, boss, email)).rejects.toThrow(MoreThanHeld);
    await expect(edit(keeper, boss, { profile: { loginId: 'other.one' } })).rejects.toThrow(MoreThanHeld);
    await edit(keeper, boss, { profile: { phone: '4155550123' } });
    const clerk = await hire({ role: 'call-manager', grants: ['edit-users'] });
    await at.setPolicy((policy) => ({
      ...policy,
      folders: policyOf({ root: { role: 'call-agent', access: { write: [clerk.userId] } } }).folders,
    }));
    await expect(edit(clerk, agent, email)).rejects.toThrow(Forbidden);
    await edit(boss, agent, email);
  });

  it('D-35 D-36 is changed, as far as it is the person’s, by the account that created them', async () => {
    const { edit, boss, agent, database } = await office();
    const user = database.users.get(agent.userId);
    if (user === undefined) throw new Error('There is no such user.');
    const elsewhere = await openOffice();
    database.users.set(agent.userId, { ...user, owningAccountId: elsewhere.accountId });
    database.accounts.set(elsewhere.accountId, {
      ...(database.accounts.get(boss.accountId) ?? expect.fail()),
      accountId: elsewhere.accountId,
      name: 'Harbour Lane',
    });
    const refused = edit(boss, agent, { profile: { lastName: 'Other', phone: '4155550123' } });
    await expect(refused).rejects.toThrow(NotOwner);
    await expect(refused).rejects.toThrow(/ask Harbour Lane/);
    await edit(boss, agent, { profile: { phone: '4155550123' } });
    await edit(agent, agent, { profile: { language: 'es' } });
  });

  it('D-35 leaves by what a person signs in who is in other accounts too', async () => {
    const { edit, boss, agent, database } = await office();
    const user = database.users.get(agent.userId) ?? expect.fail();
    database.users.set(agent.userId, { ...user, accountIds: [...user.accountIds, 'acc_other'] });
    const refused = edit(boss, agent, { profile: { email: 'other@example.com' } });
    await expect(refused).rejects.toThrow(NotOwner);
    await expect(refused).rejects.toMatchObject({
      faults: [expect.objectContaining({ pointer: '/sections/profile/email' })],
    });
  });
});
