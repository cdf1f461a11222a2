import { ChangedMeanwhile } from '../../../core/domain/errors.ts';
import type { AccessLists } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes, pageOf } from './page.ts';

export const inMemoryAccessLists = ({ accessLists }: Database): AccessLists => ({
  read: async ({ accountId, kind, key }) =>
    copy(
      accessLists.get(keys.accessList({ accountId, kind, key })) ?? {
        accountId,
        kind,
        key,
        subjects: [],
        version: 0,
      },
    ),
  async list(accountId, page) {
    const sorted = [...accessLists.values()]
      .filter((list) => list.accountId === accountId)
      .map((list) => [`${list.kind}#${list.key}`, copy(list)] as const)
      .sort(([one], [other]) => byBytes(one, other));
    return pageOf(`${accountId}/access-lists/`, sorted, (key, position) => byBytes(key, position) > 0, page);
  },
  async write(list) {
    const version = accessLists.get(keys.accessList(list))?.version ?? 0;
    if (version !== list.version - 1) throw new ChangedMeanwhile();
    accessLists.set(keys.accessList(list), copy(list));
  },
});
