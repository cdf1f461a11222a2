import { MoreThanHeld } from './errors.ts';
import type { Permission } from './permissions.ts';
import { effectivePermissions } from './roles.ts';
import type { Permissions } from './sections/permissions.ts';

/** Nobody gives more than they hold, by role or by grant. Throws `MoreThanHeld`, pointing at what asks for it. */
export const refuseMoreThanHeld = (
  held: ReadonlySet<Permission>,
  given: Permissions | undefined,
  pointer: string,
): void => {
  if (given === undefined) return;
  const missing = [...effectivePermissions(given.role, given.grants)].filter(
    (permission) => !held.has(permission),
  );
  if (missing.length > 0) throw new MoreThanHeld(missing, pointer);
};
