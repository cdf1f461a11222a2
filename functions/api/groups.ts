import { clock } from '../../core/adapters/clock.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { groups } from '../../core/contract/resources/groups.ts';
import { addGroup, changeGroup, removeGroup } from '../../core/domain/authorization/edit-groups.ts';
import { showGroup } from '../../core/domain/authorization/shown-policy.ts';
import { newId } from '../../core/domain/ids.ts';
import { resource } from '../../core/http/resource.ts';
import { changePolicy } from '../../core/usecases/change-policy.ts';

const store = openStore(readEnvironment('groups'));
const ports = {
  policies: dynamodbPolicies(store),
  replays: dynamodbReplays(store, clock),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  groups,
  {
    list: ({ authority }) => ({ result: { items: Object.values(authority.policy.policy.groups) } }),
    read: ({ authority, params }) => showGroup(authority.policy.policy, params.groupId),
    create: async ({ authority, params: { accountId }, body, stamp, idempotency }) => {
      const groupId = newId('group');
      const { policy, id } = await changePolicy(ports)(
        {
          accountId,
          created: { kind: 'group', id: groupId },
          edit: (before) => addGroup(authority, before, groupId, body),
        },
        stamp,
        idempotency,
      );
      return { ...showGroup(policy, id), location: `/v1/accounts/${accountId}/groups/${id}` };
    },
    change: async ({ authority, params: { accountId, groupId }, ifMatch, body, stamp }) => {
      const edit = { accountId, edit: changeGroup(authority, { groupId, ifMatch }, body) };
      const { policy } = await changePolicy(ports)(edit, stamp);
      return showGroup(policy, groupId);
    },
    remove: async ({ authority, params: { accountId, groupId }, ifMatch, stamp }) => {
      const deleted = { kind: 'group', id: groupId } as const;
      const edit = removeGroup(authority, { groupId, ifMatch });
      await changePolicy(ports)({ accountId, deleted, edit }, stamp);
      return { result: '' };
    },
  },
  { ports },
);
