import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { Store } from '../../../core/adapters/dynamodb/store.ts';

/** A table that answers what a test tells it to: for what no engine on this machine produces. */
export const mockedTable = () => {
  const mock = mockClient(DynamoDBDocumentClient);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region: 'us-east-1', credentials: { accessKeyId: 'x', secretAccessKey: 'x' } }),
  );
  const store: Store = { client, table: 'table' };
  return { mock, store };
};

/** What a cancelled transaction says of each operation: a code, with the item that stood in the way, if any. */
export const cancelled = (
  ...reasons: readonly (string | { code: string; item: Record<string, unknown> })[]
) =>
  new TransactionCanceledException({
    message: 'cancelled',
    $metadata: {},
    CancellationReasons: reasons.map((reason) =>
      typeof reason === 'string' ? { Code: reason } : { Code: reason.code, Item: marshall(reason.item) },
    ),
  });
