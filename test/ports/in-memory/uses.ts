import type { Use } from '../../../core/domain/authorization/uses.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { type Database, keys } from './database.ts';

/** True if one of what is to be taken into use has been deleted. */
export const isDeleted = ({ uses }: Database, accountId: string, taken: readonly Use[]): boolean =>
  taken.some((use) => !uses.has(keys.use(accountId, use)));

export const takeUses = (
  { uses }: Database,
  { accountId, userId, name }: MemberRef & { name: string },
  taken: readonly Use[],
): void => {
  for (const use of taken) uses.get(keys.use(accountId, use))?.set(userId, name);
};

export const giveUpUses = (
  { uses }: Database,
  { accountId, userId }: MemberRef,
  givenUp: readonly Use[],
): void => {
  for (const use of givenUp) uses.get(keys.use(accountId, use))?.delete(userId);
};
