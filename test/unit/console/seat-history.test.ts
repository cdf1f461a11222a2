import { describe, expect, it } from 'vitest';
import { pathOf, scalesOf, seatLines } from '../../../console/src/rooms/licenses/seat-history.ts';
import { sliderEnd } from '../../../console/src/rooms/licenses/slider-end.ts';

const DAY = 86_400_000;
const at = (day: number) => new Date(day * DAY).toISOString();
const line = (kind: string, before: number, after: number) => ({ kind, before, after });

describe('seats over time', () => {
  it('are a line for each kind, with a point for each change, up to now', () => {
    const ledger = [
      { at: at(4), lines: [line('lmp', 5, 3), line('voip', 2, 2)] },
      { at: at(2), lines: [line('lmp', 4, 5), line('voip', 0, 2)] },
      { at: at(0), lines: [line('lmp', 0, 4), line('fax', 0, 0)] },
    ];
    expect(seatLines(ledger, 10 * DAY)).toEqual([
      {
        kind: 'lmp',
        points: [
          { at: 0, seats: 4 },
          { at: 2 * DAY, seats: 5 },
          { at: 4 * DAY, seats: 3 },
          { at: 10 * DAY, seats: 3 },
        ],
      },
      {
        kind: 'voip',
        points: [
          { at: 2 * DAY, seats: 2 },
          { at: 10 * DAY, seats: 2 },
        ],
      },
    ]);
  });

  it('begin with what was before the oldest entry that is known', () => {
    const ledger = [
      { at: at(4), lines: [line('voip', 7, 8)] },
      { at: at(3), lines: [line('lmp', 2, 1)] },
    ];
    const voip = seatLines(ledger, 5 * DAY).find(({ kind }) => kind === 'voip');
    expect(voip?.points[0]).toEqual({ at: 3 * DAY, seats: 7 });
  });

  it('are drawn as steps inside the frame', () => {
    const lines = [
      {
        kind: 'lmp',
        points: [
          { at: 0, seats: 2 },
          { at: 5, seats: 4 },
          { at: 10, seats: 4 },
        ],
      },
    ];
    const scales = scalesOf(lines, { width: 100, height: 40 });
    expect(lines.map((one) => pathOf(one, scales))).toEqual(['M0 20H50V0H100V0']);
  });

  it('are drawn though there was never a seat, or only one moment', () => {
    const lines = [{ kind: 'lmp', points: [{ at: 3, seats: 0 }] }];
    expect(pathOf({ points: lines[0]?.points ?? [] }, scalesOf(lines, { width: 100, height: 40 }))).toBe(
      'M100 40',
    );
  });
});

describe('B-12 the slider of a kind', () => {
  it.each([
    [0, 1_000_000, 20],
    [3, 1_000_000, 20],
    [25, 1_000_000, 50],
    [60, 1_000_000, 200],
    [3, 5, 5],
    [900_000, 1_000_000, 1_000_000],
  ])('with %i seats of at most %i ends at %i', (purchased, most, end) => {
    expect(sliderEnd({ purchased, most })).toBe(end);
  });
});
