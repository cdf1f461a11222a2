/** Who changes something, by what channel, from where, under which request: stamped on every item written. */
export interface Stamp {
  /** RFC 3339 */
  at: string;
  /** A user id, or the name of the part of Rollcall that acts by itself. */
  by: string;
  channel: 'api' | 'run' | 'sweeper' | 'operator' | 'waiting-line' | 'mail' | 'change-feed';
  requestId: string;
  sourceAddress?: string | undefined;
}

/** An Idempotency-Key as its actor gave it, with a hash of the request it came with. */
export interface Idempotency {
  actor: string;
  key: string;
  requestHash: string;
}

/** Whether a write took effect, or repeats one that did, under the same key: then read the resource named. */
export type Effect = { replayOf?: undefined } | { replayOf: string };

export interface PageRequest {
  limit: number;
  cursor?: string | undefined;
}

export interface Page<Item> {
  items: readonly Item[];
  nextCursor?: string | undefined;
}
