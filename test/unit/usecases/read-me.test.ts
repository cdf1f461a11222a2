import { describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { acceptOffer, declineOffer } from '../../../core/usecases/answer-offer.ts';
import { readMe } from '../../../core/usecases/read-me.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { withRole } from '../../ports/policy-samples.ts';
import { DUE, NOW, newRun, request, stampAt } from '../../ports/samples.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';
import { openCompany } from './company.ts';

/** Two accounts in one world; somebody of the first, whom the second offers access with a role of its own. */
const offered = async () => {
  const home = await openCompany({ name: 'Home' });
  const away = await openCompany({ name: 'Away' }, home);
  const ada = await home.hire({ role: 'call-agent' });
  const role = newId('role');
  const policy = await away.setPolicy((before) => withRole(before, role));
  const asked = request({ permissions: { role } });
  const run: OpenRun = { ...newRun(away.accountId, asked), userId: ada.userId, isOffer: true };
  const { email, loginId } = ada.sections.profile;
  run.sections.profile = { ...run.sections.profile, email, loginId };
  await home.ports.runs.start(run, DUE, stampAt());
  const me = () => readMe(home.ports)(ada.userId);
  return { ports: home.ports, home, away, run, role: { role, roleName: policy.roles[role]?.name }, me };
};

describe('what somebody is told of themselves', () => {
  it('C-7 D-2 is the role by its name: one by hand, that of the folder, one of the account’s own', async () => {
    const { ports, hire, setPolicy } = await openCompany();
    const own = newId('role');
    const policy = await setPolicy((before) => withRole(before, own));
    const roleOf = async (permissions: Parameters<typeof hire>[0]) => {
      const [membership] = (await readMe(ports)((await hire(permissions)).userId)).memberships;
      return [membership?.role, membership?.roleName];
    };
    expect(await roleOf({ role: 'report-manager' })).toEqual(['report-manager', 'Report manager']);
    expect(await roleOf({})).toEqual(['call-agent', 'Call agent']);
    expect(await roleOf({ role: own })).toEqual([own, policy.roles[own]?.name]);
  });

  it('X-19 is an offer once all is set up, with its role and its end; until then, nothing', async () => {
    const { ports, home, away, run, role, me } = await offered();
    await takeUpTo(ports, 'AssignWork', run);
    expect(await me()).toMatchObject({ memberships: [{ accountId: home.accountId }], offers: [] });
    await execute(ports, run);
    const { memberships, offers } = await me();
    expect(memberships.map(({ accountId }) => accountId)).toEqual([home.accountId]);
    expect(offers).toEqual([
      { accountId: away.accountId, accountName: 'Away', ...role, expiresAt: expect.stringMatching(/Z$/) },
    ]);
  });

  it('X-19 is a membership once they accept, and what it was before if they decline', async () => {
    const taken = await offered();
    await execute(taken.ports, taken.run);
    await acceptOffer(taken.ports)(taken.run, stampAt());
    const accepted = await taken.me();
    expect(accepted.offers).toEqual([]);
    expect(accepted.memberships).toMatchObject([
      { accountName: 'Home', role: 'call-agent' },
      { accountName: 'Away', status: 'active', ...taken.role },
    ]);

    const refused = await offered();
    await execute(refused.ports, refused.run);
    await declineOffer(refused.ports)(refused.run, stampAt());
    expect(await refused.me()).toMatchObject({ memberships: [{ accountName: 'Home' }], offers: [] });
  });

  it('D-23 is their agency with all of its accounts', async () => {
    const agencyId = newId('agency');
    const world = inMemory();
    await world.ports.agencies.create({ agencyId, name: 'Group', createdAt: NOW }, stampAt());
    const first = await openCompany({ name: 'First', agencyId }, world);
    const second = await openCompany({ name: 'Second', agencyId }, world);
    const ada = await first.hire({ role: 'administrator' });
    expect((await readMe(world.ports)(ada.userId)).agency).toBeUndefined();
    first.giveAgencyRole(ada, 'agency-billing-manager');
    const { agency, memberships } = await readMe(world.ports)(ada.userId);
    expect(memberships).toMatchObject([{ dataViewLevel: 'agency' }]);
    expect(agency).toMatchObject({ agencyId, name: 'Group', role: 'agency-billing-manager' });
    expect(agency?.accounts.map(({ accountId }) => accountId).sort()).toEqual(
      [first.accountId, second.accountId].sort(),
    );
  });
});
