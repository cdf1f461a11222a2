import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { Busy } from '../../domain/errors.ts';
import type { Store } from './store.ts';

export type Operation = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The operations whose condition did not hold, each with the item that stood in the way, if it asked to see it. */
export type Refusals = ReadonlyMap<string, Record<string, unknown> | undefined>;

const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 20;
/** What a cancelled transaction says of an operation that only met another at the same time. */
const PASSING = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/**
 * Writes every operation or none. Answers those whose condition did not hold; none means written. Conflicts with other
 * transactions, which the SDK does not retry, are tried again with jitter, and so is a cancellation for both: while an
 * item is in another's hands, the conditions do not tell the whole story. A request whose reply was lost, and that the SDK
 * has sent again, is known to DynamoDB by its token. Throws `Busy` when conflicts go on.
 */
export const transact = async (
  { client }: Store,
  operations: Readonly<Record<string, Operation | undefined>>,
): Promise<Refusals> => {
  const named = Object.entries(operations).flatMap(([name, item]) => (item ? [{ name, item }] : []));
  const TransactItems = named.map(({ item }) => item);
  let ClientRequestToken = randomUUID();
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
      return new Map();
    } catch (error) {
      // The SDK has sent it twice, and the first is still under way: only under the same token is it the same.
      if (!(error instanceof TransactionInProgressException)) {
        const { refusals, passing } = cancellationOf(error, named);
        if (!passing) return refusals;
        ClientRequestToken = randomUUID();
      }
    }
    await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
  }
  throw new Busy();
};

/** Throws the error again unless it is a cancellation for conditions, or for conflicts that may pass. */
const cancellationOf = (error: unknown, named: readonly { name: string }[]) => {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const refusals = new Map<string, Record<string, unknown> | undefined>();
  let passing = false;
  (error.CancellationReasons ?? []).forEach((reason, index) => {
    const name = named[index]?.name;
    if (reason.Code === 'ConditionalCheckFailed' && name !== undefined) {
      refusals.set(name, reason.Item && unmarshall(reason.Item));
    }
    passing ||= PASSING.has(reason.Code ?? '');
  });
  if (refusals.size === 0 && !passing) throw error;
  return { refusals, passing };
};
