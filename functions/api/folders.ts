import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccessLists } from '../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../core/adapters/dynamodb/replays.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../../core/adapters/dynamodb/subjects.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { folders } from '../../core/contract/resources/folders.ts';
import { type Authority, requireInSight, seesFolder } from '../../core/domain/authorization/authority.ts';
import { addFolder, changeFolder, removeFolder } from '../../core/domain/authorization/edit-folders.ts';
import { FOLDER_RIGHTS, type FolderAccess } from '../../core/domain/authorization/policy.ts';
import { showFolder, shownFolders } from '../../core/domain/authorization/shown-policy.ts';
import { NotFound } from '../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../core/domain/ids.ts';
import { resource } from '../../core/http/resource.ts';
import { refuseListedRole } from '../../core/usecases/access-list-faults.ts';
import { changePolicy } from '../../core/usecases/change-policy.ts';
import { refuseStrangers } from '../../core/usecases/refuse-strangers.ts';

const store = openStore(readEnvironment('folders'));
const ports = {
  accessLists: dynamodbAccessLists(store),
  policies: dynamodbPolicies(store),
  replays: dynamodbReplays(store, clock),
  subjects: dynamodbSubjects(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

/** The access lists of a folder, as they stand in a request. */
const listsIn = ({ access }: { access: FolderAccess }) =>
  FOLDER_RIGHTS.map((right) => ({ pointer: `/access/${right}`, subjects: access[right] }));

/** A folder out of sight is as good as not there. */
const requireSeen = (authority: Authority, folderId: string): void => {
  if (!seesFolder(authority, folderId)) throw new NotFound();
};

export const handler = resource(
  folders,
  {
    list: ({ authority }) => ({ result: { items: shownFolders(authority, authority.policy.policy) } }),
    read: ({ authority, params: { folderId } }) => {
      requireSeen(authority, folderId);
      return showFolder(authority.policy.policy, folderId);
    },
    create: async ({ authority, params: { accountId }, body, stamp, idempotency }) => {
      requireInSight(authority, body.parentId, '/parentId');
      await refuseStrangers(ports)(authority, listsIn(body));
      await refuseListedRole(ports)(authority, body.parentId, body);
      const folderId = newId('folder');
      const { policy, id } = await changePolicy(ports)(
        {
          accountId,
          created: { kind: 'folder', id: folderId },
          edit: (before) => addFolder(authority, before, folderId, body),
        },
        stamp,
        idempotency,
      );
      return { ...showFolder(policy, id), location: `/v1/accounts/${accountId}/folders/${id}` };
    },
    change: async ({ authority, params: { accountId, folderId }, ifMatch, body, stamp }) => {
      requireSeen(authority, folderId);
      const isMoved = authority.policy.policy.folders[folderId]?.parentId !== body.parentId;
      if (isMoved && folderId !== ROOT_FOLDER) requireInSight(authority, body.parentId, '/parentId');
      await refuseStrangers(ports)(authority, listsIn(body));
      await refuseListedRole(ports)(authority, folderId, body);
      const edit = { accountId, edit: changeFolder(authority, { folderId, ifMatch }, body) };
      const { policy } = await changePolicy(ports)(edit, stamp);
      return showFolder(policy, folderId);
    },
    remove: async ({ authority, params: { accountId, folderId }, ifMatch, stamp }) => {
      requireSeen(authority, folderId);
      const deleted = { kind: 'folder', id: folderId } as const;
      const edit = removeFolder(authority, { folderId, ifMatch });
      await changePolicy(ports)({ accountId, deleted, edit }, stamp);
      return { result: '' };
    },
  },
  { ports },
);
