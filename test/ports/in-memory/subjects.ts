import { isApiUserId } from '../../../core/domain/ids.ts';
import type { Subjects } from '../../../core/usecases/ports.ts';
import { type Database, keys } from './database.ts';

export const inMemorySubjects = ({ members, apiUsers }: Database): Subjects => ({
  strangers: async (accountId, ids) =>
    [...new Set(ids)].filter((id) =>
      isApiUserId(id)
        ? apiUsers.get(id)?.accountId !== accountId
        : !members.has(keys.member({ accountId, userId: id })),
    ),
});
