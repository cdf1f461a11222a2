import * as z from 'zod/mini';
import { groupFields } from '../domain/authorization/policy.ts';
import { AGENCY_ROLES } from '../domain/authorization/rights.ts';
import { roleRef } from '../domain/authorization/role-ref.ts';
import {
  dataViewLevel,
  endpointKey,
  pageKey,
  permissionKey,
  sitePermissionLevel,
} from '../domain/catalogue-keys.ts';
import { docs } from '../domain/docs.ts';
import { agencyId, folderId, groupId } from '../domain/ids.ts';
import { keysOf } from '../domain/keys-of.ts';
import { DESIGNATIONS } from '../domain/roles.ts';
import { access } from '../domain/sections/access.ts';
import {
  grantedPages,
  grantedPermissions,
  joinedGroups,
  permissions,
} from '../domain/sections/permissions.ts';
import { profile } from '../domain/sections/profile.ts';
import { CONFIRMED_WARNINGS, WARNINGS } from '../domain/warnings.ts';
import { listedKind } from './access-list.ts';
import { memberRole } from './role.ts';

const source = z
  .object({
    from: z.enum(['role', 'folder', 'grant', 'permission', 'agency-role']),
    id: z.optional(z.string()),
    name: z.optional(z.string()),
    by: z.optional(z.enum(['hand', 'folder'])),
  })
  .register(docs, {
    id: 'AccessSource',
    description:
      'Where a right comes from: the role (by hand or by folder), a folder, a grant, a permission that unlocks it.',
  });

const warning = z
  .object({ code: z.enum(keysOf(WARNINGS)), detail: z.string() })
  .register(docs, { id: 'AccessWarning' });

/** What a member may do, and where each part of it comes from. */
export const accessView = z
  .object({
    role: z.optional(memberRole),
    designation: z.enum(keysOf(DESIGNATIONS)),
    folders: z
      .array(z.object({ folderId, name: z.string() }))
      .register(docs, { description: 'From the root down to the one the member is in.' }),
    permissions: z.array(
      z.object({
        permission: permissionKey,
        name: z.string(),
        effective: z.boolean(),
        lacks: z
          .array(z.string())
          .register(docs, { description: 'What it needs besides, to have effect (C-29, C-42).' }),
        sources: z.array(source),
      }),
    ),
    pages: z.array(z.object({ page: pageKey, name: z.string(), sources: z.array(source) })),
    endpoints: z
      .array(z.object({ endpoint: endpointKey, permissions: z.array(permissionKey) }))
      .register(docs, { description: 'With the permissions that open them.' }),
    dataViewLevel,
    sitePermissionLevel,
    dataViewLevelFrom: z.enum(['hand', 'role', 'agency-role']).register(docs, {
      description: 'Where the level comes from: given by hand, the role’s own, or that of the agency role.',
    }),
    sitePermissionLevelFrom: z.enum(['hand', 'role']),
    reach: z.object({ everything: z.boolean(), folders: z.array(folderId) }).register(docs, {
      description: 'Whose data they see besides their own: everybody’s, or that of members in these folders.',
    }),
    groups: z.array(z.object({ groupId, name: z.string(), folders: groupFields.folders })),
    lists: z
      .optional(z.array(z.object({ kind: listedKind, key: z.string() })))
      .register(docs, { description: 'Queues, IVRs and email templates that they have access to (C-63).' }),
    allowedNetworks: z.optional(z.array(z.string())),
    affiliateProfile: z.optional(z.string()),
    agency: z.optional(z.object({ agencyId, role: z.enum(AGENCY_ROLES) })),
    warnings: z.array(warning),
  })
  .register(docs, { id: 'Access' });

const orNothing = <Schema extends z.ZodMiniType>(schema: Schema) => z.optional(z.nullable(schema));

const edit = {
  folderId: z.optional(folderId),
  role: orNothing(roleRef).register(docs, {
    description: 'By hand; null gives the role of the folder again.',
  }),
  dataViewLevel: orNothing(dataViewLevel),
  sitePermissionLevel: orNothing(sitePermissionLevel),
  grants: z.optional(grantedPermissions),
  pages: orNothing(grantedPages).register(docs, {
    description: 'Instead of the pages of the role; null gives those of the role again (E-15).',
  }),
  groups: z.optional(joinedGroups),
  affiliateProfile: orNothing(permissions.shape.affiliateProfile),
  allowedNetworks: orNothing(access.shape.allowedNetworks).register(docs, {
    description: 'The only networks the user may call from; null lifts the restriction (A-7).',
  }),
  agencyRole: orNothing(z.enum(AGENCY_ROLES)).register(docs, {
    description: 'Only for a member who is administrator; it reaches the whole agency (D-23…D-25).',
  }),
};

/** What is to change; what is left out stays. */
export const accessPreviewRequest = z.strictObject(edit).register(docs, { id: 'AccessPreviewRequest' });

export const accessRequest = z
  .strictObject({
    ...edit,
    confirm: z
      ._default(z.array(z.enum(CONFIRMED_WARNINGS)).check(z.maxLength(CONFIRMED_WARNINGS.length)), [])
      .register(docs, { description: 'The codes of the warnings that you have read and mean.' }),
  })
  .register(docs, { id: 'AccessRequest' });

/** What a change would add, take away and break. */
export const accessPreview = z
  .object({
    access: accessView,
    added: z.object({
      permissions: z.array(permissionKey),
      pages: z.array(pageKey),
      endpoints: z.array(endpointKey),
    }),
    removed: z.object({
      permissions: z.array(permissionKey),
      pages: z.array(pageKey),
      endpoints: z.array(endpointKey),
    }),
    warnings: z.array(warning),
    refusals: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .register(docs, { description: 'Why the change would be refused, if it would.' }),
  })
  .register(docs, { id: 'AccessPreview' });

/** Of somebody who is not there yet: what they would get in a folder, with this by hand. */
export const newMemberPreviewRequest = z
  .strictObject({ folderId: profile.shape.folderId, permissions })
  .register(docs, { id: 'NewMemberPreviewRequest' });
