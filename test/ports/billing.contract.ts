import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../core/domain/billing-ledger.ts';
import { ChangedMeanwhile, InvalidRequest, LicenseNotInPlan } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { LICENSE_KIND_NAMES } from '../../core/domain/licenses.ts';
import type { SeatCounts } from '../../core/domain/plan.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { pagesOf } from './pages-of.ts';
import { given, LATER, NOW, openingOf, stampAt } from './samples.ts';
import { seating } from './seat-samples.ts';
import { activeMember, newSession } from './session-samples.ts';
import type { OpenStore } from './store.ts';

const NOBODY_IN_THE_WAY = { taken: [] };

/** Buys and gives up seats as a use case does: every kind that is owned is on a line. */
const buying = ({ billing }: Pick<Ports, 'billing'>) => {
  const read = async (accountId: string) => {
    const owned = await billing.read(accountId);
    if (owned === undefined) throw new Error('There is no such account.');
    return owned;
  };
  const entryFor = async (accountId: string, wanted: SeatCounts, more: Partial<LedgerEntry> = {}) => {
    const { version, pools, planId } = await read(accountId);
    const before = Object.fromEntries(pools.map(({ kind, purchased }) => [kind, purchased]));
    const entry: LedgerEntry = {
      ...openingOf(accountId, {}),
      planId,
      entry: version + 1,
      at: LATER,
      lines: LICENSE_KIND_NAMES.flatMap((kind) => {
        const after = wanted[kind] ?? before[kind];
        return after === undefined ? [] : [{ kind, before: before[kind] ?? 0, after, pricePerSeat: 1000 }];
      }),
      ...more,
    };
    return entry;
  };
  return {
    entryFor,
    buy: async (accountId: string, wanted: SeatCounts, more: Partial<LedgerEntry> = {}) =>
      billing.change(await entryFor(accountId, wanted, more), stampAt(LATER)),
    purchased: async (accountId: string) =>
      Object.fromEntries((await read(accountId)).pools.map(({ kind, purchased }) => [kind, purchased])),
    version: async (accountId: string) => (await read(accountId)).version,
  };
};

