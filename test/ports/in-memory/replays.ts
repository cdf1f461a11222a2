import { IdempotencyKeyReused } from '../../../core/domain/errors.ts';
import type { Clock, Idempotency, Replays, Stamp } from '../../../core/usecases/ports.ts';
import { type Database, keys, type Replay } from './database.ts';

const KEPT_SECONDS = 24 * 3600;

const resultOf = (replay: Replay, { requestHash }: Idempotency): string => {
  if (replay.requestHash !== requestHash) throw new IdempotencyKeyReused();
  return replay.resultId;
};

const current = (database: Database, idempotency: Idempotency, seconds: number): string | undefined => {
  const replay = database.replays.get(keys.replay(idempotency));
  return replay === undefined || replay.expiresAtSeconds <= seconds
    ? undefined
    : resultOf(replay, idempotency);
};

const secondsOf = (stamp: Stamp): number => Math.floor(Date.parse(stamp.at) / 1000);

/** What was done under the key at the time of the stamp, if anything was. */
export const replayAt = (
  database: Database,
  idempotency: Idempotency | undefined,
  stamp: Stamp,
): string | undefined => idempotency && current(database, idempotency, secondsOf(stamp));

export const keepReplay = (
  database: Database,
  idempotency: Idempotency | undefined,
  resultId: string,
  stamp: Stamp,
): void => {
  if (idempotency === undefined) return;
  const { requestHash } = idempotency;
  const expiresAtSeconds = secondsOf(stamp) + KEPT_SECONDS;
  database.replays.set(keys.replay(idempotency), { requestHash, resultId, expiresAtSeconds });
};

export const inMemoryReplays = (database: Database, clock: Clock): Replays => ({
  find: async (idempotency) => current(database, idempotency, clock.now().getTime() / 1000),
});
