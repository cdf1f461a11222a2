import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { clock } from '../core/adapters/clock.ts';
import { dynamodbAccessLists } from '../core/adapters/dynamodb/access-lists.ts';
import { dynamodbAccounts } from '../core/adapters/dynamodb/accounts.ts';
import { dynamodbAssets } from '../core/adapters/dynamodb/assets.ts';
import { dynamodbFiles } from '../core/adapters/dynamodb/files.ts';
import {
  emailKey,
  extensionKey,
  loginKey,
  memberPk,
  runKey,
  userKey,
} from '../core/adapters/dynamodb/keys.ts';
import { dynamodbMembers } from '../core/adapters/dynamodb/members.ts';
import { dynamodbPolicies } from '../core/adapters/dynamodb/policies.ts';
import { dynamodbRuns } from '../core/adapters/dynamodb/runs.ts';
import { dynamodbSeats } from '../core/adapters/dynamodb/seats.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { dynamodbSubjects } from '../core/adapters/dynamodb/subjects.ts';
import { dynamodbUsers } from '../core/adapters/dynamodb/users.ts';
import { dynamodbWork } from '../core/adapters/dynamodb/work.ts';
import type { Authority } from '../core/domain/authorization/authority.ts';
import { compilePolicy } from '../core/domain/authorization/compiled-policy.ts';
import { firstPolicy } from '../core/domain/authorization/policy.ts';
import { rightsOf } from '../core/domain/authorization/rights.ts';
import { newId, ROOT_FOLDER } from '../core/domain/ids.ts';
import { ADMINISTRATOR } from '../core/domain/roles.ts';
import { assignmentsOf } from '../core/domain/sections/work.ts';
import { activateMember } from '../core/usecases/activate-member.ts';
import { assignLicenses } from '../core/usecases/assign-licenses.ts';
import { assignWork } from '../core/usecases/assign-work.ts';
import { createProfile } from '../core/usecases/create-profile.ts';
import type { Identity, Stamp } from '../core/usecases/ports.ts';
import { recordSection } from '../core/usecases/record-section.ts';
import { startOnboarding } from '../core/usecases/start-onboarding.ts';
import { furnish } from './furnish.ts';
import { itemSize, unitsOf } from './item-size.ts';
import { sampleRequest } from './sample-request.ts';
import { countWrites } from './write-units.ts';

/** What an onboarding writes, in write units: what it costs, and the least it can. */
export interface OnboardingCost {
  tableUnits: number;
  indexUnits: number;
  leastUnits: number;
}

/** Nothing of the sign-in service is written to the table. */
const identity: Identity = {
  find: async () => 'confirmed',
  createUser: async () => {},
  updateUser: async () => {},
  invite: async () => {},
  setLoginId: async () => {},
  removeUser: async () => {},
  resetPassword: async () => {},
  signOut: async () => {},
};

/** Who asks for the onboarding. */
const administratorOf = (accountId: string): Authority => {
  const policy = compilePolicy(firstPolicy(accountId));
  const userId = newId('user');
  const byHand = { role: ADMINISTRATOR, grants: [], groups: [] };
  return { accountId, userId, policy, rights: rightsOf(policy, { userId, folderId: ROOT_FOLDER, byHand }) };
};

const STAMP = (): Stamp => ({
  at: new Date().toISOString(),
  by: newId('user'),
  channel: 'api',
  requestId: 'bench',
  sourceAddress: '203.0.113.7',
});

/** Takes one person with every section through the run on a real engine, and adds up what it wrote. */
export const measureOnboardingCost = async (store: Store, reader: Store): Promise<OnboardingCost> => {
  const accountId = newId('account');
  const account = {
    accountId,
    name: 'Bench',
    language: 'en',
    licensePolicy: 'deactivate',
    apps: [],
    createdAt: STAMP().at,
  } as const;
  const opening = {
    accountId,
    entry: 1,
    at: STAMP().at,
    by: 'bench',
    planId: 'standard',
    currency: 'USD',
    lines: (['lmp', 'dialer', 'voip'] as const).map((kind) => ({
      kind,
      before: 0,
      after: 5,
      pricePerSeat: 0,
    })),
  };
  await dynamodbAccounts(reader).create(account, opening, STAMP());

  const request = sampleRequest(1_000_000);
  await furnish(reader, accountId, request);

  const costs = countWrites(store, reader);
  const ports = {
    runs: dynamodbRuns(store),
    members: dynamodbMembers(store),
    accounts: dynamodbAccounts(store),
    accessLists: dynamodbAccessLists(store),
    subjects: dynamodbSubjects(store),
    users: dynamodbUsers(store),
    policies: dynamodbPolicies(store),
    seats: dynamodbSeats(store),
    work: dynamodbWork(store),
    assets: dynamodbAssets(store),
    files: dynamodbFiles(store),
    identity,
    mailer: { send: async () => {} },
    workflow: { start: async () => 'started' as const },
    clock,
    log: () => {},
  };
  const run = await startOnboarding(ports)(administratorOf(accountId), request, STAMP());
  const runAtStart = await sizeOf(reader, runKey(run).pk);
  for (const step of [
    createProfile(ports),
    assignLicenses(ports),
    recordSection('employee')(ports),
    recordSection('permissions')(ports),
    recordSection('messaging')(ports),
    recordSection('dialing')(ports),
    recordSection('access')(ports),
    assignWork(ports),
    activateMember(ports, 'https://console.example.com'),
  ]) {
    await step(run);
  }
  return {
    tableUnits: sum(costs.map((cost) => cost.tableUnits)),
    indexUnits: sum(costs.map((cost) => cost.indexUnits)),
    leastUnits: await leastUnits(reader, run, request, runAtStart),
  };
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

const itemsIn = async (store: Store, pk: string) => {
  const { Items = [] } = await store.client.send(
    new QueryCommand({
      TableName: store.table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
    }),
  );
  return Items;
};

const sizeOf = async (store: Store, pk: string): Promise<number> =>
  sum((await itemsIn(store, pk)).map((item) => unitsOf(itemSize(item))));

/**
 * The least an onboarding can write: each item once, doubled where an invariant needs a transaction (claims with the
 * run, user with member, profile and what is found by login ID, pools with seats and licenses), and the run a second time
 * when it ends.
 */
const leastUnits = async (
  reader: Store,
  run: { accountId: string; runId: string; userId: string },
  request: ReturnType<typeof sampleRequest>,
  runUnits: number,
): Promise<number> => {
  const { email, loginId, extension } = request.profile;
  const claims = [
    emailKey(email).pk,
    loginKey(loginId).pk,
    ...(extension === undefined ? [] : [extensionKey(run.accountId, extension).pk]),
  ];
  const claimUnits = sum(await Promise.all(claims.map((pk) => sizeOf(reader, pk))));
  const userUnits = await sizeOf(reader, userKey(run.userId).pk);
  const member = await itemsIn(reader, memberPk(run));
  const inTransactions = member.filter(
    (item) => !('section' in item) || ['profile', 'licenses'].includes(item.section),
  );
  const plain = member.filter((item) => !inTransactions.includes(item));
  const units = (items: typeof member) => sum(items.map((item) => unitsOf(itemSize(item))));
  const poolsAndSeats = 2 * request.licenses.kinds.length;
  const assignments = request.work === undefined ? 0 : assignmentsOf(request.work).length;
  return (
    2 * (claimUnits + userUnits + units(inTransactions) + poolsAndSeats + runUnits) +
    units(plain) +
    assignments +
    runUnits
  );
};
