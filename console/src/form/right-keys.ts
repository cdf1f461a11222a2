import type { Role } from '../api/roles.ts';
import { RIGHTS_ES } from '../language/rights-es.ts';

type Permission = Role['permissions'][number];
type Page = Role['pages'][number];

export const isPermission = (key: string): key is Permission => Object.hasOwn(RIGHTS_ES.permissions, key);

export const isPage = (key: string): key is Page => Object.hasOwn(RIGHTS_ES.pages, key);

/** Of the first list, what is not in the second. */
export const without = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.filter((one) => !others.includes(one));

/** Whether both lists name the same, in whatever order. */
export const sameKeys = (some: readonly string[], others: readonly string[]): boolean =>
  without(some, others).length === 0 && without(others, some).length === 0;

/**
 * The permissions and pages that a refusal names as not held: the API lists their keys at the end of each fault.
 */
export const notHeldIn = (faults: readonly { readonly detail: string }[]): ReadonlySet<string> =>
  new Set(faults.flatMap(({ detail }) => detail.split(': ')[1]?.split(', ') ?? []));
