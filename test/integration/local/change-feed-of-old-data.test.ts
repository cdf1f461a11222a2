import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, it, vi } from 'vitest';
import { startDynamoDb } from '../../../local/dynamodb/server.ts';
import { ensureTables } from '../../../local/dynamodb/tables.ts';
import { startChangeFeed } from '../../../local/streams/change-feed.ts';
import { clientOptions, temporaryDirectory } from './fixture/fixture.ts';
import { homeOf, type Seen, TABLE_ATTRIBUTES, TABLE_SCHEMA } from './streams.ts';

const TWO_DAYS = 2 * 24 * 3_600_000;

/** As if the engine had been stopped two days ago: what it keeps of the stream is older by as much. */
const letTwoDaysPass = (directory: string): void => {
  const database = new DatabaseSync(join(directory, 'shared-local-instance.db'));
  for (const table of ['us', 'ss']) {
    database.exec(`UPDATE ${table} SET CreationDateTime = CreationDateTime - ${TWO_DAYS}`);
  }
  database.close();
};

it('a data directory without a stream gets one, and is followed on even when the stream has forgotten all', async () => {
  const directory = temporaryDirectory();
  const home = homeOf('old-table');
  const told: string[] = [];
  const lines: string[] = [];
  let written = 0;

  const session = async (prepare: (client: DynamoDBClient) => Promise<unknown>): Promise<void> => {
    const engine = await startDynamoDb(directory);
    const client = new DynamoDBClient(clientOptions(engine.url));
    const write = (): Promise<unknown> => {
      written += 1;
      const Item = { pk: { S: 'p' }, sk: { S: 'a' }, n: { N: String(written) } };
      return client.send(new PutItemCommand({ TableName: 'old-table', Item }));
    };
    await prepare(client);
    await ensureTables(engine.url, home);
    const feed = startChangeFeed(home, {
      endpoint: engine.url,
      databasePath: join(directory, 'change-feed.sqlite'),
      log: (line) => lines.push(line),
      run: async (_, event) => {
        const { Records } = JSON.parse(event) as { Records: Seen[] };
        told.push(...Records.map(({ dynamodb }) => dynamodb.NewImage?.n?.N ?? ''));
        return { ok: true, payload: 'null' };
      },
    });
    await write();
    await write();
    await vi.waitFor(() => expect(told.at(-1)).toBe(String(written)), { timeout: 10_000, interval: 20 });
    await feed.stop();
    client.destroy();
    await engine.stop();
  };

  await session((client) =>
    client.send(
      new CreateTableCommand({
        TableName: 'old-table',
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [...TABLE_SCHEMA],
        AttributeDefinitions: [...TABLE_ATTRIBUTES],
      }),
    ),
  );
  letTwoDaysPass(directory);
  await session(async () => {});
  expect(told).toEqual(['1', '2', '3', '4']);
  expect(lines).toEqual([]);
});
