import { clock } from '../../core/adapters/clock.ts';
import { dynamodbAccounts } from '../../core/adapters/dynamodb/accounts.ts';
import { dynamodbBilling } from '../../core/adapters/dynamodb/billing.ts';
import { dynamodbMembers } from '../../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../../core/adapters/dynamodb/policies.ts';
import { dynamodbSeats } from '../../core/adapters/dynamodb/seats.ts';
import { dynamodbSessions } from '../../core/adapters/dynamodb/sessions.ts';
import { dynamodbStandings } from '../../core/adapters/dynamodb/standings.ts';
import { openStore } from '../../core/adapters/dynamodb/store.ts';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { log } from '../../core/adapters/log.ts';
import { readEnvironment } from '../../core/contract/environments.ts';
import { readPriceList } from '../../core/contract/price-list.ts';
import { billing } from '../../core/contract/resources/billing.ts';
import { resource } from '../../core/http/resource.ts';
import { statementPage } from '../../core/http/statement-page.ts';
import { changeSeats, previewSeats } from '../../core/usecases/change-seats.ts';
import { readBilling } from '../../core/usecases/read-billing.ts';
import { listStatements, readStatement } from '../../core/usecases/read-statements.ts';

const environment = readEnvironment('billing');
const priceList = readPriceList(environment.PRICE_LIST);
const store = openStore(environment);
const ports = {
  accounts: dynamodbAccounts(store),
  billing: dynamodbBilling(store),
  seats: dynamodbSeats(store),
  sessions: dynamodbSessions(store),
  members: dynamodbMembers(store),
  users: dynamodbUsers(store),
  policies: dynamodbPolicies(store),
  standings: dynamodbStandings(store),
  clock,
  log,
};

/** What the account owns, with the version that a change is to be based on. */
const asItIs = async (accountId: string) => {
  const { view, version } = await readBilling(ports, priceList)(accountId);
  return { result: view, version };
};

export const handler = resource(
  billing,
  {
    read: ({ params }) => asItIs(params.accountId),
    preview: async ({ authority, body }) => ({
      result: await previewSeats(ports, priceList)(authority, body),
    }),
    changeSeats: async ({ authority, params, ifMatch, body, stamp }) => {
      await changeSeats(ports, priceList)(authority, ifMatch, body, stamp);
      return asItIs(params.accountId);
    },
    listLedger: async ({ params, query }) => ({
      result: await ports.billing.ledger(params.accountId, query),
    }),
    listStatements: async ({ params }) => ({ result: await listStatements(ports)(params.accountId) }),
    readStatement: async ({ params }) => {
      const { statement } = await readStatement(ports)(params.accountId, params.month);
      return { result: statement };
    },
    printStatement: async ({ params }) => {
      const { account, statement } = await readStatement(ports)(params.accountId, params.month);
      return { result: statementPage(account, statement) };
    },
  },
  { ports },
);
