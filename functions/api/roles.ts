import { clock } from '../../core/adapters/clock.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { roles } from '../../core/contract/resources/roles.ts';
import { addRole, changeRole, copyOf, removeRole } from '../../core/domain/authorization/edit-roles.ts';
import { shownRoles, showRole } from '../../core/domain/authorization/shown-policy.ts';
import { newId } from '../../core/domain/ids.ts';
import { resource } from '../../core/http/resource.ts';
import { changePolicy } from '../../core/usecases/change-policy.ts';
import { whoHasRole } from '../../core/usecases/who-has-role.ts';

const store = openStore(readEnvironment('roles'));
const ports = {
  policies: dynamodbPolicies(store),
  members: dynamodbMembers(store),
  replays: dynamodbReplays(store, clock),
  standings: dynamodbStandings(store),
  clock,
  log,
};

const at = (accountId: string, role: string): string => `/v1/accounts/${accountId}/roles/${role}`;

export const handler = resource(
  roles,
  {
    list: ({ authority }) => ({ result: { items: shownRoles(authority, authority.policy.policy) } }),
    read: async ({ authority, params: { role } }) => {
      const { result, version } = showRole(authority, authority.policy.policy, role);
      const members = await whoHasRole(ports)(authority, role);
      return { result: { ...result, ...(members.length > 0 && { members }) }, version };
    },
    create: async ({ authority, params: { accountId }, body, stamp, idempotency }) => {
      const roleId = newId('role');
      const { policy, id } = await changePolicy(ports)(
        {
          accountId,
          created: { kind: 'role', id: roleId },
          edit: (before) => addRole(authority, before, roleId, body),
        },
        stamp,
        idempotency,
      );
      return { ...showRole(authority, policy, id), location: at(accountId, id) };
    },
    copy: async ({ authority, params: { accountId, role }, body, stamp, idempotency }) => {
      const roleId = newId('role');
      const { policy, id } = await changePolicy(ports)(
        {
          accountId,
          created: { kind: 'role', id: roleId },
          edit: (before) => addRole(authority, before, roleId, copyOf(before, role, body.name)),
        },
        stamp,
        idempotency,
      );
      return { ...showRole(authority, policy, id), location: at(accountId, id) };
    },
    change: async ({ authority, params: { accountId, role: roleId }, ifMatch, body, stamp }) => {
      const edit = { accountId, edit: changeRole(authority, { roleId, ifMatch }, body) };
      const { policy } = await changePolicy(ports)(edit, stamp);
      return showRole(authority, policy, roleId);
    },
    remove: async ({ authority, params: { accountId, role: roleId }, ifMatch, stamp }) => {
      const deleted = { kind: 'role', id: roleId } as const;
      await changePolicy(ports)(
        { accountId, deleted, edit: removeRole(authority, { roleId, ifMatch }) },
        stamp,
      );
      return { result: '' };
    },
  },
  { ports },
);
