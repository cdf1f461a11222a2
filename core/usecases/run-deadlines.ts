import type { Clock } from './ports.ts';

/** A run whose execution has not begun by then, or that is still being discarded, lost the process that cared for it. */
export const LOST_START_MILLISECONDS = 60_000;

/** How often the sweeper looks at a run that is under way. */
export const UNDER_WAY_MILLISECONDS = 15 * 60_000;

/** How long a parked run keeps its request, its claims and its seats before it is discarded. */
export const PARKED_MILLISECONDS = 30 * 24 * 3_600_000;

/** How long a user has to accept or decline access to one more account. */
export const OFFER_DAYS = 30;
export const OFFER_MILLISECONDS = OFFER_DAYS * 24 * 3_600_000;

/** RFC 3339 */
export const later = (clock: Clock, milliseconds: number): string =>
  new Date(clock.now().getTime() + milliseconds).toISOString();
