import { describe, expect, it } from 'vitest';
import { LicenseNotInPlan } from '../../core/domain/errors.ts';
import {
  emptied,
  type Holding,
  needing,
  needingNoMore,
  queued,
  satisfied,
} from '../../core/domain/holding.ts';
import { newPlace } from '../../core/domain/ids.ts';
import { holdingOf, withHolding } from '../../core/domain/section-record.ts';
import { given, LATER, openingOf, recordOfRun, stampAt } from './samples.ts';
import { seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

const MOVED = { outcome: 'moved' };
const stampOf = (requestId: string) => ({ ...stampAt(), requestId });

export const licenseChangesContract = (open: OpenStore): void => {
  describe('what a member needs, as it changes', () => {
    it('AP-30 A-2 takes one license more, beside those that are held', async () => {
      const { ports } = open();
      const { member, take, change, pool, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: 500, email: 500 });
      const run = await member(accountId);
      await take(run);
      expect(await change(run, (holding) => satisfied(needing(holding, 'email')))).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1 });
      expect(await pool(accountId, 'email')).toMatchObject({ assigned: 1 });
      expect(await recordLeft(run)).toMatchObject({
        data: { kinds: ['lmp', 'email'] },
        held: ['lmp', 'email'],
        revision: 2,
      });
    });

    it('AP-32 gives one license back, and finds it where it was taken', async () => {
      const { ports } = open();
      const { member, take, change, pool, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: 500, voip: 500 });
      const run = await member(accountId, ['lmp', 'voip']);
      await take(run);
      expect(await change(run, (holding) => needingNoMore(holding, 'voip'))).toEqual(MOVED);
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(run)).toMatchObject({ data: { kinds: ['lmp'] }, held: ['lmp'] });
      expect(await ports.seats.holders(accountId, 'voip', 5)).toEqual([]);
      expect(await change(run, emptied)).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0 });
      expect(await recordLeft(run)).toMatchObject({ data: { kinds: ['lmp'] }, held: [] });
    });

    it('AP-30 AP-32 of two who change the same at once, one does', async () => {
      const { ports } = open();
      const { member, take, change, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5, voip: 5, email: 5 });
      const run = await member(accountId, ['lmp', 'voip']);
      await take(run);
      const both = await Promise.all([
        change(run, (holding) => satisfied(needing(holding, 'email')), {}, stampOf('req-1')),
        change(run, (holding) => needingNoMore(holding, 'voip'), {}, stampOf('req-2')),
      ]);
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['changed-meanwhile', 'moved']);
      const counts = [await pool(accountId, 'voip'), await pool(accountId, 'email')];
      expect([
        [1, 1],
        [0, 0],
      ]).toContainEqual(counts.map((count) => count?.assigned));
    });

    it('AP-30 changes nothing by what was read before somebody else changed it', async () => {
      const { ports } = open();
      const { member, take, change, move, recordLeft, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 2, voip: 1 });
      const run = await member(accountId, ['lmp', 'voip']);
      await take(run);
      const stale = await recordLeft(run);
      await change(run, (holding) => needingNoMore(holding, 'voip'));
      expect(await move(run, stale, undefined)).toEqual({ outcome: 'changed-meanwhile' });
      // Nor does it call a seat missing that nobody asks for any more.
      await take(await member(accountId, ['lmp', 'voip']));
      const poorer = stale && { ...stale, held: ['lmp' as const] };
      expect(await move(run, poorer, stale)).toEqual({ outcome: 'changed-meanwhile' });
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 2 });
    });

    it('AP-30 does a change once, when the same request asks again because it heard no answer', async () => {
      const { ports } = open();
      const { member, take, move, recordLeft, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1, email: 3 });
      const run = await member(accountId);
      await take(run);
      const before = await recordLeft(run);
      if (before === undefined) throw new Error('There is no record.');
      const after = withHolding(before, satisfied(needing(holdingOf(before), 'email')));
      const give = (requestId: string) => move(run, before, after, {}, stampOf(requestId));
      expect(await give('req-7')).toEqual(MOVED);
      expect(await give('req-7')).toEqual(MOVED);
      expect(await give('req-8')).toEqual({ outcome: 'changed-meanwhile' });
      expect(await move(run, before, undefined, {}, stampOf('req-7'))).toEqual({
        outcome: 'changed-meanwhile',
      });
      expect(await pool(accountId, 'email')).toMatchObject({ assigned: 1 });
    });

    it('AP-30 AP-31 X-3 neither takes nor waits for what the plan has no more, however long it was needed', async () => {
      const { ports } = open();
      const { member, take, change, line, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5, fax: 5 });
      const run = await member(accountId, ['lmp', 'fax']);
      await take(run);
      await change(run, emptied);
      const { planId, currency } = openingOf(accountId, {});
      const lines = (['lmp', 'fax'] as const).map((kind) => ({ kind, before: 5, pricePerSeat: 1000 }));
      const after = { lmp: 5, fax: 0 };
      const entry = { accountId, entry: 2, at: LATER, by: 'operator', planId, currency };
      await ports.billing.change(
        { ...entry, lines: lines.map((before) => ({ ...before, after: after[before.kind] })) },
        stampAt(LATER),
        ['fax'],
      );
      await expect(change(run, satisfied)).rejects.toThrow(LicenseNotInPlan);
      const inLine = (holding: Holding) => queued(holding, newPlace());
      await expect(change(run, inLine, { missing: ['fax'] })).rejects.toThrow(LicenseNotInPlan);
      expect(await line(accountId)).toEqual([]);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 0 });
    });

    it('AP-22 reads a member with their sections, and nothing else', async () => {
      const { ports } = open();
      const { member, wait } = seating(ports);
      const run = await member(await given(ports).account({ lmp: 0 }));
      await wait(run);
      const found = await ports.members.read(run);
      expect(found?.records.map(({ section }) => section).sort()).toEqual(['licenses', 'profile']);
      expect(found?.records).toContainEqual(recordOfRun(run, 'profile'));
    });
  });
};
