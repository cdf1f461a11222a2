import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  type TableDescription,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import type { Home, Hosted } from '../template/home.ts';

type Table = Hosted<'AWS::DynamoDB::GlobalTable'>;

const describe = (client: DynamoDBClient, name: string): Promise<TableDescription | undefined> =>
  client.send(new DescribeTableCommand({ TableName: name })).then(
    ({ Table: table }) => table,
    (error: unknown) => {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    },
  );

/** A table of an older data directory has no stream yet: one begins with what is written from now on. */
const ensureStream = async (
  client: DynamoDBClient,
  { TableName, StreamSpecification }: TableDescription,
  wanted: Table['properties']['StreamSpecification'],
): Promise<void> => {
  if (wanted === undefined || StreamSpecification?.StreamEnabled === true) return;
  await client.send(
    new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: true, ...wanted } }),
  );
};

/** Creates a table as the template has it, its stream included, if it is not there. */
const ensureTable = async (client: DynamoDBClient, { ref, properties }: Table): Promise<void> => {
  const { StreamSpecification } = properties;
  const existing = await describe(client, ref);
  if (existing !== undefined) return ensureStream(client, existing, StreamSpecification);
  await client.send(
    new CreateTableCommand({
      TableName: ref,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: properties.AttributeDefinitions,
      KeySchema: properties.KeySchema,
      ...(StreamSpecification && { StreamSpecification: { StreamEnabled: true, ...StreamSpecification } }),
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
