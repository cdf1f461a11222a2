import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import type { Home, Hosted } from '../template/home.ts';

type Table = Hosted<'AWS::DynamoDB::GlobalTable'>;

const exists = (client: DynamoDBClient, name: string): Promise<boolean> =>
  client.send(new DescribeTableCommand({ TableName: name })).then(
    () => true,
    (error: unknown) => {
      if (error instanceof ResourceNotFoundException) return false;
      throw error;
    },
  );

/**
 * Creates a table as the template has it, if it is not there. Without its stream: nothing reads one yet, and the local
 * engine slows down badly when it keeps one.
 */
const ensureTable = async (client: DynamoDBClient, { ref, properties }: Table): Promise<void> => {
  if (await exists(client, ref)) return;
  await client.send(
    new CreateTableCommand({
      TableName: ref,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: properties.AttributeDefinitions,
      KeySchema: properties.KeySchema,
      ...(properties.GlobalSecondaryIndexes.length > 0 && {
        GlobalSecondaryIndexes: properties.GlobalSecondaryIndexes.map(
          ({ IndexName, KeySchema, Projection }) => ({
            IndexName,
            KeySchema,
            Projection: {
              ProjectionType: Projection.ProjectionType,
              ...(Projection.NonKeyAttributes && { NonKeyAttributes: Projection.NonKeyAttributes }),
            },
          }),
        ),
      }),
    }),
  );
};

export const ensureTables = async (endpoint: string, home: Home): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region: home.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  await Promise.all(home.all('AWS::DynamoDB::GlobalTable').map((table) => ensureTable(client, table)));
  client.destroy();
};
