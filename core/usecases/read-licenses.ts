import { NotFound } from '../domain/errors.ts';
import { dueSeats, type Holding } from '../domain/holding.ts';
import { placeSince } from '../domain/ids.ts';
import { type LicenseKind, licenseFacts } from '../domain/licenses.ts';
import { exhaustedAmong } from '../domain/pool.ts';
import { holdingOf, recordOf } from '../domain/section-record.ts';
import type { MemberRef, Ports } from './ports.ts';

type Needs = Pick<Ports, 'members' | 'accounts' | 'seats'>;

const PAGE = 100;
/** How far a place is counted: beyond, the number tells nobody anything. */
const MOST_COUNTED = 1_000;

const stateOf = (holding: Holding, kind: LicenseKind) => {
  const { mode } = licenseFacts(kind);
  if (holding.held.includes(kind)) return 'held';
  if (holding.waitingFor.includes(kind)) return 'waiting';
  if (mode === 'concurrent')
    return holding.agentFeatures || !licenseFacts(kind).calling ? 'at-sign-in' : 'off';
  return dueSeats(holding).includes(kind) ? 'given-back' : 'off';
};

/** How many stand before a place in the line, counted up to 1,000. */
const countAhead =
  ({ seats }: Pick<Ports, 'seats'>) =>
  async (accountId: string, place: string): Promise<number> => {
    let ahead = 0;
    let cursor: string | undefined;
    do {
      const page = await seats.line(accountId, { limit: PAGE, cursor });
      const before = page.items.filter((other) => other.place < place).length;
      ahead += before;
      if (before < page.items.length) return ahead;
      cursor = page.nextCursor;
    } while (cursor !== undefined && ahead < MOST_COUNTED);
    return ahead;
  };

/** A member's place in the waiting line, if they have one, with what is missing. */
export const readPlace =
  (ports: Pick<Ports, 'accounts' | 'seats'>) =>
  async (accountId: string, { place, waitingFor }: Holding) => {
    if (place === undefined) return undefined;
    const [found, ahead] = await Promise.all([
      ports.accounts.readWithPools(accountId),
      countAhead(ports)(accountId, place),
    ]);
    return { since: placeSince(place), ahead, missing: exhaustedAmong(found?.pools ?? [], waitingFor) };
  };

/** Reads what a member holds and waits for. Throws `NotFound`. */
export const readLicenses = (ports: Needs) => async (ref: MemberRef) => {
  const found = await ports.members.read(ref);
  if (found === undefined) throw new NotFound();
  const holding = holdingOf(recordOf(found.records, 'licenses'));
  return {
    userId: ref.userId,
    agentFeatures: holding.agentFeatures,
    licenses: holding.kinds.map((kind) => {
      const { name, help, mode } = licenseFacts(kind);
      return { kind, name, help, mode, state: stateOf(holding, kind) } as const;
    }),
    waiting: await readPlace(ports)(ref.accountId, holding),
  };
};
