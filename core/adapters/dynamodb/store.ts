import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** The one table, read and written in the home region wherever the function runs. */
export interface Store {
  client: DynamoDBDocumentClient;
  table: string;
}

export const openStore = (environment: { TABLE_NAME: string; HOME_REGION: string }): Store => ({
  client: DynamoDBDocumentClient.from(new DynamoDBClient({ region: environment.HOME_REGION }), {
    marshallOptions: { removeUndefinedValues: true },
  }),
  table: environment.TABLE_NAME,
});
