import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { poolItem } from '../../../core/adapters/dynamodb/items/account.ts';
import { ledgerItem } from '../../../core/adapters/dynamodb/items/billing.ts';
import { memberItem } from '../../../core/adapters/dynamodb/items/member.ts';
import { placeItem } from '../../../core/adapters/dynamodb/items/seat.ts';
import { sessionBlocks, sessionItem } from '../../../core/adapters/dynamodb/items/session.ts';
import {
  HEAD,
  invitingPk,
  ledgerPk,
  memberPk,
  POOL_BLOCK,
  seatKey,
  sessionsPk,
  waitingPk,
} from '../../../core/adapters/dynamodb/keys.ts';
import { poolsOf } from '../../../core/adapters/dynamodb/pool-blocks.ts';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';
import { dueSeats, type Holding, isLicensed, lacking } from '../../../core/domain/holding.ts';
import { LICENSE_KIND_NAMES } from '../../../core/domain/licenses.ts';
import type { Member } from '../../../core/domain/member.ts';
import { exhaustedAmong } from '../../../core/domain/pool.ts';
import { holdingOf, recordOf, sectionRecord } from '../../../core/domain/section-record.ts';
import { faultsOf } from './watch-pools.ts';

type Item = Record<string, unknown>;

/** Every item of an account. Only tests scan. */
const itemsOf = async ({ client, table }: Table, accountId: string): Promise<readonly Item[]> => {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        ConsistentRead: true,
        ExclusiveStartKey: from,
        FilterExpression: 'contains(pk, :account)',
        ExpressionAttributeValues: { ':account': accountId },
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return items;
};

const sorted = (list: readonly unknown[]): string => [...list].map(String).sort().join(' ');

/** What is wrong with one member's licenses, by their state and what they hold and wait for. */
const stateFaults = ({ status }: Member, holding: Holding): readonly string[] => {
  const both = holding.held.filter((kind) => holding.waitingFor.includes(kind));
  const unaccounted = lacking(holding).filter((kind) => !holding.waitingFor.includes(kind));
  const undue = holding.held.filter((kind) => !dueSeats(holding).includes(kind));
  const isWorking = status === 'active' || status === 'suspended';
  return [
    ...(both.length > 0 ? [`holds and waits for ${both}`] : []),
    ...(undue.length > 0 ? [`holds ${undue} without need`] : []),
    ...(isWorking && !isLicensed(holding) ? ['works without the base license'] : []),
    ...(isWorking && unaccounted.length > 0 ? [`neither holds nor waits for ${unaccounted}`] : []),
    ...(status === 'deactivated' && holding.held.length > 0
      ? [`is deactivated and holds ${holding.held}`]
      : []),
    ...((holding.place === undefined) === holding.waitingFor.length > 0 ? ['waits without a place'] : []),
  ];
};

/**
 * Reads all that there is of an account and says everything that is wrong with it, once the waiting line has been served:
 * seats are where records and blocks say, everybody is in one right state, nothing is lost and nobody forgotten.
 */
export const seatCensus = async (table: Table, accountId: string) => {
  const items = await itemsOf(table, accountId);
  const at = (pk: string) => items.filter((item) => item.pk === pk);
  const blocks = items
    .filter(({ sk }) => String(sk).startsWith(POOL_BLOCK))
    .map((item) => poolItem.parse(item));
  const pools = poolsOf(blocks);
  const places = at(waitingPk(accountId)).map((item) => placeItem.parse(item));
  const sessions = at(sessionsPk(accountId)).map((item) => ({
    ...sessionItem.parse(item),
    ...sessionBlocks.parse(item),
  }));
  const heads = items
    .filter(({ pk, sk }) => String(pk).startsWith(memberPk({ accountId, userId: '' })) && sk === HEAD)
    .map((item) => memberItem.parse(item));
  const ledger = at(ledgerPk(accountId)).map((item) => ledgerItem.parse(item));
  const faults: string[] = [...faultsOf(blocks)];
  const same = (what: string, one: unknown, other: unknown): void => {
    if (one !== other) faults.push(`${what}: ${one} is not ${other}`);
  };

  const members = heads.map((member) => {
    const records = at(memberPk(member)).flatMap((item) => sectionRecord.safeParse(item).data ?? []);
    const record = recordOf(records, 'licenses');
    return { member, record, holding: holdingOf(record) };
  });
  for (const { member, record, holding } of members) {
    const { userId, status } = member;
    if (record === undefined) {
      if (status !== 'onboarding') faults.push(`${userId} is ${status} without a record`);
      continue;
    }
    faults.push(...stateFaults(member, holding).map((fault) => `${userId}, ${status}, ${fault}`));
    same(`blocks of ${userId}`, sorted(Object.keys(record.blocks ?? {})), sorted(holding.held));
    const place = places.find((one) => one.place === holding.place);
    same(`place of ${userId}`, place?.userId, holding.place && userId);
    same(`kinds at the place of ${userId}`, sorted(place?.kinds ?? []), sorted(holding.waitingFor));
  }
  same('places', places.length, members.filter(({ holding }) => holding.place !== undefined).length);

  for (const kind of LICENSE_KIND_NAMES) {
    const seats = at(seatKey({ accountId, userId: '' }, kind).pk);
    const holders = members.filter(({ holding }) => holding.held.includes(kind));
    same(
      `holders of ${kind}`,
      sorted(seats.map(({ userId }) => userId)),
      sorted(holders.map(({ member }) => member.userId)),
    );
    const bought = ledger.sort((one, other) => one.entry - other.entry).at(-1);
    const owned = pools.find((pool) => pool.kind === kind)?.purchased ?? 0;
    same(`${kind} owned`, owned, bought?.lines.find((line) => line.kind === kind)?.after ?? 0);
    const waiting = places.filter((place) => place.kinds.includes(kind)).length;
    for (const { block, ...of } of blocks.filter((one) => one.kind === kind)) {
      const isHere = (one: { blocks?: Readonly<Partial<Record<string, number>>> | undefined } | undefined) =>
        one?.blocks?.[kind] === block;
      same(
        `seats of ${kind} in block ${block}`,
        seats.filter((seat) => seat.block === block).length,
        of.assigned,
      );
      same(
        `records of ${kind} in block ${block}`,
        holders.filter(({ record }) => isHere(record)).length,
        of.assigned,
      );
      same(`sessions of ${kind} in block ${block}`, sessions.filter(isHere).length, of.inUse);
      same(`waiting for ${kind} in block ${block}`, of.waiting, waiting);
    }
  }
  for (const { userId, kinds } of places) {
    if (exhaustedAmong(pools, kinds).length === 0) faults.push(`${userId} waits for ${kinds}, all free`);
  }
  return { faults, pools, members, places, sessions, invitationsDue: at(invitingPk(accountId)).length };
};

export type SeatCensus = Awaited<ReturnType<typeof seatCensus>>;
