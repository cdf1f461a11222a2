import { defineAbility, type MongoAbility, subject } from '@casl/ability';
import type { Placed } from '../core/domain/authorization/authority.ts';
import type { CompiledPolicy } from '../core/domain/authorization/compiled-policy.ts';
import { FOLDER_RIGHTS, type FolderRight } from '../core/domain/authorization/policy.ts';
import type { Given } from '../core/domain/authorization/rights.ts';
import { PERMISSIONS, type PermissionFacts } from '../core/domain/permissions.ts';
import { ADMINISTRATOR } from '../core/domain/roles.ts';

/** What somebody may do, as whoever uses CASL would write it down from the same facts. */
export const abilityOf = (policy: CompiledPolicy, { userId, folderId, byHand }: Given): MongoAbility =>
  defineAbility((can, cannot) => {
    const path = policy.path(folderId);
    const ref = byHand?.role ?? path.findLast(({ role }) => role !== undefined)?.role;
    const role = ref === undefined ? undefined : policy.role(ref);
    if (ref === undefined || role === undefined) return;
    const isClosed = 'closed' in role && role.closed === true;
    const given = new Set([
      ...role.permissions,
      ...(isClosed ? [] : path.flatMap(({ permissions }) => permissions)),
      ...(byHand?.grants ?? []),
    ]);
    const inEffect = [...given].filter((key) => {
      const { requires = [], managersOnly }: PermissionFacts = PERMISSIONS[key];
      const names: ReadonlySet<string> = given;
      return requires.every((other) => names.has(other)) && !(managersOnly && role.designation === 'agent');
    });
    can(inEffect, 'Account');
    can('see', 'Member', { userId });
    if (ref === ADMINISTRATOR) {
      can('see', 'Member');
      can([...FOLDER_RIGHTS], 'Folder');
      return;
    }
    const groups = byHand?.groups ?? [];
    const opened = groups.flatMap((id) => policy.policy.groups[id]?.folders ?? []);
    const level = byHand?.dataViewLevel ?? role.dataViewLevel;
    if (level === 'account' || level === 'agency') can('see', 'Member');
    if (level === 'folder') can('see', 'Member', { path: folderId });
    if (level === 'group') can('see', 'Member', { path: { $in: opened } });
    const names = new Set<string>([userId, ref, ...groups]);
    const listed = (right: FolderRight): string[] =>
      Object.values(policy.policy.folders)
        .filter(({ access }) => access[right].some((name) => names.has(name)))
        .map((folder) => folder.folderId);
    can('see', 'Member', { path: { $in: listed('read') } });
    for (const right of FOLDER_RIGHTS) can(right, 'Folder', { path: { $in: listed(right) } });
    if (groups.length > 0) cannot('see', 'Member', { path: { $nin: opened }, userId: { $ne: userId } });
  });

/** A member, and the folder where they are, as CASL looks at them: with the ids of the folders from the root down. */
export const subjectsOf = (policy: CompiledPolicy, { userId, folderId }: Placed) => {
  const path = policy.path(folderId).map((folder) => folder.folderId);
  return { member: subject('Member', { userId, path }), folder: subject('Folder', { path }) };
};
