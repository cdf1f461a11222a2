import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { Busy, LastAdministrator, LicenseNotInPlan } from '../../domain/errors.ts';
import { type HoldingChange, holdingChange, nextRevision, poolsNeeded } from '../../domain/holding-change.ts';
import { type LicensesRecord, licensesRecord } from '../../domain/section-record.ts';
import type { SeatMove, SeatOutcome, Seats, Stamp } from '../../usecases/ports.ts';
import { sectionKey } from './keys.ts';
import { blocksOf, readBlocks } from './pool-blocks.ts';
import { operationsOf } from './seat-operations.ts';
import { drawBlocks, isRefusedOf, mustBeExhausted } from './seat-pools.ts';
import type { Store } from './store.ts';
import { type Refusals, transact } from './transact.ts';
import { waitingPlaces } from './waiting-places.ts';

/** How often another may be quicker at a block before we give up for now. */
const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 5;

type Item = Record<string, unknown>;

export const dynamodbSeats = (store: Store): Seats => ({ move: moveSeats(store), ...waitingPlaces(store) });

/**
 * One transaction for whatever becomes of a member's licenses, after the blocks of the account's pools were read (AP-38).
 * Each writes the record and checks the member (or changes the head), 2 write units each, 1 or 2 of index for a head; and
 * 2 more for the check of the role of who begins or ceases to be active, 2 for the account when its administrators change.
 * On top of those 4:
 * - AP-30 · a newcomer takes seats · 4 write units per kind: the block drawn, while it has a free seat and nobody
 *   waits, and the seat, put if absent.
 * - AP-31 · joining the line · 2 write units per block of each kind waited for, 2 more for its end if it has less than
 *   8, and 2 for the place, 1 of index.
 * - AP-32 · giving back · 4 write units per seat; leaving the line is what joining it is.
 * - AP-33 · being served from the line · 2 write units per block of each kind waited for and 2 for its end, 2 per seat,
 *   2 for the place, 1 of index; 2 per block and 2 for the end of each kind for which others are passed over; 2 for the
 *   invitation to be sent, 1 of index.
 */
const moveSeats =
  (store: Store): Seats['move'] =>
  async (move, stamp) => {
    const change = holdingChange(move.before, move.after);
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const blocks = await readBlocks(store, move.ref.accountId);
      const unknown = poolsNeeded(change).filter((kind) => blocksOf(blocks, kind).length === 0);
      if (unknown.length > 0) throw new LicenseNotInPlan(unknown);
      const { drawn, missing } = drawBlocks(move, change, blocks);
      if (missing.length > 0) {
        const found = await readRecord(store, move);
        return outcomeOf(found, move, stamp) ?? { outcome: 'unavailable', missing };
      }
      const refused = await transact(store, operationsOf(store, move, change, blocks, drawn, stamp));
      const outcome = refused.size === 0 ? MOVED : refusalOf(refused, move, change, stamp);
      if (outcome !== undefined) return outcome;
      // The block was drawn by another, or another block has come: what is left now tells.
      await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
    }
    throw new Busy();
  };

const MOVED: SeatOutcome = { outcome: 'moved' };
const CHANGED: SeatOutcome = { outcome: 'changed-meanwhile' };

/** AP-39 · the record of a member's licenses · GetItem, consistent, 1 read unit; when no seat is to be had. */
const readRecord = async ({ client, table }: Store, { ref }: SeatMove): Promise<Item | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: sectionKey(ref, 'licenses'), ConsistentRead: true }),
  );
  return Item;
};

/** What it means that this is the record by now: nothing, if it is the one that was read. */
const outcomeOf = (found: Item | undefined, move: SeatMove, stamp: Stamp): SeatOutcome | undefined => {
  const { before } = move;
  if (found?.runId === before?.runId && found?.revision === before?.revision) return undefined;
  if (isOurs(found, move, stamp)) return MOVED;
  // A record of another run, where none was to be.
  if (before === undefined) throw new Busy();
  return CHANGED;
};

/**
 * Whether the record is what this very move has left: then the answer was lost on the way, and asking again changes
 * nothing. Of a run's step any attempt counts as the same.
 */
const isOurs = (found: Item | undefined, { before, after }: SeatMove, stamp: Stamp): boolean => {
  if (after === undefined) return found === undefined;
  if (found?.runId !== after.runId) return false;
  if (before === undefined) return true;
  if (found.revision !== nextRevision(before)) return false;
  return isSameHand(found.changed, stamp) && isDeepStrictEqual(contentOf(found), contentOf(after));
};

const contentOf = (record: Item | LicensesRecord) => {
  const { blocks: _, revision: __, ...content } = licensesRecord.parse(record);
  return content;
};

const isSameHand = (changed: unknown, { by, channel, requestId }: Stamp): boolean => {
  const { by: whose, channel: which, requestId: request } = Object(changed);
  return whose === by && which === channel && request === requestId;
};

/** What a refused move comes to; nothing, if it is to be tried again with the blocks as they are by now. */
const refusalOf = (
  refused: Refusals,
  move: SeatMove,
  { gained }: HoldingChange,
  stamp: Stamp,
): SeatOutcome | undefined => {
  if (refused.has('record')) {
    const outcome = outcomeOf(refused.get('record'), move, stamp);
    if (outcome !== undefined) return outcome;
  }
  if (refused.has('member') || refused.has('section:permissions')) return CHANGED;
  if (refused.has('account') && move.head?.administrators === -1) throw new LastAdministrator();
  if (isRefusedOf(refused, mustBeExhausted(move))) return { outcome: 'available' };
  if (isRefusedOf(refused, gained) || [...refused.keys()].every((name) => name.startsWith('end:')))
    return undefined;
  throw new Busy();
};
