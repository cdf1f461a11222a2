import * as z from 'zod/mini';
import { customRoleFields } from '../domain/authorization/policy.ts';
import { roleRef } from '../domain/authorization/role-ref.ts';
import { dataViewLevel, pageKey, permissionKey, sitePermissionLevel } from '../domain/catalogue-keys.ts';
import { docs } from '../domain/docs.ts';
import { userId } from '../domain/ids.ts';
import { keysOf } from '../domain/keys-of.ts';
import { DESIGNATIONS } from '../domain/roles.ts';
import { shownText } from '../domain/shown-text.ts';

/** A role, built in or the account's own. */
export const roleView = z
  .object({
    role: roleRef,
    builtIn: z.boolean(),
    name: z.string(),
    help: z.string(),
    designation: z.enum(keysOf(DESIGNATIONS)),
    permissions: z.array(permissionKey),
    pages: z.array(pageKey),
    dataViewLevel,
    sitePermissionLevel,
    mayJoinGroups: z.boolean(),
    givable: z.boolean().register(docs, {
      description: 'Whether whoever asks holds all that the role gives, and so could give it (X-4).',
    }),
  })
  .register(docs, { id: 'Role' });

/** The role that a member has. */
export const memberRole = z
  .object({ role: roleRef, name: z.string(), by: z.enum(['hand', 'folder']) })
  .register(docs, {
    id: 'MemberRole',
    description: 'The role by hand, else that of the nearest folder that names one (C-7).',
  });

/** A role with whom a change of it concerns. */
export const roleWithMembers = z
  .extend(roleView, {
    members: z.optional(z.array(z.object({ userId, name: z.string() }))).register(docs, {
      description:
        'Who has it by hand, as far as you reach them and no more than a hundred; absent if nobody has, and for built-in roles.',
    }),
  })
  .register(docs, { id: 'RoleWithMembers' });

export const roleList = z.object({ items: z.array(roleView) }).register(docs, { id: 'RoleList' });

/** A role of the account's own, whole: to make one, or to replace what it was. */
export const roleRequest = z.strictObject(customRoleFields).register(docs, { id: 'RoleRequest' });

export const roleCopyRequest = z
  .strictObject({ name: shownText(80) })
  .register(docs, { id: 'RoleCopyRequest' });
