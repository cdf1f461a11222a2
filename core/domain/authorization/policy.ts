import * as z from 'zod/mini';
import { dataViewLevel, pageKey, permissionKey, sitePermissionLevel } from '../catalogue-keys.ts';
import { docs } from '../docs.ts';
import { accountId, apiUserId, customRoleId, folderId, groupId, ROOT_FOLDER, userId } from '../ids.ts';
import { keysOf } from '../keys-of.ts';
import { PAGE_KEYS } from '../pages.ts';
import { PERMISSION_KEYS, type Permission } from '../permissions.ts';
import { DESIGNATIONS } from '../roles.ts';
import { uniqueItems } from '../sections/unique-items.ts';
import { shownText } from '../shown-text.ts';
import { roleRef } from './role-ref.ts';
import { namesOfEveryKind, workNameShape } from './work-name.ts';

const permissionList = (description: string) =>
  uniqueItems(description, permissionKey, z.maxLength(PERMISSION_KEYS.length));

/** What an administrator says of a role of the account's own. */
export const customRoleFields = {
  name: shownText(80),
  help: z._default(z.union([z.literal(''), shownText(500)]), ''),
  designation: z.enum(keysOf(DESIGNATIONS)).register(docs, {
    description: 'The kind of user the role is for (B-5): only managers add or edit others (C-43).',
  }),
  permissions: permissionList('The base set of permissions that the role gives (C-8).'),
  pages: z._default(
    uniqueItems('Pages beyond those that the permissions unlock.', pageKey, z.maxLength(PAGE_KEYS.length)),
    [],
  ),
  dataViewLevel: z._default(dataViewLevel, 'own'),
  sitePermissionLevel: z._default(sitePermissionLevel, 'user'),
  mayJoinGroups: z
    ._default(z.boolean(), false)
    .register(docs, { description: 'Whether members of this role can join access-control groups (D-27).' }),
};

/** Whoever an access list names: a member, an API user, everybody of a role, everybody in a group. */
export const subject = z
  .union([userId, apiUserId, roleRef, groupId], {
    error: 'must be the id of a user, an API user, a role or a group',
  })
  .register(docs, { description: 'A user, an API user, a role or an access-control group, by its id.' });

export const MOST_SUBJECTS = 50;
const subjects = (description: string) =>
  z._default(uniqueItems(description, subject, z.maxLength(MOST_SUBJECTS)), []);

/** What one may do inside a folder. */
export const FOLDER_RIGHTS = ['read', 'write', 'store'] as const;
export type FolderRight = (typeof FOLDER_RIGHTS)[number];

export const folderAccess = z.strictObject({
  read: subjects('Who sees the members of the folder and of those below it.'),
  write: subjects('Who changes the folder, those below it, and their members.'),
  store: subjects('Who puts something into the folder and those below it (C-57).'),
});

export type FolderAccess = z.infer<typeof folderAccess>;

const NO_ACCESS = { read: [], write: [], store: [] };

/** What an administrator says of a folder. */
export const folderFields = {
  name: shownText(80),
  parentId: folderId,
  role: z.optional(roleRef).register(docs, {
    description: 'The role of members who have none by hand (C-7); without it, that of the folder above.',
  }),
  permissions: z._default(
    permissionList(
      'What every member of the folder and of those below it may do, besides their role (C-15).',
    ),
    [],
  ),
  access: z._default(folderAccess, NO_ACCESS),
};

const WORK =
  'The campaigns, initiatives, queues, routes and agent groups they reach, each by kind and key, such as `queue/support`; all of them if absent. Members of an agent group work on whatever takes it in.';

/** Two hundred of each kind. */
const MOST_WORK = 1_200;

/** What an administrator says of an access-control group. */
export const groupFields = {
  name: shownText(80),
  folders: uniqueItems(
    'The folders that members of the group reach, with those below them.',
    folderId,
    z.minLength(1),
    z.maxLength(100),
  ),
  work: z
    .optional(uniqueItems(WORK, workNameShape, z.maxLength(MOST_WORK)))
    .register(docs, { description: WORK }),
};

/** The version of the policy in which an object was last changed: its ETag. */
const version = z.int().check(z.minimum(0));

export const customRole = z.object({ ...customRoleFields, roleId: customRoleId, version });
export const folder = z.object({ ...folderFields, parentId: z.optional(folderId), folderId, version });
export const group = z.object({
  ...groupFields,
  work: z.optional(
    z.pipe(
      z.array(z.string()),
      z.transform((names) => names.flatMap(namesOfEveryKind)),
    ),
  ),
  groupId,
  version,
});

export type CustomRole = z.infer<typeof customRole>;
export type Folder = z.infer<typeof folder>;
export type Group = z.infer<typeof group>;

/** Roles, folders and access-control groups of an account, as one document with one version. */
export const policy = z.object({
  accountId,
  version,
  roles: z.record(z.string(), customRole),
  folders: z.record(z.string(), folder),
  groups: z.record(z.string(), group),
});

export type Policy = z.infer<typeof policy>;

/** Given to everybody, and only the platform's support takes it out of a folder (C-36). */
export const SUPPORT_ONLY: readonly Permission[] = ['use-folder-tools'];

/** The policy of an account that has not changed it yet. */
export const firstPolicy = (account: string): Policy => ({
  accountId: account,
  version: 0,
  roles: {},
  folders: {
    [ROOT_FOLDER]: {
      folderId: ROOT_FOLDER,
      name: 'Everyone',
      role: 'call-agent',
      permissions: [...SUPPORT_ONLY],
      access: NO_ACCESS,
      version: 0,
    },
  },
  groups: {},
});
