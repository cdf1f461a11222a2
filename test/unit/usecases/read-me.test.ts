import { describe, expect, it } from 'vitest';
import { NotFound } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { suspendMember } from '../../../core/usecases/change-status.ts';
import { readMe } from '../../../core/usecases/read-me.ts';
import { LOCATIONS } from '../../ports/locations.ts';
import { given, request, stampAt } from '../../ports/samples.ts';
import { takeUpTo } from '../../ports/state-machine.ts';
import { CLOSER, openOffice } from './access-office.ts';
import { openCompany, stampBy } from './company.ts';
import { openAgency } from './offer-agency.ts';

const NOTHING = { permissions: [], pages: [], endpoints: [] };

describe('D-3 what somebody sees of themselves', () => {
  it('is who they are, and what they may do in each account', async () => {
    const { ports, hire, accountId } = await openOffice();
    const run = await hire({ role: CLOSER, grants: ['search-users'], dataViewLevel: 'folder' });
    const me = await readMe(ports, LOCATIONS)(run.userId);
    expect(me).toMatchObject({ email: run.sections.profile.email, offers: [], agency: undefined });
    expect(me.memberships).toMatchObject([
      {
        accountId,
        accountName: 'Acme',
        status: 'active',
        role: CLOSER,
        roleName: 'closer',
        permissions: ['use-sip', 'search-users'],
        pages: expect.arrayContaining(['softphone', 'users']),
        endpoints: expect.arrayContaining(['listMembers', 'uploadFile', 'listAssets']),
        dataViewLevel: 'folder',
        sitePermissionLevel: 'user',
      },
    ]);
  });

  it('B-7 is told the API and the signalling host of their location, as far as they are known', async () => {
    const { ports, hire } = await openOffice();
    const { userId } = await hire();
    const here = { region: 'us-east-1', label: 'US East', signallingHost: 'one.signalling.example' };
    const serverOf = async (locations: Parameters<typeof readMe>[1]) =>
      (await readMe(ports, locations)(userId)).memberships.map(({ location, server }) => ({
        location,
        server,
      }));
    expect(await serverOf(LOCATIONS)).toEqual([{ location: 'us-east-1', server: here }]);
    await ports.locations.name({ 'us-east-1': 'https://api.example' }, stampAt());
    expect(await serverOf(LOCATIONS)).toEqual([
      { location: 'us-east-1', server: { ...here, apiUrl: 'https://api.example' } },
    ]);
    expect(await serverOf(LOCATIONS.slice(1))).toEqual([{ location: 'us-east-1', server: undefined }]);
  });

  it('C-7 shows the role of the folder', async () => {
    const { ports, agent } = await openOffice();
    expect((await readMe(ports, LOCATIONS)(agent.userId)).memberships).toMatchObject([
      { role: 'call-agent', roleName: 'Call agent' },
    ]);
  });

  it('shows a suspended member their role, and nothing that they may do', async () => {
    const { ports, authority, boss, agent } = await openOffice();
    await suspendMember(ports)(await authority(boss), agent, stampBy(boss));
    expect((await readMe(ports, LOCATIONS)(agent.userId)).memberships).toMatchObject([
      { status: 'suspended', role: 'call-agent', ...NOTHING },
    ]);
  });

  it('shows somebody who is being set up nothing, where they are made', async () => {
    const { ports, accountId } = await openOffice();
    const run = await given(ports).run(accountId, request({ permissions: { role: 'administrator' } }));
    await takeUpTo(ports, 'CreateProfile', run);
    const { memberships, offers } = await readMe(ports, LOCATIONS)(run.userId);
    expect(memberships).toMatchObject([{ status: 'onboarding', role: undefined, ...NOTHING }]);
    expect(offers).toEqual([]);
    await takeUpTo(ports, 'SetPermissions', run);
    expect((await readMe(ports, LOCATIONS)(run.userId)).memberships).toMatchObject([
      { status: 'onboarding', role: 'administrator', ...NOTHING },
    ]);
  });

  it('D-25 shows whoever has an agency role the accounts that they reach', async () => {
    const { ports, chief, home, there } = await openAgency();
    const { agency, memberships } = await readMe(ports, LOCATIONS)(chief.userId);
    expect(agency).toMatchObject({ name: 'Group', role: 'agency-administrator' });
    expect(agency?.accounts.map(({ accountId }) => accountId).sort()).toEqual(
      [home.accountId, there.accountId].sort(),
    );
    expect(memberships).toMatchObject([{ accountId: home.accountId, dataViewLevel: 'agency' }]);
  });

  it('is the same as what a request meets', async () => {
    const { ports, authority, agent, boss } = await openOffice();
    for (const who of [agent, boss]) {
      const [mine] = (await readMe(ports, LOCATIONS)(who.userId)).memberships;
      const { rights } = await authority(who);
      expect(new Set(mine?.permissions)).toEqual(rights.permissions);
      expect(new Set(mine?.pages)).toEqual(rights.pages);
    }
  });

  it('is nothing for who is not known', async () => {
    const { ports } = await openCompany();
    await expect(readMe(ports, LOCATIONS)(newId('user'))).rejects.toThrow(NotFound);
  });
});

describe('E-23 administrators are asked for their extra profile', () => {
  it('until they answer or skip it, and nobody else is', async () => {
    const { ports, boss, agent } = await openOffice();
    const asks = async ({ userId }: { userId: string }) => (await readMe(ports, LOCATIONS)(userId)).asks;
    expect(await asks(boss)).toEqual(['extra-profile']);
    expect(await asks(agent)).toEqual([]);
    // An empty answer is one (E-24).
    await ports.extraProfiles.keep(boss.userId, {}, stampAt());
    expect(await asks(boss)).toEqual([]);
  });

  it('also if it is an agency that they administer, and not while they may do nothing', async () => {
    const { ports, boss, hire, authority } = await openOffice();
    const asks = async ({ userId }: { userId: string }) => (await readMe(ports, LOCATIONS)(userId)).asks;
    const second = await hire({ role: 'administrator' });
    expect(await asks(second)).toEqual(['extra-profile']);
    await suspendMember(ports)(await authority(boss), second, stampBy(boss));
    expect(await asks(second)).toEqual([]);
    const { chief, ports: agencyPorts } = await openAgency();
    expect((await readMe(agencyPorts, LOCATIONS)(chief.userId)).asks).toEqual(['extra-profile']);
  });
});
