import { ENDPOINTS } from '../domain/endpoints.ts';
import { EDITABLE } from '../domain/member-patch.ts';
import type { Permission } from '../domain/permissions.ts';
import { OWNER_FIELDS, SELF_FIELDS, SELF_FIELDS_BY_PERMISSION, SIGN_IN_FIELDS } from '../domain/self-edit.ts';

/** Who changes an option of a member once they are set up. */
export interface ChangedBy {
  members: boolean;
  /** What members need to change it of themselves. */
  membersNeed?: Permission;
  /** What others need to change it, all of it. */
  permissions: Permission[];
  ownerOnly: boolean;
}

const editable: ReadonlySet<string> = new Set(
  Object.entries(EDITABLE).flatMap(([section, { shape }]) =>
    Object.keys(shape).map((field) => `/${section}/${field}`),
  ),
);

const isAmong = (fields: readonly string[], field: string): boolean => fields.includes(field);

const permissionsFor = (field: string): readonly Permission[] => {
  // By what somebody signs in is a matter of security as well.
  if (isAmong(SIGN_IN_FIELDS, field))
    return [...ENDPOINTS.editMember.anyOf, ...ENDPOINTS.changeMemberAccess.anyOf];
  if (editable.has(field)) return ENDPOINTS.editMember.anyOf;
  if (field === '/licenses/kinds') return ENDPOINTS.assignLicense.anyOf;
  // Said once, when somebody is added.
  if (field === '/profile/sendInvitation') return ENDPOINTS.startOnboarding.anyOf;
  return ENDPOINTS.changeMemberAccess.anyOf;
};

/** Who changes an option, by its pointer from the sections on: what is inside a field is changed with it. */
export const changedBy = (pointer: string): ChangedBy => {
  const field = pointer.split('/').slice(0, 3).join('/');
  const membersNeed = SELF_FIELDS_BY_PERMISSION[field];
  return {
    members: isAmong(SELF_FIELDS, field) || membersNeed !== undefined,
    ...(membersNeed !== undefined && { membersNeed }),
    permissions: [...permissionsFor(field)],
    ownerOnly: isAmong(OWNER_FIELDS, field),
  };
};
