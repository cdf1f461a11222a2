import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../core/adapters/dynamodb/store.ts';

/** A conditional put of a small item on the same engine, in milliseconds (median): what every latency is measured by. */
export const measureBareWrite = async (store: Store, times = 200): Promise<number> => {
  const measured: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await store.client.send(
      new PutCommand({
        TableName: store.table,
        Item: { pk: `BENCH#${n}`, sk: 'HEAD', text: 'x'.repeat(200) },
        ConditionExpression: 'attribute_not_exists(pk)',
      }),
    );
    measured.push(performance.now() - began);
  }
  return measured.sort((one, other) => one - other)[Math.floor(times / 2)] ?? 0;
};
