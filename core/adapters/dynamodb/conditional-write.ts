import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  PutCommand,
  type PutCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { Store } from './store.ts';

/** Whether a conditional write took effect, or what stood in its way. */
export type Written = { written: true } | { written: false; found: Record<string, unknown> | undefined };

const written = async (send: () => Promise<unknown>): Promise<Written> => {
  try {
    await send();
    return { written: true };
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    return { written: false, found: error.Item && unmarshall(error.Item) };
  }
};

type Conditional<Input> = Omit<Input, 'TableName'> & { ConditionExpression: string };

export const putIf = ({ client, table }: Store, input: Conditional<PutCommandInput>): Promise<Written> =>
  written(() =>
    client.send(
      new PutCommand({ ...input, TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ),
  );

export const updateIf = (
  { client, table }: Store,
  input: Conditional<UpdateCommandInput>,
): Promise<Written> =>
  written(() =>
    client.send(
      new UpdateCommand({ ...input, TableName: table, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }),
    ),
  );
