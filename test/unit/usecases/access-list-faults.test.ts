import { describe, expect, it } from 'vitest';
import { MoreThanHeld } from '../../../core/domain/errors.ts';
import { refuseListedRole } from '../../../core/usecases/access-list-faults.ts';
import { changeAccess } from '../../../core/usecases/change-access.ts';
import { previewAccess, previewNewAccess } from '../../../core/usecases/explain-access.ts';
import { openCompany, stampBy } from './company.ts';

/** A floor manager and an agent in a company whose support queue is open to the role `manager` and nobody else. */
const withQueue = async (subjects: readonly string[]) => {
  const company = await openCompany();
  const { ports, accountId, hire, authority } = company;
  const boss = await hire({ role: 'administrator' });
  const lead = await hire({ role: 'agent', grants: ['modify-security'], designation: 'agent' });
  const agent = await hire({ role: 'call-agent' });
  const list = { accountId, kind: 'queue' as const, key: 'support', subjects, version: 1 };
  await ports.accessLists.write(list, stampBy(boss));
  return { ...company, boss, lead, agent, authority };
};

const FAULT = { detail: 'changes access to the queue support, which you do not have' };

describe('C-63 X-4 access that comes with a role', () => {
  it('is given by who has it, and by administrators', async () => {
    const { ports, authority, boss, lead, agent } = await withQueue(['agent']);
    const edit = { role: 'agent', grants: [] };
    const seen = async (who: typeof boss) =>
      (await previewAccess(ports)(await authority(who), agent, edit, stampBy(who))).refusals;
    expect(await seen(boss)).toEqual([]);
    expect(await seen(lead)).not.toContainEqual(expect.objectContaining(FAULT));
  });

  it('is not given, nor taken, by anybody else', async () => {
    const { ports, authority, boss, lead, agent } = await withQueue(['call-agent']);
    const edit = { role: 'agent', grants: [] };
    const { refusals } = await previewAccess(ports)(await authority(lead), agent, edit, stampBy(lead));
    expect(refusals).toContainEqual(expect.objectContaining(FAULT));
    const anew = await previewNewAccess(ports)(await authority(lead), 'fld_root', {
      role: 'call-agent',
      grants: [],
      groups: [],
    });
    expect(anew.refusals).toContainEqual({ pointer: '/permissions', ...FAULT });
    const version = (await ports.members.read(agent))?.member.version ?? 0;
    const change = async (who: typeof boss) =>
      changeAccess(ports)(await authority(who), agent, version, { ...edit, confirm: [] }, stampBy(who));
    await expect(change(lead)).rejects.toThrow();
    await expect(change(boss)).resolves.toBeUndefined();
  });
});

describe('C-63 X-4 access that comes with the role of a folder', () => {
  it('is decided by who has it, and by administrators', async () => {
    const { ports, authority, boss, lead } = await withQueue(['report-manager']);
    const asked = { role: 'report-manager', parentId: 'fld_root' };
    const refuse = async (who: typeof boss) =>
      refuseListedRole(ports)(await authority(who), 'fld_root', asked);
    await expect(refuse(boss)).resolves.toBeUndefined();
    await expect(refuse(lead)).rejects.toThrow(MoreThanHeld);
    const same = { role: 'call-agent', parentId: 'fld_root' };
    await expect(refuseListedRole(ports)(await authority(lead), 'fld_root', same)).resolves.toBeUndefined();
  });
});
