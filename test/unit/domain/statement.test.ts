import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../core/domain/billing-ledger.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { chargedNow, monthsFrom, statementOf } from '../../../core/domain/statement.ts';

const accountId = newId('account');
const DAY = 24 * 60 * 60_000;

/** The n-th entry of a ledger: what is owned from then on. */
const entryAt = (
  entry: number,
  at: string,
  owned: Partial<Record<LicenseKind, [seats: number, price: number]>>,
): LedgerEntry => ({
  accountId,
  entry,
  at,
  by: 'operator',
  planId: 'standard',
  currency: 'USD',
  lines: Object.entries(owned).map(([kind, [after, pricePerSeat]]) => ({
    kind: kind as LicenseKind,
    before: 0,
    after,
    pricePerSeat,
  })),
});

describe('D-18 a statement', () => {
  it('charges seats × price for a whole month in which nothing changed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 2024, max: 2032 }),
        fc.integer({ min: 1, max: 12 }),
        (seats, price, year, number) => {
          const month = `${year}-${String(number).padStart(2, '0')}`;
          const ledger = [entryAt(1, '2023-12-24T10:00:00.000Z', { lmp: [seats, price] })];
          const { total, open, entries, opening, closing } = statementOf(
            ledger,
            month,
            '2033-01-01T00:00:00.000Z',
          );
          expect([total, open, entries]).toEqual([seats * price, false, []]);
          expect([opening, closing]).toEqual([[{ kind: 'lmp', seats }], [{ kind: 'lmp', seats }]]);
          expect(total).toBe(chargedNow(ledger[0]));
        },
      ),
    );
  });

  it('charges a day by what is owned at its end', () => {
    const ledger = [
      entryAt(1, '2026-10-30T08:00:00.000Z', { lmp: [2, 3000] }),
      entryAt(2, '2026-11-10T23:59:59.999Z', { lmp: [5, 3000], voip: [1, 3000] }),
      entryAt(3, '2026-11-11T00:00:00.000Z', { lmp: [1, 3000], voip: [1, 3000] }),
    ];
    const { lines, total, daysInMonth, daysCharged } = statementOf(
      ledger,
      '2026-11',
      '2026-12-24T00:00:00.000Z',
    );
    expect([daysInMonth, daysCharged]).toEqual([30, 30]);
    // Nine days of two, one of five, twenty of one.
    expect(lines).toMatchObject([
      { kind: 'lmp', name: 'Lead management', pricePerSeat: 3000, seatDays: 9 * 2 + 5 + 20, amount: 4300 },
      { kind: 'voip', seatDays: 21, amount: 2100 },
    ]);
    expect(total).toBe(6400);
    expect(statementOf(ledger, '2026-10', '2026-12-24T00:00:00.000Z').lines).toMatchObject([
      { seatDays: 4, amount: Math.round((4 * 3000) / 31) },
    ]);
  });

  it('is open while the month goes on, and charges the days that have ended', () => {
    const ledger = [entryAt(1, '2026-11-03T08:00:00.000Z', { lmp: [1, 3000] })];
    const now = '2026-11-05T00:00:00.000Z';
    const statement = statementOf(ledger, '2026-11', now);
    expect(statement).toMatchObject({ open: true, daysCharged: 4, total: 200 });
    expect(statementOf(ledger, '2026-11', '2026-11-03T09:00:00.000Z')).toMatchObject({
      total: 0,
      closing: [{ kind: 'lmp', seats: 1 }],
    });
    expect(statementOf(ledger, '2026-11', '2026-12-01T00:00:00.000Z')).toMatchObject({
      open: false,
      daysCharged: 30,
    });
  });

  it('counts one price beside the other when it has changed, and rounds each half up', () => {
    const ledger = [
      entryAt(1, '2026-11-01T00:00:00.000Z', { lmp: [1, 15] }),
      entryAt(2, '2026-11-02T00:00:00.000Z', { lmp: [1, 14] }),
      entryAt(3, '2026-11-03T00:00:00.000Z', { lmp: [0, 14] }),
    ];
    // 15 ÷ 30 is just half a cent, 14 ÷ 30 less.
    expect(statementOf(ledger, '2026-11', '2026-12-01T00:00:00.000Z').lines).toMatchObject([
      { pricePerSeat: 14, seatDays: 1, amount: 0 },
      { pricePerSeat: 15, seatDays: 1, amount: 1 },
    ]);
  });

  const changes = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 120 * 24 * 60 }),
      lmp: fc.integer({ min: 0, max: 500 }),
      price: fc.constantFrom(100, 2999, 5000),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const START = Date.parse('2026-01-15T00:00:00.000Z');
  const NOW = '2026-06-01T00:00:00.000Z';
  const ledgerOf = (made: { minutes: number; lmp: number; price: number }[]) =>
    made
      .toSorted((one, other) => one.minutes - other.minutes)
      .map(({ minutes, lmp, price }, index) =>
        entryAt(index + 1, new Date(START + minutes * 60_000).toISOString(), { lmp: [lmp, price] }),
      );

  it('charges over all months what every day by itself comes to', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const ledger = ledgerOf(made);
        const seatDays = monthsFrom(new Date(START).toISOString(), NOW)
          .flatMap((month) => statementOf(ledger, month, NOW).lines)
          .reduce((sum, line) => sum + line.seatDays, 0);
        let expected = 0;
        for (let end = START + DAY; end <= Date.parse(NOW); end += DAY) {
          expected += ledger.findLast(({ at }) => Date.parse(at) < end)?.lines[0]?.after ?? 0;
        }
        expect(seatDays).toBe(expected);
      }),
    );
  });

  it('closes a month with what the next one opens with, and has every entry once', () => {
    fc.assert(
      fc.property(changes, (made) => {
        const ledger = ledgerOf(made);
        const statements = monthsFrom(new Date(START).toISOString(), NOW)
          .map((month) => statementOf(ledger, month, NOW))
          .toReversed();
        for (const [index, { closing }] of statements.slice(0, -1).entries()) {
          expect(statements[index + 1]?.opening).toEqual(closing);
        }
        const entries = statements.flatMap((statement) => statement.entries.map(({ entry }) => entry));
        expect(entries).toEqual(ledger.map(({ entry }) => entry));
      }),
    );
  });

  it('goes by the numbers of the entries, in whatever order they come and whosever clock is slow', () => {
    fc.assert(
      fc.property(changes, fc.nat(), (made, seed) => {
        const ledger = ledgerOf(made);
        const shuffled = ledger.toSorted(
          (one, other) => ((one.entry * 7 + seed) % 5) - ((other.entry * 7) % 5),
        );
        expect(statementOf(shuffled, '2026-03', NOW)).toEqual(statementOf(ledger, '2026-03', NOW));
      }),
    );
    const slow = [
      entryAt(1, '2026-11-02T00:00:00.005Z', { lmp: [1, 3000] }),
      entryAt(2, '2026-11-01T23:59:59.990Z', { lmp: [4, 3000] }),
    ];
    expect(statementOf(slow, '2026-11', '2026-11-03T00:00:00.000Z').lines).toMatchObject([{ seatDays: 4 }]);
  });

  it('is of every month from one time to another, newest first', () => {
    expect(monthsFrom('2025-11-30T23:59:59.999Z', '2026-02-01T00:00:00.000Z')).toEqual([
      '2026-02',
      '2026-01',
      '2025-12',
      '2025-11',
    ]);
    expect(monthsFrom('2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z')).toEqual(['2026-02']);
  });
});
