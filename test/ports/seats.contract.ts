import { describe, expect, it } from 'vitest';
import { Busy, LicenseNotInPlan } from '../../core/domain/errors.ts';
import { needing } from '../../core/domain/holding.ts';
import { newId } from '../../core/domain/ids.ts';
import { given, newRun, stampAt } from './samples.ts';
import { satisfiedRecord, seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

const MOVED = { outcome: 'moved' };
const stampOf = (requestId: string) => ({ ...stampAt(), requestId });

export const seatsContract = (open: OpenStore): void => {
  describe('seats that are taken', () => {
    it('AP-30 A-2 takes a seat of every named kind and leaves the record', async () => {
      const { ports } = open();
      const { member, take, pool, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: 2, voip: 1, desktop: 1 });
      const run = await member(accountId, ['lmp', 'voip', 'desktop']);
      expect(await take(run)).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1, inUse: 0, waiting: 0 });
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 1 });
      expect(await pool(accountId, 'desktop')).toMatchObject({ assigned: 0, inUse: 0 });
      expect(await recordLeft(run)).toMatchObject({ ...satisfiedRecord(run), revision: 1 });
      expect(await ports.seats.holders(accountId, 'voip', 5)).toEqual([run.userId]);
      expect(await ports.seats.holders(accountId, 'desktop', 5)).toEqual([]);
    });

    it('AP-30 X-3 takes all or none, and names just the kinds that were missing', async () => {
      const { ports } = open();
      const { member, take, pool, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5, dialer: 0, voip: 1, fax: 0 });
      const run = await member(accountId, ['lmp', 'dialer', 'voip', 'fax']);
      expect(await take(run)).toEqual({ outcome: 'unavailable', missing: ['dialer', 'fax'] });
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(run)).toBeUndefined();
      expect(await ports.seats.holders(accountId, 'lmp', 5)).toEqual([]);
    });

    it('AP-30 X-3 sells the last seats once, however many ask for them at once', async () => {
      const { ports } = open();
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 2 });
      const runs = await Promise.all(Array.from({ length: 8 }, () => member(accountId)));
      const outcomes = (await Promise.all(runs.map((run) => take(run)))).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(2);
      expect(outcomes.filter((outcome) => outcome === 'unavailable')).toHaveLength(6);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 2, purchased: 2 });
      expect(await ports.seats.holders(accountId, 'lmp', 8)).toHaveLength(2);
    });

    it('AP-30 X-3 sells every seat of a pool of several blocks, and not one more', async () => {
      const { ports } = open();
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 52 });
      const runs = await Promise.all(Array.from({ length: 56 }, () => member(accountId)));
      const outcomes = (await Promise.all(runs.map((run) => take(run)))).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === 'moved')).toHaveLength(52);
      expect(outcomes.filter((outcome) => outcome === 'unavailable')).toHaveLength(4);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 52, purchased: 52 });
    });

    it('AP-30 takes nothing more when the same run repeats it, even with no seat left', async () => {
      const { ports } = open();
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1 });
      const run = await member(accountId);
      await take(run);
      expect(await take(run, {}, stampOf('req-2'))).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
    });

    it('AP-30 is busy when another run has left a record already', async () => {
      const { ports } = open();
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 2 });
      const run = await member(accountId);
      await take(run);
      await expect(take({ ...run, runId: newId('run') })).rejects.toThrow(Busy);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
    });

    it('AP-30 refuses kinds that the plan has no licenses of, and names them all', async () => {
      const { ports } = open();
      const { member, take, change, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1 });
      const refusal = await take(await member(accountId, ['lmp', 'fax', 'desktop'])).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(LicenseNotInPlan);
      expect(String(refusal)).toMatch(/fax, desktop/);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0 });
      const run = await member(accountId);
      await take(run);
      await expect(change(run, (holding) => needing(holding, 'desktop'))).rejects.toThrow(LicenseNotInPlan);
    });

    it('AP-30 is no matter of who is in another state than was read, or not there at all', async () => {
      const { ports } = open();
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5 });
      const run = await member(accountId);
      expect(await take(run, { status: 'active' })).toEqual({ outcome: 'changed-meanwhile' });
      expect(await take(newRun(accountId))).toEqual({ outcome: 'changed-meanwhile' });
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0 });
    });
  });

  describe('seats that are given up with the record', () => {
    it('AP-32 gives back every seat; a repeat does nothing, and the next may have them', async () => {
      const { ports } = open();
      const { member, take, move, recordLeft, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 2, voip: 1 });
      const other = await member(accountId);
      await take(other);
      const run = await member(accountId, ['lmp', 'voip']);
      await take(run);
      const before = await recordLeft(run);
      expect(await move(run, before, undefined)).toEqual(MOVED);
      expect(await move(run, before, undefined)).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(run)).toBeUndefined();
      expect(await take(await member(accountId, ['lmp', 'voip']))).toEqual(MOVED);
    });

    it('AP-35 names so many holders of a kind as are asked for, of this account', async () => {
      const { ports } = open();
      const { member, take } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5 });
      const elsewhere = await given(ports).account({ lmp: 5 });
      const runs = await Promise.all([1, 2, 3].map(() => member(accountId)));
      for (const run of runs) await take(run);
      await take(await member(elsewhere));
      const ids = runs.map(({ userId }) => userId);
      expect([...(await ports.seats.holders(accountId, 'lmp', 10))].sort()).toEqual([...ids].sort());
      expect(await ports.seats.holders(accountId, 'lmp', 2)).toHaveLength(2);
      expect(await ports.seats.holders(accountId, 'fax', 2)).toEqual([]);
    });
  });
};
