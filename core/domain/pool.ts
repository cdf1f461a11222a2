import { type LicenseKind, licenseFacts } from './licenses.ts';

/**
 * An account's pool of one license kind. `assigned` seats are held by members (of named kinds), seats `inUse` by sessions
 * (of concurrent ones); together they never pass `purchased`. `waiting` counts the members in line for the kind.
 */
export interface Pool {
  kind: LicenseKind;
  purchased: number;
  assigned: number;
  inUse: number;
  waiting: number;
}

/** A pool nobody has taken anything from. */
export const freshPool = (kind: LicenseKind, purchased: number): Pool => ({
  kind,
  purchased,
  assigned: 0,
  inUse: 0,
  waiting: 0,
});

export const takenSeats = (pool: Pick<Pool, 'assigned' | 'inUse'>): number => pool.assigned + pool.inUse;

export const freeSeats = (pool: Pick<Pool, 'purchased' | 'assigned' | 'inUse'>): number =>
  pool.purchased - takenSeats(pool);

/** Which of a pool's counters a seat of this kind is counted by. */
export const counterOf = (kind: LicenseKind): 'assigned' | 'inUse' =>
  licenseFacts(kind).mode === 'named' ? 'assigned' : 'inUse';

export const poolOf = (pools: readonly Pool[], kind: LicenseKind): Pool | undefined =>
  pools.find((pool) => pool.kind === kind);

/** The kinds of which no seat is free, whoever asks. */
export const exhaustedAmong = (pools: readonly Pool[], kinds: readonly LicenseKind[]): LicenseKind[] =>
  kinds.filter((kind) => {
    const pool = poolOf(pools, kind);
    return pool === undefined || freeSeats(pool) <= 0;
  });

/** Whether a newcomer can have a seat: one is free, and nobody waits for it. */
export const isOpenToNewcomers = (pool: Pool): boolean => freeSeats(pool) > 0 && pool.waiting === 0;
