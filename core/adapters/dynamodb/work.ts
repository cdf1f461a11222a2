import type { WorkAssignments } from '../../usecases/ports.ts';
import { workKey } from './keys.ts';
import type { Store } from './store.ts';
import { writeBatches } from './write-batches.ts';

export const dynamodbWork = (store: Store): WorkAssignments => ({
  /** AP-40 · put a member onto campaigns, initiatives and queues · BatchWriteItem, 1 write unit each. */
  assign: (ref, assignments, stamp) =>
    writeBatches(
      store,
      assignments.map((work) => ({
        PutRequest: {
          Item: {
            ...workKey(ref, work),
            accountId: ref.accountId,
            userId: ref.userId,
            ...work,
            changed: stamp,
          },
        },
      })),
    ),

  /** AP-41 · take a member off them · BatchWriteItem, 1 write unit each. */
  release: (ref, assignments) =>
    writeBatches(
      store,
      assignments.map((work) => ({ DeleteRequest: { Key: workKey(ref, work) } })),
    ),
});
