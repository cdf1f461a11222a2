import { describe, expect, it } from 'vitest';
import { LoginIdTaken, NotFound } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { acceptInvitation } from '../../../core/usecases/accept-invitation.ts';
import { followOnboarding } from '../../../core/usecases/follow-onboarding.ts';
import { listOnboardings } from '../../../core/usecases/list-onboardings.ts';
import { readAccount } from '../../../core/usecases/read-account.ts';
import { readCompleteness } from '../../../core/usecases/read-completeness.ts';
import { readMe } from '../../../core/usecases/read-me.ts';
import { readMember } from '../../../core/usecases/read-member.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { LOCATIONS } from '../../ports/locations.ts';
import { given, LATER, request, stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';
import { administratorOf } from '../authorization/authorities.ts';

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

const restricted = { access: { allowedNetworks: ['203.0.113.0/24'] } };

describe('the first sign-in', () => {
  it('makes the login ID work, and is remembered once', async () => {
    const { ports, hire, database } = await office();
    const run = await hire();
    await acceptInvitation(ports)(run.userId, stampAt());
    await acceptInvitation(ports)(run.userId, stampAt(LATER));
    expect(database.signIns.get(run.userId)?.loginId).toBe(run.sections.profile.loginId);
    expect((await ports.users.read(run.userId))?.acceptedAt).toBe(stampAt().at);
  });

  it('C-49 makes it work again for who has been invited to a sign-in made anew', async () => {
    const { ports, hire, database } = await office();
    const run = await hire();
    await acceptInvitation(ports)(run.userId, stampAt());
    await ports.identity.removeUser(run.userId);
    await ports.identity.createUser({ ...run.sections.profile, userId: run.userId });
    await acceptInvitation(ports)(run.userId, stampAt(LATER));
    expect(database.signIns.get(run.userId)?.loginId).toBe(run.sections.profile.loginId);
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
    await expect(readMe(ports, LOCATIONS)(newId('user'))).rejects.toThrow(NotFound);
  });
});

describe('what somebody sees', () => {
  it('of themselves: who they are, and what they may do in each account', async () => {
    const { ports, hire, accountId } = await office();
    const run = await hire({ permissions: { role: 'call-manager', grants: ['use-sip'] } });
    expect(await readMe(ports, LOCATIONS)(run.userId)).toMatchObject({
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
    expect((await readMe(ports, LOCATIONS)(run.userId)).memberships).toMatchObject([
      { status: 'onboarding', role: undefined, permissions: [] },
    ]);
    await execute(ports, run);
    expect((await readMe(ports, LOCATIONS)(run.userId)).memberships).toMatchObject([
      { status: 'deactivated', role: 'administrator', permissions: [] },
    ]);
  });

  it('A-15 of a member: all that the steps set up, with a skipped section absent', async () => {
    const { ports, hire } = await office();
    const run = await hire(restricted);
    await acceptInvitation(ports)(run.userId, stampAt());
    const member = await readMember(ports)(administratorOf(run.accountId), run);
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
    const { items } = await listOnboardings(ports)(administratorOf(accountId), { limit: 10 });
    expect(items).toHaveLength(2);
    const failed = await listOnboardings(ports)(administratorOf(accountId), { status: 'failed', limit: 10 });
    expect(failed.items).toMatchObject([{ failure: { code: 'busy', remedy: 'Resume.' } }]);
  });

  it('of another account: nothing', async () => {
    const { ports, hire } = await office();
    const run = await hire();
    const elsewhere = { ...run, accountId: await given(ports).account() };
    await expect(readMember(ports)(administratorOf(elsewhere.accountId), elsewhere)).rejects.toThrow(
      NotFound,
    );
    await expect(readCompleteness(ports)(elsewhere)).rejects.toThrow(NotFound);
    await expect(followOnboarding(ports)(elsewhere)).rejects.toThrow(NotFound);
    await expect(readAccount(ports)(newId('account'))).rejects.toThrow(NotFound);
  });
});
