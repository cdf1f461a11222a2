import * as z from 'zod/mini';
import { docs } from '../docs.ts';
import { customRoleId } from '../ids.ts';
import { ROLE_IDS, ROLES } from '../roles.ts';

/** A role of the catalogue by its name, or one of the account's own by its id. */
export const roleRef = z
  .union([z.enum(ROLE_IDS), customRoleId], {
    error: 'must be a built-in role or the id of a role, rol_01jd…',
  })
  .register(docs, {
    id: 'RoleRef',
    description: 'A built-in role by its name, or a role of the account by its id.',
  });

export type RoleRef = z.infer<typeof roleRef>;

export const isBuiltIn = (role: string): role is keyof typeof ROLES => Object.hasOwn(ROLES, role);
