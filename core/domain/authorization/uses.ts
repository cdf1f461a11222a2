import { ROOT_FOLDER } from '../ids.ts';
import type { Permissions } from '../sections/permissions.ts';
import { isBuiltIn } from './role-ref.ts';

/** A role, folder or group of the account's own that a member refers to: it cannot be deleted while they do. */
export interface Use {
  kind: 'role' | 'folder' | 'group';
  id: string;
}

/** What a member refers to, in this folder and with this by hand. */
export const usesOf = (folderId: string, byHand: Permissions | undefined): readonly Use[] => [
  ...(folderId === ROOT_FOLDER ? [] : [{ kind: 'folder' as const, id: folderId }]),
  ...(byHand?.role === undefined || isBuiltIn(byHand.role)
    ? []
    : [{ kind: 'role' as const, id: byHand.role }]),
  ...(byHand?.groups ?? []).map((id) => ({ kind: 'group' as const, id })),
];

const isSame = (one: Use, other: Use): boolean => one.kind === other.kind && one.id === other.id;

/** The uses of `some` that `others` has not. */
export const usesWithout = (some: readonly Use[], others: readonly Use[]): readonly Use[] =>
  some.filter((use) => !others.some((other) => isSame(use, other)));
