import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { startDynamoDb } from '../local/dynamodb/server.ts';
import { ensureTables } from '../local/dynamodb/tables.ts';
import { readAssembly } from '../local/template/assembly.ts';
import { readHome } from '../local/template/home.ts';
import { resolveStacks } from '../local/template/resolve.ts';

/** Another connection to the table of an embedded cloud, for what must not be counted or measured. */
export const connect = (endpoint: string, table: string): Store => ({
  client: DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  ),
  table,
});

/** An engine with the table as the template declares it, and nobody who follows its changes. */
export const startBareEngine = async (assembly: string, table: string) => {
  const engine = await startDynamoDb('memory');
  await ensureTables(engine.url, readHome(resolveStacks(readAssembly(assembly), 'http://127.0.0.1')));
  return { store: connect(engine.url, table), stop: engine.stop };
};
