import type { StreamRecord } from '../../core/adapters/dynamodb/stream-record.ts';

/** What follows from a change of the table, for one purpose. */
export interface Consumer {
  readonly name: string;
  readonly wants: (change: StreamRecord) => boolean;
  /** May get a change a second time, after a crash or when another consumer failed: twice must come to the same as once. */
  readonly consume: (change: StreamRecord) => Promise<void>;
}

/** Gives each change to every consumer that wants it, one after the other. */
export const toEach =
  (consumers: readonly Consumer[]) =>
  async (change: StreamRecord): Promise<void> => {
    for (const { wants, consume } of consumers) {
      if (wants(change)) await consume(change);
    }
  };
