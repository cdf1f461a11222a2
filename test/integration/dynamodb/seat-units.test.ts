import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countWrites, type WriteCost } from '../../../bench/write-units.ts';
import { dynamodbSeats } from '../../../core/adapters/dynamodb/seats.ts';
import { needingNoMore, satisfied } from '../../../core/domain/holding.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { given, LATER, request } from '../../ports/samples.ts';
import { seating } from '../../ports/seat-samples.ts';
import { openDynamodb, startTable } from './dynamodb-store.ts';

let engine: Awaited<ReturnType<typeof startTable>>;
let client: DynamoDBDocumentClient;
let costs: WriteCost[];
let ports: Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats'>;
beforeAll(async () => {
  engine = await startTable();
  const { region, endpoint, credentials } = engine.table.client.config;
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, ...(endpoint && { endpoint }), credentials }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  const counted = { client, table: engine.table.table };
  costs = countWrites(counted, engine.table);
  ports = { ...openDynamodb(engine.table).ports, seats: dynamodbSeats(counted) };
});
afterAll(async () => {
  client.destroy();
  await engine.stop();
});

/** Somebody in an account with pools of one, two and eight blocks, and one that is exhausted. */
const somebody = async (kinds: readonly LicenseKind[]) => {
  const accountId = await given(ports).account({ lmp: 500, voip: 60, email: 5, fax: 0 });
  return given(ports).member(accountId, request({ licenses: { kinds } }));
};

/** What something costs in write units: of the table, and of its indexes. */
const costOf = async (act: () => Promise<{ outcome: string }>): Promise<[table: number, index: number]> => {
  costs.length = 0;
  expect(await act()).toEqual({ outcome: 'moved' });
  const sum = (units: readonly number[]) => units.reduce((total, number) => total + number, 0);
  return [sum(costs.map((cost) => cost.tableUnits)), sum(costs.map((cost) => cost.indexUnits))];
};

it('AP-30 taking seats: 4 for record and member, 4 per kind', async () => {
  const one = await somebody(['lmp']);
  expect(await costOf(() => seating(ports).take(one))).toEqual([8, 0]);
  const three = await somebody(['lmp', 'voip', 'email']);
  expect(await costOf(() => seating(ports).take(three))).toEqual([16, 0]);
});

it('AP-31 joining the line: 4, 2 per block of each kind, 2 for each end of fewer than 8, 2 for the place', async () => {
  const run = await somebody(['lmp', 'voip', 'fax']);
  const blocks = 2 * (8 + 2 + 1);
  const ends = 2 * 2;
  expect(await costOf(() => seating(ports).wait(run, ['fax']))).toEqual([4 + blocks + ends + 2, 1]);
});

it('AP-32 giving back: 4, and 4 per seat; leaving the line costs what joining it does', async () => {
  const { take, wait, change, giveUp } = seating(ports);
  const run = await somebody(['lmp', 'voip']);
  await take(run);
  expect(await costOf(() => change(run, (holding) => needingNoMore(holding, 'voip')))).toEqual([8, 0]);
  expect(await costOf(() => giveUp(run))).toEqual([8, 0]);
  const waiting = await somebody(['lmp', 'voip']);
  await wait(waiting, []);
  expect(await costOf(() => giveUp(waiting))).toEqual([4 + 2 * (8 + 2) + 2 + 2, 1]);
});

it('AP-33 being served: as leaving the line, 2 per seat, the head’s index, role, administrators, the invitation, and each block of whom is passed over', async () => {
  const { wait, change } = seating(ports);
  const run = await somebody(['lmp', 'voip']);
  await wait(run, []);
  const before = await ports.members.read(run);
  if (before === undefined) throw new Error('There is no member.');
  const head = {
    before,
    member: { ...before.member, status: 'active' as const, version: 1 },
    administrators: 1 as const,
  };
  const served = () => change(run, satisfied, { turn: { passedOver: ['fax'] }, head, invitationDue: LATER });
  const leaving = 4 + 2 * (8 + 2) + 2 + 2;
  const [seats, role, administrators, invitation, passedOver] = [2 * 2, 2, 2, 2, 2 + 2];
  expect(await costOf(served)).toEqual([
    leaving + seats + role + administrators + invitation + passedOver,
    // The place leaves one index, the invitation comes into it; the member moves in another, and changes in a third.
    1 + 1 + 2 + 1,
  ]);
});
