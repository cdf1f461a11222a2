import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { Outcome } from '../lambda/environment.ts';
import { deliver, type Failed, pause } from './deliver.ts';
import { type ReadRecord, toEvent } from './event.ts';
import type { Mapping } from './mapping.ts';
import { onFailureMessage } from './on-failure.ts';
import { listShards, readPage, type Shard } from './shards.ts';
import type { FeedStore } from './store.ts';

/** Lambda looks four times a second; a person at a terminal should not notice that anything waits. */
const IDLE_MILLISECONDS = 150;
const TROUBLE_MILLISECONDS = 1_000;

export interface ReadingOptions {
  readonly client: DynamoDBStreamsClient;
  /** The stream's ARN in the local engine, which is not the template's. */
  readonly engineArn: string;
  readonly region: string;
  readonly store: FeedStore;
  readonly run: (functionArn: string, event: string) => Promise<Outcome>;
  readonly log: (line: string) => void;
  readonly ending: AbortSignal;
}

const inBatches = (records: readonly ReadRecord[], size: number): readonly (readonly ReadRecord[])[] =>
  Array.from({ length: Math.ceil(records.length / size) }, (_, index) =>
    records.slice(index * size, (index + 1) * size),
  );

/** Reads a stream for a mapping, each shard after its parent, until told to end. What it has dealt with, it keeps. */
export const readStream = async (mapping: Mapping, options: ReadingOptions): Promise<void> => {
  const { client, engineArn, region, store, run, log, ending } = options;
  const iterators = new Map<string, string>();

  const giveUp = (shardId: string, failed: Failed): void => {
    const { records, condition } = failed;
    const last = records.at(-1)?.sequenceNumber ?? '';
    const what = records.length === 1 ? `change ${last}` : `${records.length} changes up to ${last}`;
    log(`${mapping.id}: ${what} could not be followed and is set aside: ${condition}`);
    if (mapping.queue === undefined) {
      store.advance(mapping.id, shardId, last);
    } else {
      const body = onFailureMessage(failed, { ...mapping, shardId });
      store.setAside(mapping.id, shardId, last, { queue: mapping.queue, body });
    }
  };

  const hand = (shardId: string, batch: readonly ReadRecord[]): Promise<boolean> =>
    deliver(batch, mapping.rules, {
      invoke: (records) =>
        run(mapping.functionArn, JSON.stringify({ Records: records.map(({ event }) => event) })),
      advance: ({ sequenceNumber }) => store.advance(mapping.id, shardId, sequenceNumber),
      setAside: (failed) => giveUp(shardId, failed),
      ending,
    });

  /** Reads a page of a shard, and gives how many records it had. */
  const follow = async (shardId: string): Promise<number> => {
    const after = store.find(mapping.id, shardId).sequenceNumber;
    const page = await readPage(client, engineArn, shardId, iterators.get(shardId), after);
    iterators.delete(shardId);
    if (page.kind === 'gone') {
      store.finish(mapping.id, shardId);
      return 0;
    }
    if (page.kind === 'trimmed') {
      store.restart(mapping.id, shardId);
      return 0;
    }
    const records = page.records.map((record) => toEvent(record, mapping.streamArn, region));
    const wanted = records.filter(({ event }) => mapping.wants(event));
    for (const batch of inBatches(wanted, mapping.batchSize)) {
      if (!(await hand(shardId, batch))) return records.length;
    }
    const last = records.at(-1);
    if (last !== undefined) store.advance(mapping.id, shardId, last.sequenceNumber);
    if (page.next === undefined) store.finish(mapping.id, shardId);
    else iterators.set(shardId, page.next);
    return records.length;
  };

  const isDone = (shardId: string): boolean => store.find(mapping.id, shardId).isDone;
  const readyOf = (shards: readonly Shard[]): readonly Shard[] =>
    shards.filter(
      ({ shardId, parentId }) =>
        !isDone(shardId) &&
        // A parent that is no longer kept has nothing left to read.
        (parentId === undefined || isDone(parentId) || shards.every((shard) => shard.shardId !== parentId)),
    );

  let shards: readonly Shard[] = [];
  let isTroubled = false;
  while (!ending.aborted) {
    try {
      let ready = readyOf(shards);
      if (ready.length === 0) {
        shards = await listShards(client, engineArn);
        ready = readyOf(shards);
      }
      let read = 0;
      for (const { shardId } of ready) {
        if (!ending.aborted) read += await follow(shardId);
      }
      isTroubled = false;
      if (read === 0) await pause(IDLE_MILLISECONDS, ending);
    } catch (error) {
      if (ending.aborted) return;
      if (!isTroubled) log(`${mapping.id}: the stream cannot be read: ${String(error)}`);
      isTroubled = true;
      await pause(TROUBLE_MILLISECONDS, ending);
    }
  }
};
