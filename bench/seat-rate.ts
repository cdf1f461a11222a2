import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { memberKey, seatKey, sectionKey } from '../core/adapters/dynamodb/keys.ts';
import { dynamodbSeats } from '../core/adapters/dynamodb/seats.ts';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { newId } from '../core/domain/ids.ts';
import type { Member } from '../core/domain/member.ts';
import { addMember, benchStamp, licensesRecord, openBenchAccount } from './seat-account.ts';

type Item = Record<string, unknown>;

/** Does all of it, so many at a time; answers the milliseconds it took. */
const timed = async (works: readonly (() => Promise<unknown>)[], atOnce: number): Promise<number> => {
  const left = [...works];
  const began = performance.now();
  const worker = async (): Promise<void> => {
    for (let work = left.pop(); work !== undefined; work = left.pop()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return performance.now() - began;
};

const take = (store: Store, ref: Member) => async (): Promise<void> => {
  const after = licensesRecord(['lmp'], { held: ['lmp'] });
  const { outcome } = await dynamodbSeats(store).move(
    { ref, before: undefined, after, turn: 'newcomer', status: 'onboarding' },
    benchStamp(),
  );
  if (outcome !== 'moved') throw new Error(`No seat was taken: ${outcome}.`);
};

const read = async ({ client, table }: Store, Key: { pk: string; sk: string }): Promise<Item> => {
  const { Item = {} } = await client.send(new GetCommand({ TableName: table, Key }));
  return Item;
};

/**
 * A transaction of the same operations on items as large as those of a seat that was taken, of which nobody else has any:
 * two puts if absent, a number counted up under a condition, and a check.
 */
const bare =
  ({ client, table }: Store, taken: { record: Item; seat: Item }, ref: Member) =>
  (): Promise<unknown> => {
    const pk = `BENCH#${newId('user')}`;
    const absent = { TableName: table, ConditionExpression: 'attribute_not_exists(pk)' };
    return client.send(
      new TransactWriteCommand({
        TransactItems: [
          { Put: { ...absent, Item: { ...taken.record, pk, sk: 'RECORD' } } },
          { Put: { ...absent, Item: { ...taken.seat, pk, sk: 'SEAT' } } },
          {
            Update: {
              TableName: table,
              Key: { pk, sk: 'POOL' },
              UpdateExpression: 'SET changed = :stamp ADD assigned :one',
              ConditionExpression: 'attribute_not_exists(pk) OR assigned < purchased',
              ExpressionAttributeValues: { ':one': 1, ':stamp': benchStamp() },
            },
          },
          {
            ConditionCheck: {
              TableName: table,
              Key: memberKey(ref),
              ConditionExpression: '#status = :status',
              ExpressionAttributeNames: { '#status': 'status' },
              ExpressionAttributeValues: { ':status': 'onboarding' },
            },
          },
        ],
      }),
    );
  };

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/**
 * The rate at which the seats of one pool are taken, ÷ the rate of bare transactions of the same size and number of
 * items: every seat of a pool, so many at once, and as many bare transactions, in turns.
 */
export const measureSeatRate = async (
  store: Store,
  { seats, atOnce, rounds }: { seats: number; atOnce: number; rounds: number },
): Promise<number> => {
  const ratios: number[] = [];
  // The first round warms everything up.
  for (let round = 0; round <= rounds; round += 1) {
    const accountId = await openBenchAccount(store, { lmp: seats });
    const members: Member[] = [];
    for (let n = 0; n < seats; n += 1) members.push(await addMember(store, accountId, 'onboarding'));
    const taking = await timed(
      members.map((ref) => take(store, ref)),
      atOnce,
    );
    const [first] = members;
    if (first === undefined) throw new Error('Nobody has taken a seat.');
    const taken = {
      record: await read(store, sectionKey(first, 'licenses')),
      seat: await read(store, seatKey(first, 'lmp')),
    };
    const bareTaking = await timed(
      members.map((ref) => bare(store, taken, ref)),
      atOnce,
    );
    if (round > 0) ratios.push(bareTaking / taking);
  }
  return median(ratios);
};
