import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';

/** An answer that never came: the caller cannot know whether its request took effect. */
const lost = (): Error => Object.assign(new Error('The answer was lost.'), { name: 'TimeoutError' });

const throttled = (): Error =>
  Object.assign(new Error('Too many requests.'), {
    name: 'ProvisionedThroughputExceededException',
    $fault: 'client',
    $metadata: { httpStatusCode: 400 },
  });

const conflict = (operations: number): Error =>
  new TransactionCanceledException({
    message: 'Transaction cancelled.',
    $metadata: {},
    CancellationReasons: Array.from({ length: operations }, (_, index) => ({
      Code: index === 0 ? 'TransactionConflict' : 'None',
    })),
  });

const operationsIn = (input: unknown): number => {
  const { TransactItems } = Object(input);
  return Array.isArray(TransactItems) ? TransactItems.length : 0;
};

/**
 * Another way to the table, on which this share of the calls goes wrong: a transaction meets another, the table is
 * throttled, the answer is lost where the SDK asks again by itself, or where it does not.
 */
export const disturbedTable = ({ client, table }: Table, share: number): Table => {
  const { region, endpoint, credentials } = client.config;
  const disturbed = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, ...(endpoint && { endpoint }), credentials, retryMode: 'standard' }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const isHit = (): boolean => Math.random() < share / 4;
  // What our own code gets to see.
  disturbed.middlewareStack.add(
    (next) => async (parameters) => {
      const operations = operationsIn(parameters.input);
      if (operations > 0 && isHit()) throw conflict(operations);
      const answer = await next(parameters);
      if (isHit()) throw lost();
      return answer;
    },
    { step: 'initialize', priority: 'high' },
  );
  // What the SDK gets to see, and tries again.
  disturbed.middlewareStack.add(
    (next) => async (parameters) => {
      if (isHit()) throw throttled();
      const answer = await next(parameters);
      if (isHit()) throw lost();
      return answer;
    },
    { step: 'finalizeRequest', priority: 'low' },
  );
  return { client: disturbed, table };
};
