import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { TABLE } from '../../contract/table.ts';
import { accountId, runId } from '../../domain/ids.ts';
import type { Runs } from '../../usecases/ports.ts';
import { discardRuns } from './discard-runs.ts';
import { readDue } from './due.ts';
import { finishRuns } from './finish-runs.ts';
import { runItem } from './items/run.ts';
import { DUE, runKey, runsByStatus, runsPk } from './keys.ts';
import { moveRuns } from './move-runs.ts';
import { queryPage } from './query-page.ts';
import { startRuns } from './start-runs.ts';
import type { Store } from './store.ts';

export const dynamodbRuns = (store: Store): Runs => ({
  ...startRuns(store),
  ...moveRuns(store),
  ...finishRuns(store),
  ...discardRuns(store),

  /** AP-50 · a run · GetItem, consistent, 1 read unit per 4 KB. */
  async read(ref) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: runKey(ref), ConsistentRead: true }),
    );
    return Item && runItem.parse(Item);
  },

  /**
   * AP-51 · the runs of an account, newest first · Query on the table; of one status on by-status · half a read unit
   * per 4 KB looked at.
   */
  list: (account, status, page, sees) =>
    queryPage(store, page, {
      accountId: account,
      name: `runs/${status ?? ''}`,
      partition: status === undefined ? runsPk(account) : runsByStatus(account, status),
      index: status && {
        ...TABLE.indexes.byStatus,
        keyOf: (sortKey) => runKey({ accountId: account, runId: sortKey }),
      },
      sortKey: runId,
      sortKeyOf: (run) => run.runId,
      parse: (item) => runItem.parse({ ...item, accountId: account, runId: item.sk }),
      descending: true,
      sees,
    }),

  /** AP-52 · runs with work left over, of all accounts · Query on by-due, half a read unit per 4 KB. */
  async due(now, limit) {
    const items = await readDue(store, DUE, now, limit);
    return items.map(({ pk, sk }) => ({
      accountId: accountId.parse(pk.slice(runsPk('').length)),
      runId: sk,
    }));
  },
});
