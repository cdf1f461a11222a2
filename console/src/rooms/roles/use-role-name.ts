import { useRightNames } from '../../api/right-names.ts';
import type { Role } from '../../api/roles.ts';

/** What a role is called: a built-in one in the language of the interface, the account’s own as the account calls it. */
export const useRoleName = (): ((role: Pick<Role, 'role' | 'name'>) => string) => {
  const names = useRightNames();
  return ({ role, name }) => names.role({ role, roleName: name }) ?? name;
};
