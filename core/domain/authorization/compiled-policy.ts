import { type BuiltInRole, ROLES, type Role } from '../roles.ts';
import { pathTo } from './folder-tree.ts';
import type { Folder, Policy } from './policy.ts';
import { isBuiltIn } from './role-ref.ts';

/** A policy made ready for decisions: what is asked again and again is worked out once. */
export interface CompiledPolicy {
  policy: Policy;
  role(ref: string): Role | BuiltInRole | undefined;
  /** From the root down to the folder. */
  path(folderId: string): readonly Folder[];
  /** The ids of the folder and of all below it. */
  below(folderId: string): ReadonlySet<string>;
}

export const compilePolicy = (policy: Policy): CompiledPolicy => {
  const paths = new Map(Object.keys(policy.folders).map((id) => [id, pathTo(policy, id)]));
  const subtrees = new Map<string, Set<string>>();
  for (const [id, path] of paths) {
    for (const { folderId } of path) {
      const below = subtrees.get(folderId) ?? new Set();
      subtrees.set(folderId, below.add(id));
    }
  }
  return {
    policy,
    role: (ref) => (isBuiltIn(ref) ? ROLES[ref] : policy.roles[ref]),
    path: (folderId) => paths.get(folderId) ?? [],
    below: (folderId) => subtrees.get(folderId) ?? new Set(),
  };
};
