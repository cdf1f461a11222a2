import type { RoleId } from '../../../core/contract/me.ts';
import type { Membership } from '../api.ts';
import type { Words } from '../words/words.ts';

const isBuiltIn = (words: Words, role: string): role is RoleId => Object.hasOwn(words.roles, role);

/** A built-in role is called as our words have it, an account's own as the account does. */
export const roleName = (
  words: Words,
  { role, roleName: given }: Pick<Membership, 'role' | 'roleName'>,
): string | undefined => (role !== undefined && isBuiltIn(words, role) ? words.roles[role] : (given ?? role));
