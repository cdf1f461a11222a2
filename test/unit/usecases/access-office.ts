import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import type { WarningCode } from '../../../core/domain/warnings.ts';
import { changeAccess } from '../../../core/usecases/change-access.ts';
import { previewAccess } from '../../../core/usecases/explain-access.ts';
import type { AccessEdit } from '../../../core/usecases/plan-access-change.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { folderNamed, groupNamed, policyOf, roleNamed } from '../authorization/policies.ts';
import { type Company, openCompany, stampBy } from './company.ts';

export const [SALES, CLOSER, NORTH] = [newId('folder'), newId('role'), newId('group')];

/** How access is changed, and looked at, by somebody who has just read it. */
export const editing = ({ ports, authority, member }: Company) => ({
  async change(who: MemberRef, target: MemberRef, edit: AccessEdit, confirm: readonly WarningCode[] = []) {
    const { version } = await member(target);
    await changeAccess(ports)(await authority(who), target, version, { ...edit, confirm }, stampBy(who));
  },
  preview: async (who: MemberRef, target: MemberRef, edit: AccessEdit) =>
    previewAccess(ports)(await authority(who), target, edit, stampBy(who)),
});

/** An account with an administrator, an agent, a folder of its own (SALES), a role (CLOSER) and a group (NORTH). */
export const openOffice = async () => {
  const company = await openCompany();
  const parts = policyOf({
    root: { role: 'call-agent' },
    folders: [folderNamed('sales', { folderId: SALES, role: 'sales-agent', permissions: ['manage-leads'] })],
    roles: [roleNamed('closer', { roleId: CLOSER, permissions: ['use-sip'] })],
    groups: [{ ...groupNamed('north', [ROOT_FOLDER]), groupId: NORTH }],
  });
  await company.setPolicy(({ accountId, version }) => ({ ...parts, accountId, version }));
  const boss = await company.hire({ role: 'administrator' });
  const agent = await company.hire();
  const byHandOf = async (ref: MemberRef) => {
    const { records } = (await company.ports.members.read(ref)) ?? { records: [] };
    return {
      permissions: recordOf(records, 'permissions')?.data,
      access: recordOf(records, 'access')?.data,
    };
  };
  const administrators = () => company.database.accounts.get(company.accountId)?.activeAdministrators;
  const usersOf = (kind: 'role' | 'folder' | 'group', id: string) =>
    company.ports.policies.users(company.accountId, { kind, id }, 10);
  return { ...company, ...editing(company), boss, agent, byHandOf, administrators, usersOf };
};

/** The same with a manager who may write in the root, and stores in no folder but SALES, and there only if told. */
export const openOfficeWithKeeper = async ({ storing = false } = {}) => {
  const at = await openOffice();
  const keeper = await at.hire({ role: 'manager' });
  const [read, store] = [[keeper.userId], storing ? [keeper.userId] : []];
  await at.setPolicy((policy) => {
    const sales = folderNamed('sales', { folderId: SALES, role: 'call-agent', access: { store } });
    const root = { role: 'call-agent', access: { read, write: read } };
    return { ...policy, folders: policyOf({ root, folders: [sales] }).folders };
  });
  return { ...at, keeper };
};
