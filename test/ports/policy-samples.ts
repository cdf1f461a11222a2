import type { Policy } from '../../core/domain/authorization/policy.ts';
import type { Use } from '../../core/domain/authorization/uses.ts';
import { newId, ROOT_FOLDER } from '../../core/domain/ids.ts';
import type { PolicyOutcome, Ports } from '../../core/usecases/ports.ts';
import { stampAt } from './samples.ts';

/** The policy with one role, folder or group more. */
export const withRole = (policy: Policy, roleId: string, name = 'Closer'): Policy => ({
  ...policy,
  version: policy.version + 1,
  roles: {
    ...policy.roles,
    [roleId]: {
      roleId,
      name,
      help: '',
      designation: 'agent',
      permissions: ['use-sip'],
      pages: [],
      dataViewLevel: 'own',
      sitePermissionLevel: 'user',
      mayJoinGroups: true,
      version: policy.version + 1,
    },
  },
});

export const withFolder = (policy: Policy, folderId: string, parentId: string = ROOT_FOLDER): Policy => ({
  ...policy,
  version: policy.version + 1,
  folders: {
    ...policy.folders,
    [folderId]: {
      folderId,
      parentId,
      name: 'Night shift',
      permissions: [],
      access: { read: [], write: [], store: [] },
      version: policy.version + 1,
    },
  },
});

const withGroup = (policy: Policy, groupId: string): Policy => ({
  ...policy,
  version: policy.version + 1,
  groups: {
    ...policy.groups,
    [groupId]: { groupId, name: 'North', folders: [ROOT_FOLDER], version: policy.version + 1 },
  },
});

const without = (policy: Policy, { kind, id }: Use): Policy => {
  const { [id]: _role, ...roles } = policy.roles;
  const { [id]: _folder, ...folders } = policy.folders;
  const { [id]: _group, ...groups } = policy.groups;
  return {
    ...policy,
    version: policy.version + 1,
    roles: kind === 'role' ? roles : policy.roles,
    folders: kind === 'folder' ? folders : policy.folders,
    groups: kind === 'group' ? groups : policy.groups,
  };
};

/** What is set up of an account's policy before a test, through the port itself; the account has to stand. */
export const givenPolicy = ({ policies }: Pick<Ports, 'policies'>) => {
  const create = async (accountId: string, created: Use, change: (policy: Policy, id: string) => Policy) => {
    const policy = change(await policies.read(accountId), created.id);
    const { outcome } = await policies.change(policy, { created }, stampAt());
    if (outcome !== 'changed') throw new Error(`The policy could not be set up: ${outcome}`);
    return created;
  };
  return {
    role: (accountId: string): Promise<Use> =>
      create(accountId, { kind: 'role', id: newId('role') }, (policy, id) => withRole(policy, id)),
    folder: (accountId: string, parentId?: string): Promise<Use> =>
      create(accountId, { kind: 'folder', id: newId('folder') }, (policy, id) =>
        withFolder(policy, id, parentId),
      ),
    group: (accountId: string): Promise<Use> =>
      create(accountId, { kind: 'group', id: newId('group') }, withGroup),
    /** Tries to delete a role, a folder or a group. */
    async deleted(accountId: string, deleted: Use): Promise<PolicyOutcome['outcome']> {
      const policy = without(await policies.read(accountId), deleted);
      return (await policies.change(policy, { deleted }, stampAt())).outcome;
    },
  };
};
