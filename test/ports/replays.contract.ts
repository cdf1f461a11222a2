import { describe, expect, it } from 'vitest';
import { IdempotencyKeyReused } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { DUE, idempotency, newRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const DAY_MILLISECONDS = 24 * 3_600_000;
const TOMORROW = '2026-06-02T09:00:00.000Z';

export const replaysContract = (open: OpenStore): void => {
  describe('replays', () => {
    it('AP-05 does under one key once: a repeat names what came of it, and writes nothing', async () => {
      const { ports } = open();
      const key = idempotency();
      const first = newRun(newId('account'));
      const again = newRun(newId('account'), first.sections);
      expect(await ports.runs.start(first, DUE, stampAt(), key)).toEqual({});
      expect(await ports.runs.start(again, DUE, stampAt(), key)).toEqual({ replayOf: first.runId });
      expect(await ports.runs.read(again)).toBeUndefined();
    });

    it('AP-05 refuses a key that was used for another request, and writes nothing', async () => {
      const { ports } = open();
      const key = idempotency();
      await ports.runs.start(newRun(newId('account')), DUE, stampAt(), key);
      const other = newRun(newId('account'));
      await expect(
        ports.runs.start(other, DUE, stampAt(), { ...key, requestHash: 'hash-2' }),
      ).rejects.toThrow(IdempotencyKeyReused);
      expect(await ports.runs.read(other)).toBeUndefined();
      expect(await ports.replays.find(key)).toBeDefined();
    });

    it('AP-05 keeps keys apart by who gave them', async () => {
      const { ports } = open();
      await ports.runs.start(newRun(newId('account')), DUE, stampAt(), idempotency());
      expect(await ports.runs.start(newRun(newId('account')), DUE, stampAt(), idempotency())).toEqual({});
    });

    it('AP-05 keeps nothing of what was refused: the key is free for the next request', async () => {
      const { ports } = open();
      const key = idempotency();
      const asked = request();
      await ports.runs.start(newRun(newId('account'), asked), DUE, stampAt());
      await expect(ports.runs.start(newRun(newId('account'), asked), DUE, stampAt(), key)).rejects.toThrow();
      expect(await ports.replays.find(key)).toBeUndefined();
      expect(await ports.runs.start(newRun(newId('account')), DUE, stampAt(), key)).toEqual({});
    });

    it('AP-05 takes a key again after 24 hours, even while the expired record still lies there', async () => {
      const { ports } = open();
      const key = idempotency();
      await ports.runs.start(newRun(newId('account')), DUE, stampAt(), key);
      const next = newRun(newId('account'));
      expect(await ports.runs.start(next, DUE, stampAt(TOMORROW), { ...key, requestHash: 'hash-2' })).toEqual(
        {},
      );
      expect(await ports.runs.read(next)).toBeDefined();
    });

    it('AP-06 finds what was done under a key, for 24 hours and no longer', async () => {
      const { ports, moveClock } = open();
      const key = idempotency();
      const run = newRun(newId('account'));
      expect(await ports.replays.find(key)).toBeUndefined();
      await ports.runs.start(run, DUE, stampAt(), key);
      moveClock(DAY_MILLISECONDS - 1000);
      expect(await ports.replays.find(key)).toBe(run.runId);
      moveClock(1000);
      expect(await ports.replays.find(key)).toBeUndefined();
    });

    it('AP-06 refuses a key that was used for another request', async () => {
      const { ports } = open();
      const key = idempotency();
      await ports.runs.start(newRun(newId('account')), DUE, stampAt(), key);
      await expect(ports.replays.find({ ...key, requestHash: 'hash-2' })).rejects.toThrow(
        IdempotencyKeyReused,
      );
    });
  });
};
