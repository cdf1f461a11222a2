import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { dynamodbAccessLists } from '../../../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAccountDefaults } from '../../../core/adapters/dynamodb/account-defaults.ts';
import { dynamodbAccounts } from '../../../core/adapters/dynamodb/accounts.ts';
import { dynamodbAgencies } from '../../../core/adapters/dynamodb/agencies.ts';
import { dynamodbApiUsers } from '../../../core/adapters/dynamodb/api-users.ts';
import { dynamodbAssets } from '../../../core/adapters/dynamodb/assets.ts';
import { dynamodbBilling } from '../../../core/adapters/dynamodb/billing.ts';
import { dynamodbExtraProfiles } from '../../../core/adapters/dynamodb/extra-profiles.ts';
import { dynamodbFiles } from '../../../core/adapters/dynamodb/files.ts';
import { dynamodbInvitations } from '../../../core/adapters/dynamodb/invitations.ts';
import { accountKey, workKey } from '../../../core/adapters/dynamodb/keys.ts';
import { dynamodbLocations } from '../../../core/adapters/dynamodb/locations.ts';
import { dynamodbMembers } from '../../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../../core/adapters/dynamodb/policies.ts';
import { dynamodbReplays } from '../../../core/adapters/dynamodb/replays.ts';
import { dynamodbRuns } from '../../../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../../../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../../core/adapters/dynamodb/standings.ts';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../../../core/adapters/dynamodb/subjects.ts';
import { dynamodbUsers } from '../../../core/adapters/dynamodb/users.ts';
import { dynamodbWork } from '../../../core/adapters/dynamodb/work.ts';
import type { Clock } from '../../../core/usecases/ports.ts';
import { startDynamoDb } from '../../../local/dynamodb/server.ts';
import { ensureTables } from '../../../local/dynamodb/tables.ts';
import { synthesize } from '../../../local/synthesize.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';
import { movableClock } from '../../ports/in-memory/services.ts';
import type { Store } from '../../ports/store.ts';

/** The table as the synthesized template declares it, on an engine of its own that keeps nothing. */
export const startTable = async (): Promise<{ table: Table; stop: () => Promise<void> }> => {
  const home = readHome(resolveStacks(readAssembly(await synthesize()), 'http://127.0.0.1'));
  const engine = await startDynamoDb('memory');
  await ensureTables(engine.url, home);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      region: home.region,
      endpoint: engine.url,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const stop = async (): Promise<void> => {
    client.destroy();
    await engine.stop();
  };
  return { table: { client, table: home.only('AWS::DynamoDB::GlobalTable').ref }, stop };
};

const dynamodbPorts = (table: Table, clock: Clock) => ({
  policies: dynamodbPolicies(table),
  subjects: dynamodbSubjects(table),
  runs: dynamodbRuns(table),
  replays: dynamodbReplays(table, clock),
  members: dynamodbMembers(table),
  seats: dynamodbSeats(table),
  invitations: dynamodbInvitations(table),
  billing: dynamodbBilling(table),
  work: dynamodbWork(table),
  assets: dynamodbAssets(table),
  accountDefaults: dynamodbAccountDefaults(table),
  sessions: dynamodbSessions(table),
  accounts: dynamodbAccounts(table),
  agencies: dynamodbAgencies(table),
  locations: dynamodbLocations(table),
  extraProfiles: dynamodbExtraProfiles(table),
  apiUsers: dynamodbApiUsers(table),
  accessLists: dynamodbAccessLists(table),
  files: dynamodbFiles(table),
  users: dynamodbUsers(table),
  standings: dynamodbStandings(table),
});

/** The real adapters, with what the contract has to see of the table. */
export const openDynamodb = (table: Table): Store => {
  const { clock, move } = movableClock();
  return {
    ports: dynamodbPorts(table, clock),
    moveClock: move,
    async workersOn(accountId, work) {
      const { Items = [] } = await table.client.send(
        new QueryCommand({
          TableName: table.table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': workKey({ accountId, userId: '' }, work).pk },
          ConsistentRead: true,
        }),
      );
      return Items.map(({ userId }) => String(userId));
    },
    async activeAdministrators(accountId) {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.table, Key: accountKey(accountId), ConsistentRead: true }),
      );
      return Number(Item?.activeAdministrators ?? 0);
    },
  };
};
