import { describe, expect, it } from 'vitest';
import { MoreThanHeld, NotInFolder } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { explainAccess, previewNewAccess } from '../../../core/usecases/explain-access.ts';
import type { AccessEdit } from '../../../core/usecases/plan-access-change.ts';
import { byHand } from '../authorization/authorities.ts';
import { openOffice, openOfficeWithKeeper, SALES } from './access-office.ts';

describe('X-4 C-38 whoever changes access', () => {
  it.each<[string, AccessEdit]>([
    ['permission', { grants: ['manage-voip'] }],
    ['page', { pages: ['billing'] }],
    ['role', { role: 'report-manager' }],
    ['data-view level', { dataViewLevel: 'account' }],
    ['site permission level', { sitePermissionLevel: 'administrator' }],
    ['administrator’s role', { role: 'administrator' }],
  ])('gives nobody a %s that they do not hold', async (_, edit) => {
    const { change, keeper, agent } = await openOfficeWithKeeper();
    await expect(change(keeper, agent, edit)).rejects.toThrow(MoreThanHeld);
  });

  it('gives what they hold', async () => {
    const { change, keeper, agent } = await openOfficeWithKeeper();
    await expect(change(keeper, agent, { grants: ['start-im'] })).resolves.toBeUndefined();
  });

  it('changes nothing of themselves, unless they are administrator', async () => {
    const { change, keeper, boss } = await openOfficeWithKeeper();
    await expect(change(keeper, keeper, { grants: ['start-im'] })).rejects.toThrow(MoreThanHeld);
    await expect(change(boss, boss, { grants: ['start-im'] })).resolves.toBeUndefined();
  });

  it('says who calls from where only of whom they could suspend', async () => {
    const { change, keeper, boss, agent } = await openOfficeWithKeeper();
    await change(boss, agent, { grants: ['manage-voip'] });
    const allowedNetworks = ['198.51.100.0/24'];
    await expect(change(keeper, agent, { allowedNetworks })).rejects.toThrow(MoreThanHeld);
    await expect(change(keeper, boss, { allowedNetworks })).rejects.toThrow(MoreThanHeld);
  });

  it('C-57 has the right to write where they are, and to store where they go', async () => {
    const { change, keeper, agent } = await openOfficeWithKeeper();
    await expect(change(keeper, agent, { folderId: SALES })).rejects.toThrow(NotInFolder);
    const storing = await openOfficeWithKeeper({ storing: true });
    const moved = storing.change(storing.keeper, storing.agent, { folderId: SALES });
    await expect(moved).resolves.toBeUndefined();
    const stranger = await storing.hire({ role: 'manager' });
    await expect(storing.change(stranger, storing.agent, { grants: [] })).rejects.toThrow(/write/);
  });
});

describe('X-5 a preview', () => {
  it('says what a change adds, takes away and breaks, and changes nothing', async () => {
    const { preview, boss, agent, database } = await openOffice();
    const before = structuredClone(database);
    const shown = await preview(boss, agent, {
      role: 'customer-service-agent',
      pages: [],
      grants: ['add-did', 'view-billing'],
    });
    expect(shown.added).toEqual({
      permissions: ['view-billing'],
      pages: ['billing'],
      endpoints: [
        'listWaitingLine',
        'readAccount',
        'readBilling',
        'listLedger',
        'listStatements',
        'readStatement',
        'printStatement',
      ],
    });
    expect(shown.removed.permissions).toEqual(['use-sip']);
    expect(shown.removed.pages).toEqual(expect.arrayContaining(['softphone', 'call-log']));
    expect(shown.warnings).toEqual([{ code: 'missing-requirement', detail: 'add-did needs manage-voip.' }]);
    expect(shown.refusals).toEqual([]);
    expect(shown.access.role).toMatchObject({ role: 'customer-service-agent', by: 'hand' });
    expect(database).toEqual(before);
  });

  it('says all that would refuse it', async () => {
    const { preview, hire, agent } = await openOffice();
    const keeper = await hire({ role: 'manager' });
    const { refusals } = await preview(keeper, agent, {
      folderId: SALES,
      grants: ['manage-voip'],
      groups: [newId('group')],
    });
    expect(refusals.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        'is no group of this account',
        expect.stringContaining('manage-voip'),
        'needs the right to write in the folder',
        'needs the right to store in the folder',
      ]),
    );
  });

  it('equals what then happens', async () => {
    const { preview, change, boss, agent, authority, ports } = await openOffice();
    const edit: AccessEdit = { folderId: SALES, role: null, grants: ['broadcast-im', 'start-im'] };
    const before = (await authority(agent)).rights.permissions;
    const { access, added, removed } = await preview(boss, agent, edit);
    await change(boss, agent, edit);
    const { result, version } = await explainAccess(ports)(await authority(boss), agent);
    expect(result).toEqual({ ...access, lists: [] });
    expect(version).toBe(1);
    const after = (await authority(agent)).rights.permissions;
    expect(
      new Set(
        [...before, ...added.permissions].filter((key) => !removed.permissions.some((gone) => gone === key)),
      ),
    ).toEqual(after);
  });

  it('of somebody new is what they would get', async () => {
    const { ports, authority, boss, hire } = await openOffice();
    const shown = await previewNewAccess(ports)(
      await authority(boss),
      SALES,
      byHand({ grants: ['start-im'] }),
    );
    expect(shown.added.permissions).toEqual(['manage-leads', 'start-im']);
    expect(shown).toMatchObject({ refusals: [], removed: { permissions: [], pages: [], endpoints: [] } });
    const keeper = await hire({ role: 'manager' });
    const refused = await previewNewAccess(ports)(
      await authority(keeper),
      SALES,
      byHand({ role: 'administrator' }),
    );
    expect(refused.refusals.length).toBeGreaterThan(3);
  });
});
