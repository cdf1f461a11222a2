import type { CedarValueJson, EntityJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import { FOLDER_RIGHTS } from '../../../core/domain/authorization/policy.ts';
import { ENDPOINTS, type Endpoint, type EndpointAccess } from '../../../core/domain/endpoints.ts';
import { PERMISSIONS, type Permission, type PermissionFacts } from '../../../core/domain/permissions.ts';
import { ROLES, type Role } from '../../../core/domain/roles.ts';
import { entity } from './cedar.ts';
import { dataViewLevelOf, factsOf, type Holder, roleOf } from './plain-rules.ts';
import { GONE, type RandomAccount } from './random-account.ts';

/** A random account in the terms of oracle.cedar, which says what each attribute means. */

type Policy = RandomAccount['policy'];

/** An entity as Cedar takes it, its id spelt in the one way that we use. */
export type Entity = EntityJson & { uid: TypeAndId };

const refer = ({ type, id }: TypeAndId): CedarValueJson => ({ __entity: { type, id } });
const folderEntity = (folderId: string): TypeAndId => entity('Folder', folderId);
const listEntity = (right: string, folderId: string): TypeAndId => entity('List', `${right} ${folderId}`);

/** The folders, each below the one above it, and the one that is not there. */
export const folderEntities = ({ folders }: Policy): Entity[] =>
  [...Object.values(folders), { folderId: GONE.folder, parentId: undefined }].map(
    ({ folderId, parentId }) => ({
      uid: folderEntity(folderId),
      parents: parentId === undefined ? [] : [folderEntity(parentId)],
      attrs: {},
    }),
  );

/** The same with their access lists; whoever is on that of a folder is on those of the folders in it. */
export const listedFolderEntities = (policy: Policy): Entity[] => [
  ...folderEntities(policy).map(({ uid, parents }) => ({
    uid,
    parents,
    attrs: Object.fromEntries(FOLDER_RIGHTS.map((right) => [right, refer(listEntity(right, uid.id))])),
  })),
  ...listEntities(policy),
];

const listEntities = ({ folders }: Policy): Entity[] =>
  Object.values(folders).flatMap(({ folderId }) =>
    FOLDER_RIGHTS.map((right) => ({
      uid: listEntity(right, folderId),
      parents: Object.values(folders)
        .filter(({ parentId }) => parentId === folderId)
        .map((below) => listEntity(right, below.folderId)),
      attrs: {},
    })),
  );

/** A name by which access lists know people, on the lists that have it. */
const subjectEntity = ({ folders }: Policy, name: string): Entity => ({
  uid: entity('Subject', name),
  parents: [
    ...Object.values(folders).flatMap(({ folderId, access }) =>
      FOLDER_RIGHTS.filter((right) => access[right].some((subject) => subject === name)).map((right) =>
        listEntity(right, folderId),
      ),
    ),
    ...(name === 'administrator' ? [ADMINISTRATORS] : []),
  ],
  attrs: {},
});

const ADMINISTRATORS = entity('Administrators', 'all');

const roleEntity = (type: string, role: string, facts: Role): Entity => ({
  uid: entity(type, role),
  parents: [],
  attrs: {
    permissions: [...facts.permissions],
    designation: facts.designation,
    closed: 'closed' in facts && facts.closed === true,
  },
});

export interface Asker {
  uid: TypeAndId;
  entities: Entity[];
}

/** Somebody, with their role and the names that they go by. */
export const asker = (policy: Policy, holder: Holder, more: EntityJson['attrs'] = {}): Asker => {
  const { userId, folderId, byHand, agencyRole } = holder;
  const uid = entity('User', userId);
  const role = roleOf(policy, holder);
  const facts = factsOf(policy, role);
  const names = [userId, ...byHand.groups, ...(role === undefined ? [] : [role])];
  const opened = byHand.groups.flatMap((id) => policy.groups[id]?.folders ?? []);
  const user: Entity = {
    uid,
    parents: [
      ...names.map((name) => entity('Subject', name)),
      ...(agencyRole === 'agency-administrator' ? [ADMINISTRATORS] : []),
    ],
    attrs: {
      folder: refer(folderEntity(folderId)),
      grants: [...byHand.grants],
      level: dataViewLevelOf(policy, holder),
      isGrouped: byHand.groups.length > 0,
      opened: opened.map((id) => refer(folderEntity(id))),
      ...(role !== undefined && facts !== undefined && { role: refer(entity('Role', role)) }),
      ...(agencyRole !== undefined && { agencyRole: refer(entity('AgencyRole', agencyRole)) }),
      ...more,
    },
  };
  return {
    uid,
    entities: [
      user,
      ...names.map((name) => subjectEntity(policy, name)),
      ...(role !== undefined && facts !== undefined ? [roleEntity('Role', role, facts)] : []),
      ...(agencyRole === undefined ? [] : [roleEntity('AgencyRole', agencyRole, ROLES[agencyRole])]),
    ],
  };
};

/** The member who is asked about: all that counts is where they are. */
export const targetEntity = (userId: string, folderId: string): Entity => ({
  uid: entity('User', userId),
  parents: [],
  attrs: { folder: refer(folderEntity(folderId)) },
});

export const permissionEntity = ({ folders }: Policy, key: Permission): Entity => {
  const { managersOnly }: PermissionFacts = PERMISSIONS[key];
  const givers = Object.values(folders).filter(({ permissions }) => permissions.includes(key));
  return {
    uid: entity('Permission', key),
    parents: [],
    attrs: {
      key,
      managersOnly: managersOnly ?? false,
      givenBy: givers.map(({ folderId }) => refer(folderEntity(folderId))),
    },
  };
};

/** One of those that ask for permissions. */
export const endpointEntity = (key: Endpoint): Entity => ({
  uid: entity('Endpoint', key),
  parents: [],
  attrs: {
    key,
    anyOf: [...permissionsFor(key)],
    isForOneself: accessTo(key).orSelf ?? false,
    isForEverybody: accessTo(key).anyMember ?? false,
  },
});

const accessTo = (
  endpoint: Endpoint,
): { anyOf: readonly Permission[]; orSelf?: boolean; anyMember?: boolean } => {
  const access: EndpointAccess = ENDPOINTS[endpoint];
  if (typeof access === 'string') throw new Error(`${endpoint} asks nobody for permissions`);
  return access;
};

export const permissionsFor = (endpoint: Endpoint): readonly Permission[] => accessTo(endpoint).anyOf;
