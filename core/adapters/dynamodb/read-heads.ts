import type { Members } from '../../usecases/ports.ts';
import { batchGet } from './batch-get.ts';
import { memberItem } from './items/member.ts';
import { memberKey } from './keys.ts';
import type { Store } from './store.ts';

/** AP-29 · the heads of up to 100 members · BatchGetItem, half a read unit each. */
export const readHeads =
  (store: Store): Members['heads'] =>
  async (accountId, userIds) => {
    const keys = [...new Set(userIds)].map((userId) => memberKey({ accountId, userId }));
    const items = await batchGet(store, keys, { consistent: false });
    return items.map((item) => memberItem.parse(item));
  };
