import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { type DynamoDb, startDynamoDb } from '../../../local/dynamodb/server.ts';
import type { Outcome } from '../../../local/lambda/environment.ts';
import { type ChangeFeed, startChangeFeed } from '../../../local/streams/change-feed.ts';
import type { Home } from '../../../local/template/home.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { clientOptions } from './fixture/fixture.ts';

/** A record as a function gets it. */
export interface Seen {
  eventName: string;
  eventSourceARN: string;
  dynamodb: {
    ApproximateCreationDateTime: number;
    SequenceNumber: string;
    Keys: { pk: { S: string }; sk: { S: string } };
    NewImage?: Record<string, { S?: string; N?: string; B?: string }>;
    OldImage?: Record<string, { S?: string; N?: string; B?: string }>;
  };
}

/** `p#3` and `7`: the item's key and the number it was given. */
export const said = ({ dynamodb: { Keys, NewImage } }: Seen): string =>
  `${Keys.pk.S}#${Keys.sk.S} ${NewImage?.n?.N}`;

export const TABLE_SCHEMA = [
  { AttributeName: 'pk', KeyType: 'HASH' },
  { AttributeName: 'sk', KeyType: 'RANGE' },
] as const;
export const TABLE_ATTRIBUTES = [
  { AttributeName: 'pk', AttributeType: 'S' },
  { AttributeName: 'sk', AttributeType: 'S' },
] as const;

/** A template with one table, one function, one queue and the mapping between them. */
export const homeOf = (tableName: string, mapping: object = {}): Home => {
  const resource = (type: string, properties: object) => ({
    type,
    condition: undefined,
    properties: { ...properties },
  });
  const none = new Map<string, unknown>();
  const resources = new Map([
    ['Pool', resource('AWS::Cognito::UserPool', {})],
    ['Follow', resource('AWS::Lambda::Function', { Handler: 'index.handler', Code: { S3Key: 'x' } })],
    ['Aside', resource('AWS::SQS::Queue', { QueueName: 'aside' })],
    [
      'Table',
      resource('AWS::DynamoDB::GlobalTable', {
        TableName: tableName,
        KeySchema: TABLE_SCHEMA,
        AttributeDefinitions: TABLE_ATTRIBUTES,
        StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    ],
    [
      'Feed',
      resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: { 'Fn::GetAtt': ['Table', 'StreamArn'] },
        FunctionName: { Ref: 'Follow' },
        StartingPosition: 'TRIM_HORIZON',
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 1,
        DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Aside', 'Arn'] } } },
        ...mapping,
      }),
    ],
  ]);
  const stack = { name: 'App', region: 'eu-west-1', account: '000000000000', resources, assets: new Map() };
  const rest = { outputs: none, parameters: none, conditions: none, mappings: {} };
  return readHome(resolveStacks([{ ...stack, ...rest }], 'http://127.0.0.1'));
};

/** An engine for a test file, and tables with a stream in it. */
export const useStreams = () => {
  let engine: DynamoDb | undefined;
  let client: DynamoDBClient | undefined;
  let made = 0;
  beforeAll(async () => {
    engine = await startDynamoDb('memory');
    client = new DynamoDBClient(clientOptions(engine.url));
  });
  afterAll(async () => {
    client?.destroy();
    await engine?.stop();
  });
  return {
    endpoint: () => engine?.url ?? '',
    client: () => client ?? new DynamoDBClient({}),
    makeTable: async () => {
      made += 1;
      const name = `table-${made}`;
      await client?.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          KeySchema: [...TABLE_SCHEMA],
          AttributeDefinitions: [...TABLE_ATTRIBUTES],
          StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
        }),
      );
      const put = (pk: string, sk: string, n: number) =>
        client?.send(
          new PutItemCommand({
            TableName: name,
            Item: { pk: { S: pk }, sk: { S: sk }, n: { N: String(n) } },
          }),
        );
      return { name, put };
    },
    /** Starts the feed on a table with a function that is ours; it ends with the test. */
    follow: (
      home: Home,
      handle: (records: readonly Seen[]) => unknown,
      options: { databasePath?: string; log?: (line: string) => void } = {},
    ): ChangeFeed => {
      const run = async (_function: string, event: string): Promise<Outcome> => {
        try {
          const { Records } = JSON.parse(event) as { Records: Seen[] };
          return { ok: true, payload: JSON.stringify((await handle(Records)) ?? null) };
        } catch (error) {
          return { ok: false, error: { errorType: (error as Error).name, errorMessage: String(error) } };
        }
      };
      const { databasePath = 'memory', log = () => {} } = options;
      const feed = startChangeFeed(home, { endpoint: engine?.url ?? '', databasePath, run, log });
      onTestFinished(() => feed.stop());
      return feed;
    },
  };
};

/** A handler that keeps what it is given, after a moment in which it may be stopped. */
export const keeper = (milliseconds = 0) => {
  const kept: string[] = [];
  const handle = async (records: readonly Seen[]): Promise<void> => {
    await sleep(milliseconds);
    kept.push(...records.map(said));
  };
  return { kept, handle };
};

/** Until when something that takes a moment must have come about. */
export const soon = { timeout: 10_000, interval: 20 };

/** The numbers each item was given, in the order in which they were told. */
export const byItem = (told: readonly string[]): Record<string, number[]> => {
  const items: Record<string, number[]> = {};
  for (const line of told) {
    const [key = '', n] = line.split(' ');
    items[key] = [...(items[key] ?? []), Number(n)];
  }
  return items;
};
/** 0 and what follows, so many. */
export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
