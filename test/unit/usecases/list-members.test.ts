import { describe, expect, it } from 'vitest';
import { newId } from '../../../core/domain/ids.ts';
import { listMembers } from '../../../core/usecases/list-members.ts';
import { folderNamed, policyOf } from '../authorization/policies.ts';
import { openCompany } from './company.ts';

const [NORTH, SOUTH] = [newId('folder'), newId('folder')];

/** Ann and Ben in the north, of whom Ben is suspended; Cleo in the south; whoever keeps the north sees it alone. */
const company = async () => {
  const { ports, hire, authority, setPolicy } = await openCompany();
  await setPolicy(({ accountId, version }) => ({
    ...policyOf({
      root: { role: 'agent' },
      folders: [folderNamed('north', { folderId: NORTH }), folderNamed('south', { folderId: SOUTH })],
    }),
    accountId,
    version,
  }));
  const boss = await hire({ role: 'administrator' }, { profile: { firstName: 'Boss' } });
  const ann = await hire({}, { profile: { firstName: 'Ann', folderId: NORTH } });
  const ben = await hire({}, { profile: { firstName: 'Ben', folderId: NORTH, location: 'eu-west-1' } });
  await hire({}, { profile: { firstName: 'Cleo', folderId: SOUTH } });
  const before = await ports.members.read(ben);
  if (before === undefined) throw new Error('There is no Ben.');
  const member = { ...before.member, status: 'suspended' as const, version: before.member.version + 1 };
  const change = { before, member, records: [], taken: [], givenUp: [], administrators: 0 as const };
  const stamp = {
    at: '2026-06-01T09:00:00.000Z',
    by: 'operator',
    channel: 'operator',
    requestId: '1',
  } as const;
  await ports.members.change(change, stamp);
  const list = async (
    who: { userId: string },
    query: Partial<Parameters<ReturnType<typeof listMembers>>[1]>,
  ) => {
    const { items } = await listMembers(ports)(await authority(who), { limit: 10, ...query });
    return items.map(({ firstName }) => firstName);
  };
  return { boss, ann, ben, list, ports, authority, setPolicy };
};

describe('A-14 a list of members', () => {
  it('shows who is active, unless told', async () => {
    const { boss, list } = await company();
    expect(await list(boss, {})).toEqual(['Ann', 'Boss', 'Cleo']);
    expect(await list(boss, { status: 'suspended' })).toEqual(['Ben']);
    expect(await list(boss, { status: 'any' })).toEqual(['Ann', 'Ben', 'Boss', 'Cleo']);
    expect(await list(boss, { status: 'any', name: 'B' })).toEqual(['Ben', 'Boss']);
  });

  it('finds by email and login ID whatever the status, unless told', async () => {
    const { boss, ben, list } = await company();
    const { email, loginId } = ben.sections.profile;
    expect(await list(boss, { email })).toEqual(['Ben']);
    expect(await list(boss, { loginId })).toEqual(['Ben']);
    expect(await list(boss, { email, status: 'active' })).toEqual([]);
  });

  it('is of one folder, or of one location (B-7)', async () => {
    const { boss, list } = await company();
    expect(await list(boss, { folderId: NORTH, status: 'any' })).toEqual(['Ann', 'Ben']);
    expect(await list(boss, { folderId: NORTH })).toEqual(['Ann']);
    expect(await list(boss, { location: 'eu-west-1', status: 'any' })).toEqual(['Ben']);
  });

  it('is of one role, by hand or by folder, as the folders are now (C-7)', async () => {
    const { boss, ann, list, ports, authority, setPolicy } = await company();
    const fromNow = (north: string) =>
      setPolicy((policy) => {
        const folder = policy.folders[NORTH];
        if (folder === undefined) throw new Error('There is no north.');
        return { ...policy, folders: { ...policy.folders, [NORTH]: { ...folder, role: north } } };
      });
    expect(await list(boss, { role: 'administrator' })).toEqual(['Boss']);
    expect(await list(boss, { role: 'agent' })).toEqual(['Ann', 'Cleo']);
    expect(await list(boss, { role: 'agent', folderId: NORTH, status: 'any' })).toEqual(['Ann', 'Ben']);
    await fromNow('manager');
    expect(await list(boss, { role: 'agent' })).toEqual(['Cleo']);
    expect(await list(boss, { role: 'manager', status: 'any' })).toEqual(['Ann', 'Ben']);
    // Whom one does not reach has no role that one could ask for.
    expect(await list(ann, { role: 'administrator' })).toEqual([]);
    const { items } = await listMembers(ports)(await authority(boss), { limit: 10 });
    expect(items.map(({ role }) => role)).toEqual([
      { role: 'manager', name: 'Manager', by: 'folder' },
      { role: 'administrator', name: 'Administrator', by: 'hand' },
      { role: 'agent', name: 'Agent', by: 'folder' },
    ]);
    await expect(list(boss, { role: newId('role') })).rejects.toMatchObject({
      faults: [{ pointer: '/query/role', detail: 'is no role of this account' }],
    });
  });

  it('shows whom one reaches, in folders that one sees', async () => {
    const { boss, ann, ben, list } = await company();
    expect(await list(ann, { email: ben.sections.profile.email })).toEqual([]);
    expect(await list(ann, { folderId: NORTH })).toEqual(['Ann']);
    const fault = { faults: [{ pointer: '/query/folderId', detail: 'is no folder of this account' }] };
    await expect(list(ann, { folderId: SOUTH })).rejects.toMatchObject(fault);
    await expect(list(boss, { folderId: newId('folder') })).rejects.toMatchObject(fault);
  });
});
