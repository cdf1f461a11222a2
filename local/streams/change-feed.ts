import { DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Outcome } from '../lambda/environment.ts';
import type { Home } from '../template/home.ts';
import { type Mapping, readMappings } from './mapping.ts';
import { readStream } from './read-stream.ts';
import { openFeedStore, type QueueMessage } from './store.ts';

export interface ChangeFeedOptions {
  /** The address of the engine. */
  readonly endpoint: string;
  /** Where it is kept how far the streams have been read; 'memory' keeps nothing. */
  readonly databasePath: string | 'memory';
  readonly run: (functionArn: string, event: string) => Promise<Outcome>;
  readonly log: (line: string) => void;
}

export interface ChangeFeed {
  /** What was set aside, oldest first. */
  readonly setAside: () => readonly QueueMessage[];
  /** Waits for the invocations under way. */
  readonly stop: () => Promise<void>;
  /** Ends as a crash would: whatever is under way was never heard of. */
  readonly kill: () => void;
}

/** Reads the streams that the template's event source mappings name, and calls their functions, until stopped. */
export const startChangeFeed = (home: Home, options: ChangeFeedOptions): ChangeFeed => {
  const { endpoint, databasePath, run, log } = options;
  const mappings = readMappings(home);
  const connection = {
    endpoint,
    region: home.region,
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  };
  const tables = new DynamoDBClient(connection);
  const client = new DynamoDBStreamsClient(connection);
  const store = openFeedStore(databasePath);
  const end = new AbortController();

  const read = async (mapping: Mapping): Promise<void> => {
    const { Table: table } = await tables.send(new DescribeTableCommand({ TableName: mapping.tableName }));
    const engineArn = table?.LatestStreamArn;
    if (engineArn === undefined) throw new Error(`the table ${mapping.tableName} has no stream`);
    await readStream(mapping, {
      client,
      engineArn,
      region: home.region,
      store,
      run,
      log,
      ending: end.signal,
    });
  };
  const reading = Promise.all(
    mappings.map((mapping) =>
      read(mapping).catch((error: unknown) => {
        if (!end.signal.aborted) log(`${mapping.id}: ${String(error)}`);
      }),
    ),
  );
  let isOpen = true;
  const close = (): void => {
    end.abort();
    if (!isOpen) return;
    isOpen = false;
    tables.destroy();
    client.destroy();
    store.close();
  };
  return {
    setAside: store.messages,
    stop: async () => {
      end.abort();
      await reading;
      close();
    },
    kill: close,
  };
};
