import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../core/domain/errors.ts';
import { emptied, needing, needingNoMore, queued } from '../../core/domain/holding.ts';
import { newPlace, placeOfRun } from '../../core/domain/ids.ts';
import { pagesOf } from './pages-of.ts';
import { given, LATER, NOW, stampAt } from './samples.ts';
import { queuedRecord, seating } from './seat-samples.ts';
import type { OpenStore } from './store.ts';

const MOVED = { outcome: 'moved' };

export const waitingLineContract = (open: OpenStore): void => {
  describe('joining the waiting line', () => {
    it('AP-31 A-10 holds nothing, counts in every kind that is waited for, and the record says so', async () => {
      const { ports } = open();
      const { member, wait, pool, recordLeft, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0, voip: 500 });
      const run = await member(accountId, ['lmp', 'voip']);
      expect(await wait(run, ['lmp'])).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await pool(accountId, 'voip')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await recordLeft(run)).toMatchObject({ ...queuedRecord(run), held: [] });
      const { userId, runId } = run;
      const place = placeOfRun(runId);
      expect(await line(accountId)).toEqual([{ accountId, userId, place, kinds: ['lmp', 'voip'] }]);
    });

    it('AP-31 takes one place only when the same run repeats it, and no seat when it asks for one again', async () => {
      const { ports } = open();
      const { member, wait, take, pool, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await member(accountId);
      await wait(run);
      expect(await wait(run)).toEqual(MOVED);
      expect(await take(run)).toEqual(MOVED);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 1 });
      expect(await line(accountId)).toHaveLength(1);
    });

    it.each([1, 500])(
      'AP-31 X-3 does not join while a missing kind has a free seat, of %i',
      async (seats) => {
        const { ports } = open();
        const { member, wait, pool, recordLeft } = seating(ports);
        const accountId = await given(ports).account({ lmp: 0, voip: seats });
        const run = await member(accountId, ['lmp', 'voip']);
        expect(await wait(run, ['lmp', 'voip'])).toEqual({ outcome: 'available' });
        expect(await pool(accountId, 'lmp')).toMatchObject({ waiting: 0 });
        expect(await recordLeft(run)).toBeUndefined();
      },
    );

    it.each([1, 500])(
      'AP-31 X-3 newcomers join behind who waits, though one of %i is free',
      async (seats) => {
        const { ports } = open();
        const { member, wait, take, pool, line } = seating(ports);
        const accountId = await given(ports).account({ lmp: seats, voip: 0 });
        const first = await member(accountId, ['lmp', 'voip']);
        await wait(first, ['voip']);
        const newcomer = await member(accountId);
        expect(await take(newcomer)).toEqual({ outcome: 'unavailable', missing: ['lmp'] });
        expect(await wait(newcomer, ['lmp'])).toEqual(MOVED);
        expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 0, waiting: 2 });
        expect(await line(accountId)).toHaveLength(2);
      },
    );

    it('AP-31 counts everybody who joins at once', async () => {
      const { ports } = open();
      const { member, wait, pool, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const runs = await Promise.all(Array.from({ length: 6 }, () => member(accountId)));
      await Promise.all(runs.map((run) => wait(run)));
      expect(await pool(accountId, 'lmp')).toMatchObject({ waiting: 6 });
      expect(await line(accountId)).toHaveLength(6);
    });
  });

  describe('a place in the line', () => {
    it('AP-32 is left for good: it counts no more in any block, and newcomers may take seats again', async () => {
      const { ports } = open();
      const { member, wait, take, giveUp, pool, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 500, voip: 0 });
      const run = await member(accountId, ['lmp', 'voip']);
      await wait(run, ['voip']);
      expect(await giveUp(run)).toEqual(MOVED);
      expect(await line(accountId)).toEqual([]);
      expect(await pool(accountId, 'voip')).toMatchObject({ waiting: 0 });
      const newcomers = await Promise.all(Array.from({ length: 12 }, () => member(accountId)));
      for (const newcomer of newcomers) expect(await take(newcomer)).toEqual(MOVED);
    });

    it('AP-31 AP-32 is kept while more is waited for, or less', async () => {
      const { ports } = open();
      const { member, wait, change, pool, line } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0, voip: 0, fax: 60 });
      const run = await member(accountId, ['lmp', 'voip']);
      await wait(run);
      expect(await change(run, (holding) => queued(needing(holding, 'fax'), newPlace()))).toEqual(MOVED);
      expect(await line(accountId)).toMatchObject([
        { place: placeOfRun(run.runId), kinds: ['lmp', 'voip', 'fax'] },
      ]);
      expect(await pool(accountId, 'fax')).toMatchObject({ waiting: 1 });
      expect(await change(run, (holding) => needingNoMore(holding, 'voip'))).toEqual(MOVED);
      expect(await line(accountId)).toMatchObject([{ kinds: ['lmp', 'fax'] }]);
      expect(await pool(accountId, 'voip')).toMatchObject({ waiting: 0 });
      expect(await change(run, emptied)).toEqual(MOVED);
      expect(await line(accountId)).toEqual([]);
      expect(await pool(accountId, 'lmp')).toMatchObject({ waiting: 0 });
      expect(await pool(accountId, 'fax')).toMatchObject({ waiting: 0 });
    });

    it('AP-31 A-2 is taken beside the seats that are held, for one license more', async () => {
      const { ports } = open();
      const { member, take, change, pool, line, recordLeft } = seating(ports);
      const accountId = await given(ports).account({ lmp: 1, email: 0 });
      const run = await member(accountId);
      await take(run);
      const place = newPlace();
      const join = change(run, (holding) => queued(needing(holding, 'email'), place), { missing: ['email'] });
      expect(await join).toEqual(MOVED);
      expect(await recordLeft(run)).toMatchObject({ held: ['lmp'], waitingFor: ['email'], place });
      expect(await line(accountId)).toMatchObject([{ place, kinds: ['email'] }]);
      expect(await pool(accountId, 'lmp')).toMatchObject({ assigned: 1, waiting: 0 });
    });
  });

  describe('the waiting line', () => {
    it('AP-34 goes by place, page by page, and is that of one account', async () => {
      const { ports } = open();
      const { member, wait } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const runs = [];
      for (let count = 0; count < 5; count += 1) runs.push(await member(accountId));
      for (const run of runs.toReversed()) await wait(run);
      await wait(await member(await given(ports).account({ lmp: 0 })));
      const pages = await pagesOf((page) => ports.seats.line(accountId, page), 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      const places = runs.map(({ runId }) => placeOfRun(runId)).sort();
      expect(pages.flat().map(({ place }) => place)).toEqual(places);
      await expect(
        ports.seats.line(accountId, { limit: 1, cursor: Buffer.from('["runs/","x"]').toString('base64url') }),
      ).rejects.toThrow(InvalidRequest);
    });

    it('AP-36 AP-37 is looked at two minutes after somebody joined, and later when it is put off', async () => {
      const { ports } = open();
      const { member, wait, giveUp } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const run = await member(accountId);
      await wait(run, undefined, stampAt('2024-01-01T09:00:00.000Z'));
      const ref = { accountId, place: placeOfRun(run.runId) };
      const dueAt = async (now: string) =>
        (await ports.seats.duePlaces(now, 100)).filter((place) => place.accountId === accountId);
      expect(await dueAt('2024-01-01T09:01:59.999Z')).toEqual([]);
      expect(await dueAt('2024-01-01T09:02:00.000Z')).toEqual([ref]);
      await ports.seats.postponePlace(ref, LATER);
      expect(await dueAt(NOW)).toEqual([]);
      expect(await dueAt(LATER)).toEqual([ref]);
      await giveUp(run);
      await ports.seats.postponePlace(ref, NOW);
      expect(await dueAt(LATER)).toEqual([]);
    });
  });
};
