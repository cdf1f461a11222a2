import { describe, expect, it } from 'vitest';
import {
  AddressNotAllowed,
  Forbidden,
  LoginIdTaken,
  MemberNotActive,
  NotFound,
} from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { authorize } from '../../../core/usecases/authorize.ts';
import { followOnboarding } from '../../../core/usecases/follow-onboarding.ts';
import { listOnboardings } from '../../../core/usecases/list-onboardings.ts';
import { readAccount } from '../../../core/usecases/read-account.ts';
import { readCompleteness } from '../../../core/usecases/read-completeness.ts';
import { readMe } from '../../../core/usecases/read-me.ts';
import { readMember } from '../../../core/usecases/read-member.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, LATER, request, stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';

const office = async () => {
  const world = inMemory();
  const accountId = await given(world.ports).account({ lmp: 9 });
  const hire = async (more: Parameters<typeof request>[0] = {}) => {
    const run = await given(world.ports).run(accountId, request(more));
    await execute(world.ports, run);
    return run;
  };
  return { ...world, accountId, hire };
};

const HOME = '203.0.113.9';
const restricted = { access: { allowedNetworks: ['203.0.113.0/24'] } };

describe('who may do something', () => {
  const ask = { sourceAddress: HOME, permission: 'create-user' } as const;

  it('C-8 is who holds the permission by role or by grant', async () => {
    const { ports, hire } = await office();
    const administrator = await hire({ permissions: { role: 'administrator' } });
    const granted = await hire({ permissions: { role: 'call-agent', grants: ['create-user'] } });
    const agent = await hire();
    const may = authorize(ports);
    expect(await may({ ...ask, ...administrator })).toEqual(new Set(PERMISSION_KEYS));
    expect((await may({ ...ask, ...granted })).has(ask.permission)).toBe(true);
    await expect(may({ ...ask, ...agent })).rejects.toThrow(Forbidden);
  });

  it('is who it is about, where that is enough: oneself, and nobody else', async () => {
    const { ports, hire } = await office();
    const agent = await hire();
    const other = await hire();
    const may = authorize(ports);
    await expect(may({ ...ask, ...agent, self: agent.userId })).resolves.toBeDefined();
    await expect(may({ ...ask, ...agent, self: other.userId })).rejects.toThrow(Forbidden);
    await expect(may({ ...ask, ...agent, self: undefined })).rejects.toThrow(Forbidden);
  });

  it('is nobody of another account, who does not even learn that it exists', async () => {
    const { ports, hire, accountId } = await office();
    const { userId } = await hire({ permissions: { role: 'administrator' } });
    const elsewhere = await given(ports).account();
    const may = authorize(ports);
    await expect(may({ ...ask, accountId: elsewhere, userId })).rejects.toThrow(NotFound);
    await expect(may({ ...ask, accountId: newId('account'), userId })).rejects.toThrow(NotFound);
    await expect(may({ ...ask, accountId, userId: newId('user') })).rejects.toThrow(NotFound);
    await expect(may({ ...ask, accountId: elsewhere, userId, self: userId })).rejects.toThrow(NotFound);
  });

  it('A-7 is nobody from an address outside the networks, not even the member concerned', async () => {
    const { ports, hire } = await office();
    const agent = await hire({ ...restricted, permissions: { role: 'administrator' } });
    const may = authorize(ports);
    await expect(may({ ...ask, ...agent })).resolves.toBeDefined();
    await expect(may({ ...ask, ...agent, sourceAddress: '::ffff:203.0.113.9' })).resolves.toBeDefined();
    for (const sourceAddress of ['198.51.100.1', '2001:db8::1']) {
      await expect(may({ ...ask, ...agent, sourceAddress, self: agent.userId })).rejects.toThrow(
        AddressNotAllowed,
      );
    }
  });

  it('A-23 is no member who is not active: still onboarding, or deactivated', async () => {
    const { ports, accountId } = await office();
    const run = await given(ports).run(accountId, request({ permissions: { role: 'administrator' } }));
    await takeUpTo(ports, 'AssignWork', run);
    await expect(authorize(ports)({ ...ask, ...run, self: run.userId })).rejects.toThrow(MemberNotActive);
    const poor = await given(ports).run(await given(ports).account({ lmp: 0 }));
    await execute(ports, poor);
    await expect(authorize(ports)({ ...ask, ...poor, self: poor.userId })).rejects.toThrow(MemberNotActive);
  });

  it('is decided in the order of account, status, address, permission', async () => {
    const { ports, hire, accountId } = await office();
    const agent = await hire(restricted);
    const outside = { ...ask, ...agent, sourceAddress: '198.51.100.1' };
    await expect(authorize(ports)(outside)).rejects.toThrow(AddressNotAllowed);
    const run = await given(ports).run(accountId, request(restricted));
    await takeUpTo(ports, 'AssignWork', run);
    await expect(authorize(ports)({ ...outside, ...run })).rejects.toThrow(MemberNotActive);
    const elsewhere = { ...outside, accountId: newId('account') };
    await expect(authorize(ports)(elsewhere)).rejects.toThrow(NotFound);
  });
});

