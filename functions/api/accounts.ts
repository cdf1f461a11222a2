import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccountDefaults } from '../../core/adapters/dynamodb/account-defaults.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbAssets } from '../../core/adapters/dynamodb/assets.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { accounts } from '../../core/contract/resources/accounts.ts';
import { resource } from '../../core/http/resource.ts';
import { changeAccount } from '../../core/usecases/change-account.ts';
import { changeAccountDefaults } from '../../core/usecases/change-account-defaults.ts';
import { readAccount } from '../../core/usecases/read-account.ts';

const store = openStore(readEnvironment('accounts'));
const ports = {
  accounts: dynamodbAccounts(store),
  accountDefaults: dynamodbAccountDefaults(store),
  assets: dynamodbAssets(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

export const handler = resource(
  accounts,
  {
    read: async ({ params }) => ({ result: await readAccount(ports)(params.accountId) }),
    change: async ({ params, body, stamp }) => {
      await changeAccount(ports)(params.accountId, body, stamp);
      return { result: await readAccount(ports)(params.accountId) };
    },
    readSettings: async ({ params }) => {
      const { settings, version } = await ports.accountDefaults.read(params.accountId);
      return { result: settings, version };
    },
    changeSettings: async ({ authority, ifMatch, body, stamp }) => {
      const { settings, version } = await changeAccountDefaults(ports)(authority, ifMatch, body, stamp);
      return { result: settings, version };
    },
  },
  { ports },
);