export const billingContract = (open: OpenStore): void => {
  describe('what an account owns', () => {
    it('AP-03 is its plan and its pools; nothing for an id that nobody has', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 120, voip: 2 });
      const owned = await ports.billing.read(accountId);
      expect(owned).toMatchObject({ planId: 'standard', version: 1 });
      expect(await buying(ports).purchased(accountId)).toEqual({ lmp: 120, voip: 2 });
      expect(await ports.billing.read(newId('account'))).toBeUndefined();
    });

    it('AP-86 B-11 changes of several kinds at once, with an entry in the ledger', async () => {
      const { ports } = open();
      const { buy, purchased, version } = buying(ports);
      const accountId = await given(ports).account({ lmp: 5, voip: 2, fax: 3 });
      expect(await buy(accountId, { lmp: 500, fax: 0 }, { planId: 'large' })).toEqual(NOBODY_IN_THE_WAY);
      expect(await purchased(accountId)).toEqual({ lmp: 500, voip: 2, fax: 0 });
      expect(await ports.billing.read(accountId)).toMatchObject({ planId: 'large', version: 2 });
      expect(await version(accountId)).toBe(2);
      const [latest] = (await ports.billing.ledger(accountId, { limit: 1 })).items;
      expect(latest).toMatchObject({
        entry: 2,
        at: LATER,
        planId: 'large',
        lines: [
          { kind: 'lmp', before: 5, after: 500 },
          { kind: 'voip', before: 2, after: 2 },
          { kind: 'fax', before: 3, after: 0 },
        ],
      });
    });

    it.each([
      [0, 1],
      [1, 50],
      [1, 51],
      [49, 500],
      [500, 3],
      [400, 401],
      [0, 1_000_000],
    ])('AP-86 X-3 gives from %i to %i seats, none lost, all to be taken', async (from, to) => {
      const { ports } = open();
      const { buy, purchased } = buying(ports);
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: from });
      await buy(accountId, { lmp: to });
      expect(await purchased(accountId)).toEqual({ lmp: to });
      const count = Math.min(to, 5);
      for (let taken = 0; taken < count; taken += 1) await take(await member(accountId));
      expect(await pool(accountId, 'lmp')).toMatchObject({ purchased: to, assigned: count });
    });

    it('AP-86 has a pool of a kind that it had none of, though it be of no seats', async () => {
      const { ports } = open();
      const { buy, purchased } = buying(ports);
      const accountId = await given(ports).account({ lmp: 1 });
      await buy(accountId, { voip: 60, fax: 0 });
      expect(await purchased(accountId)).toEqual({ lmp: 1, voip: 60, fax: 0 });
    });

    it('AP-86 X-3 is never less than is taken by members: nothing changes, and the kinds are named', async () => {
      const { ports } = open();
      const { buy, purchased, version } = buying(ports);
      const { member, take } = seating(ports);
      const accountId = await given(ports).account({ lmp: 100, voip: 100, fax: 9 });
      for (let count = 0; count < 3; count += 1) await take(await member(accountId, ['lmp', 'voip']));
      expect(await buy(accountId, { lmp: 2, voip: 2, fax: 0 })).toEqual({ taken: ['lmp', 'voip'] });
      expect(await purchased(accountId)).toEqual({ lmp: 100, voip: 100, fax: 9 });
      expect(await version(accountId)).toBe(1);
      expect((await ports.billing.ledger(accountId, { limit: 5 })).items).toHaveLength(1);
      expect(await buy(accountId, { lmp: 3, voip: 3, fax: 0 })).toEqual(NOBODY_IN_THE_WAY);
    });

    it('AP-86 X-3 is never less than is taken by sessions', async () => {
      const { ports } = open();
      const { buy } = buying(ports);
      const accountId = await given(ports).account({ lmp: 9, desktop: 60 });
      for (let count = 0; count < 2; count += 1) {
        const who = await activeMember(ports, accountId);
        await ports.sessions.start(newSession(who), stampAt());
      }
      expect(await buy(accountId, { desktop: 1 })).toEqual({ taken: ['desktop'] });
      expect(await buy(accountId, { desktop: 2 })).toEqual(NOBODY_IN_THE_WAY);
    });

    it('AP-86 keeps newcomers out of every block of a pool that grows while somebody waits', async () => {
      const { ports } = open();
      const { buy } = buying(ports);
      const { member, take, wait, pool, giveUp } = seating(ports);
      const accountId = await given(ports).account({ lmp: 0 });
      const first = await member(accountId);
      await wait(first);
      await buy(accountId, { lmp: 500 });
      expect(await pool(accountId, 'lmp')).toMatchObject({ waiting: 1, purchased: 500 });
      for (let count = 0; count < 10; count += 1) {
        expect(await take(await member(accountId))).toMatchObject({ outcome: 'unavailable' });
      }
      await giveUp(first);
      expect(await take(await member(accountId))).toEqual({ outcome: 'moved' });
    });

    it('AP-86 is changed by one of those who base it on the same version', async () => {
      const { ports } = open();
      const { entryFor, purchased, version } = buying(ports);
      const accountId = await given(ports).account({ lmp: 5, voip: 5 });
      const entries = await Promise.all(
        [6, 7, 8, 9].map((lmp) => entryFor(accountId, { lmp }, { by: newId('user') })),
      );
      const outcomes = await Promise.allSettled(
        entries.map((entry) => ports.billing.change(entry, stampAt(LATER))),
      );
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ChangedMeanwhile);
      }
      expect(await version(accountId)).toBe(2);
      const [latest] = (await ports.billing.ledger(accountId, { limit: 1 })).items;
      expect((await purchased(accountId)).lmp).toBe(latest?.lines[0]?.after);
    });

    it('AP-86 is changed once when an answer is lost and the change is made again', async () => {
      const { ports } = open();
      const { entryFor, purchased, version } = buying(ports);
      const accountId = await given(ports).account({ lmp: 5 });
      const entry = await entryFor(accountId, { lmp: 6 });
      for (const _ of [1, 2])
        expect(await ports.billing.change(entry, stampAt(LATER))).toEqual(NOBODY_IN_THE_WAY);
      expect(await purchased(accountId)).toEqual({ lmp: 6 });
      expect(await version(accountId)).toBe(2);
      await expect(
        ports.billing.change({ ...entry, accountId: newId('account') }, stampAt(LATER)),
      ).rejects.toThrow(ChangedMeanwhile);
    });

    it('AP-86 has no pool any more of a kind that its plan has no more, unless somebody waits for it', async () => {
      const { ports } = open();
      const { entryFor, purchased } = buying(ports);
      const { member, wait, take } = seating(ports);
      const accountId = await given(ports).account({ lmp: 5, voip: 0, fax: 120 });
      await wait(await member(accountId, ['lmp', 'voip']), ['voip']);
      const without = async (kind: 'voip' | 'fax') =>
        ports.billing.change(await entryFor(accountId, { [kind]: 0 }), stampAt(LATER), [kind]);
      await expect(without('voip')).rejects.toThrow(ChangedMeanwhile);
      expect(await without('fax')).toEqual(NOBODY_IN_THE_WAY);
      expect(await purchased(accountId)).toEqual({ lmp: 5, voip: 0 });
      await expect(take(await member(accountId, ['lmp', 'fax']))).rejects.toThrow(LicenseNotInPlan);
      expect(await buying(ports).buy(accountId, { fax: 3 })).toEqual(NOBODY_IN_THE_WAY);
      expect(await purchased(accountId)).toEqual({ lmp: 5, voip: 0, fax: 3 });
    });

    it('AP-86 X-3 is lowered while seats are being taken, and never below them', async () => {
      const { ports } = open();
      const { buy, purchased } = buying(ports);
      const { member, take, pool } = seating(ports);
      const accountId = await given(ports).account({ lmp: 120 });
      const people = await Promise.all(Array.from({ length: 12 }, () => member(accountId)));
      const [lowered] = await Promise.all([
        buy(accountId, { lmp: 6 }),
        ...people.map((person) => take(person)),
      ]);
      const after = await pool(accountId, 'lmp');
      expect(after?.assigned).toBe(lowered.taken.length > 0 ? 12 : 6);
      expect((await purchased(accountId)).lmp).toBe(lowered.taken.length > 0 ? 120 : 6);
    });
  });

  describe('the ledger', () => {
    const withEntries = async (count: number) => {
      const { ports } = open();
      const { buy } = buying(ports);
      const accountId = await given(ports).account({ lmp: 1 });
      for (let seats = 2; seats <= count; seats += 1) await buy(accountId, { lmp: seats });
      return { ports, accountId };
    };

    it('AP-87 is listed newest first, page by page, of this account only', async () => {
      const { ports, accountId } = await withEntries(5);
      await given(ports).account();
      const pages = await pagesOf((page) => ports.billing.ledger(accountId, page), 2);
      expect(pages.map((page) => page.map(({ entry }) => entry))).toEqual([[5, 4], [3, 2], [1]]);
    });

    it('AP-87 has cursors of its own', async () => {
      const { ports, accountId } = await withEntries(2);
      for (const cursor of ['x', 'W10', Buffer.from('["ledger/","HEAD"]').toString('base64url')])
        await expect(ports.billing.ledger(accountId, { limit: 1, cursor })).rejects.toThrow(InvalidRequest);
    });

    it('AP-88 is read whole from before a time, oldest first', async () => {
      const { ports, accountId } = await withEntries(3);
      const entriesBefore = async (time: string) =>
        (await ports.billing.entriesBefore(accountId, time)).map(({ entry }) => entry);
      expect(await entriesBefore('2026-06-02T00:00:00.000Z')).toEqual([1, 2, 3]);
      expect(await entriesBefore(LATER)).toEqual([1]);
      expect(await entriesBefore(NOW)).toEqual([]);
    });
  });
};