describe('the first sign-in', () => {
  it('makes the login ID work, and is remembered once', async () => {
    const { ports, hire, database } = await office();
    const run = await hire();
    await acceptInvitation(ports)(run.userId, stampAt());
    await acceptInvitation(ports)(run.userId, stampAt(LATER));
    expect(database.signIns.get(run.userId)?.loginId).toBe(run.sections.profile.loginId);
    expect((await ports.users.read(run.userId))?.acceptedAt).toBe(stampAt().at);
  });

  it('C-49 is not remembered when the login ID is somebody else’s', async () => {
    const { ports, hire } = await office();
    const run = await hire();
    const setLoginId = () => Promise.reject(new LoginIdTaken([]));
    const taken = { ...ports, identity: { ...ports.identity, setLoginId } };
    await expect(acceptInvitation(taken)(run.userId, stampAt())).rejects.toThrow(LoginIdTaken);
    expect((await ports.users.read(run.userId))?.acceptedAt).toBeUndefined();
  });

  it('is nobody’s who is not known', async () => {
    const { ports } = await office();
    await expect(acceptInvitation(ports)(newId('user'), stampAt())).rejects.toThrow(NotFound);
    await expect(readMe(ports)(newId('user'))).rejects.toThrow(NotFound);
  });
});

describe('what somebody sees', () => {
  it('of themselves: who they are, and what they may do in each account', async () => {
    const { ports, hire, accountId } = await office();
    const run = await hire({ permissions: { role: 'call-manager', grants: ['use-sip'] } });
    expect(await readMe(ports)(run.userId)).toMatchObject({
      email: run.sections.profile.email,
      memberships: [
        { accountId, accountName: 'Acme', status: 'active', permissions: ['view-call-log', 'use-sip'] },
      ],
    });
  });

  it('of themselves while they are not active: no permission at all', async () => {
    const { ports } = await office();
    const asked = request({ permissions: { role: 'administrator' } });
    const run = await given(ports).run(await given(ports).account({ lmp: 0 }), asked);
    await takeUpTo(ports, 'CreateProfile', run);
    expect((await readMe(ports)(run.userId)).memberships).toMatchObject([
      { status: 'onboarding', role: undefined, permissions: [] },
    ]);
    await execute(ports, run);
    expect((await readMe(ports)(run.userId)).memberships).toMatchObject([
      { status: 'deactivated', role: 'administrator', permissions: [] },
    ]);
  });

  it('A-15 of a member: all that the steps set up, with a skipped section absent', async () => {
    const { ports, hire } = await office();
    const run = await hire(restricted);
    await acceptInvitation(ports)(run.userId, stampAt());
    const member = await readMember(ports)(run);
    expect(member).toMatchObject({
      status: 'active',
      acceptedAt: stampAt().at,
      onboardedBy: run.runId,
      sections: { profile: run.sections.profile, access: restricted.access },
    });
    expect(member.sections.dialing).toBeUndefined();
    expect(member.waitingFor).toBeUndefined();
  });

  it('A-19 of a profile: what is missing', async () => {
    const { ports, hire } = await office();
    const run = await hire({ profile: { phone: '0000000000' }, employee: { title: 'Agent' } });
    const { complete, missing } = await readCompleteness(ports)(run);
    expect(complete).toBe(false);
    expect(missing.map(({ pointer }) => pointer)).not.toContain('/employee/title');
    expect(missing).toContainEqual(expect.objectContaining({ pointer: '/profile/phone' }));
  });

  it('of the runs: newest first, each with its reason if it failed', async () => {
    const { ports, hire, accountId } = await office();
    await hire();
    await given(ports).failedRun(accountId);
    const { items } = await listOnboardings(ports)(accountId, { limit: 10 });
    expect(items).toHaveLength(2);
    const failed = await listOnboardings(ports)(accountId, { status: 'failed', limit: 10 });
    expect(failed.items).toMatchObject([{ failure: { code: 'busy', remedy: 'Resume.' } }]);
  });

  it('of another account: nothing', async () => {
    const { ports, hire } = await office();
    const run = await hire();
    const elsewhere = { ...run, accountId: await given(ports).account() };
    await expect(readMember(ports)(elsewhere)).rejects.toThrow(NotFound);
    await expect(readCompleteness(ports)(elsewhere)).rejects.toThrow(NotFound);
    await expect(followOnboarding(ports)(elsewhere)).rejects.toThrow(NotFound);
    await expect(readAccount(ports)(newId('account'))).rejects.toThrow(NotFound);
  });
});
