import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dueSeats,
  emptied,
  type Holding,
  isLicensed,
  lacking,
  needing,
  needingNoMore,
  queued,
  satisfied,
  sessionKinds,
  withAgentFeatures,
} from '../../../core/domain/holding.ts';
import { placeOfRun, placeSince } from '../../../core/domain/ids.ts';
import {
  ASSIGNABLE_KINDS,
  BASE_LICENSE,
  inOrder,
  isCalling,
  isNamed,
  type LicenseKind,
  without,
} from '../../../core/domain/licenses.ts';
import { holdingOf, withHolding } from '../../../core/domain/section-record.ts';
import { newRun, recordOfRun } from '../../ports/samples.ts';

const PLACE = 'place-1';
const someKinds = fc.subarray(ASSIGNABLE_KINDS).map((kinds) => inOrder([BASE_LICENSE, ...kinds]));

/** What can be done about a member's licenses, one after the other. */
type Verb =
  | { verb: 'satisfy' | 'queue' | 'empty' }
  | { verb: 'need' | 'need no more'; kind: LicenseKind }
  | { verb: 'agent features'; on: boolean };

const verb: fc.Arbitrary<Verb> = fc.oneof(
  fc.record({ verb: fc.constantFrom('satisfy', 'queue', 'empty') }),
  fc.record({ verb: fc.constantFrom('need', 'need no more'), kind: fc.constantFrom(...ASSIGNABLE_KINDS) }),
  fc.record({ verb: fc.constant('agent features'), on: fc.boolean() }),
);

const done = (holding: Holding, what: Verb): Holding => {
  switch (what.verb) {
    case 'satisfy':
      return satisfied(holding);
    case 'queue':
      return queued(holding, PLACE);
    case 'empty':
      return emptied(holding);
    case 'need':
      return needing(holding, what.kind);
    case 'need no more':
      return needingNoMore(holding, what.kind);
    case 'agent features':
      return withAgentFeatures(holding, what.on);
  }
};

/** Every holding that a member can come to. */
const anyHolding = fc
  .tuple(someKinds, fc.array(verb, { maxLength: 8 }))
  .map(([kinds, verbs]) =>
    verbs.reduce(done, { kinds, held: [], waitingFor: [], agentFeatures: true } as Holding),
  );

const rule = (name: string, holds: (holding: Holding, kind: LicenseKind) => void) =>
  it(name, () => {
    fc.assert(fc.property(anyHolding, fc.constantFrom(...ASSIGNABLE_KINDS), holds), { numRuns: 500 });
  });

describe('whatever was done about a member’s licenses', () => {
  rule('X-3 nobody waits for what they hold', ({ held, waitingFor }) => {
    expect(held.filter((kind) => waitingFor.includes(kind))).toEqual([]);
  });

  rule('X-3 nobody holds a seat, or waits for one, that is not due', (holding) => {
    const due = dueSeats(holding);
    expect(without([...holding.held, ...holding.waitingFor], due)).toEqual([]);
  });

  rule('nobody is named twice', ({ kinds, held, waitingFor }) => {
    for (const list of [kinds, held, waitingFor]) expect(new Set(list).size).toBe(list.length);
  });

  rule('seats are due of the named kinds that are needed, and sessions take the others', (holding) => {
    const calls = (kind: LicenseKind) => holding.agentFeatures || !isCalling(kind);
    expect(dueSeats(holding)).toEqual(holding.kinds.filter((kind) => isNamed(kind) && calls(kind)));
    expect(sessionKinds(holding)).toEqual(holding.kinds.filter((kind) => !isNamed(kind) && calls(kind)));
  });

  rule('who has every seat that is due lacks nothing, and waits no more', (holding) => {
    const all = satisfied(holding);
    expect(lacking(all)).toEqual([]);
    expect(all).toMatchObject({ waitingFor: [], kinds: holding.kinds });
    expect(all.place).toBeUndefined();
    expect(isLicensed(all)).toBe(holding.kinds.includes(BASE_LICENSE));
  });

  rule('A-10 who joins the line waits for all that they lack, and keeps what they hold', (holding) => {
    const inLine = queued(holding, PLACE);
    expect(inLine.waitingFor).toEqual(lacking(holding));
    expect(inLine.held).toEqual(holding.held);
    expect(lacking(inLine)).toEqual(inLine.waitingFor);
  });

  rule('X-3 who is in the line keeps their place, whatever else they come to need', (holding, kind) => {
    const inLine = queued({ ...holding, place: 'place-0' }, PLACE);
    expect(inLine.place).toBe('place-0');
    expect(queued(needing(inLine, kind), PLACE).place).toBe('place-0');
  });

  rule('who waits for nothing more has no place', (holding) => {
    const { waitingFor, place } = withAgentFeatures(queued(holding, PLACE), false);
    expect(place !== undefined).toBe(waitingFor.length > 0);
  });

  rule('who gives everything back is still known to need it, and gets it back whole', (holding) => {
    const empty = emptied(holding);
    expect([empty.held, empty.waitingFor, empty.place]).toEqual([[], [], undefined]);
    expect(satisfied(empty)).toEqual(satisfied(holding));
  });

  rule('a kind needed no more is neither held nor waited for; the others stay', (holding, kind) => {
    const less = needingNoMore(holding, kind);
    expect(less.kinds).toEqual(without(holding.kinds, [kind]));
    expect(less.held).toEqual(without(holding.held, [kind]));
    expect(less.waitingFor).toEqual(without(holding.waitingFor, [kind]));
    expect(needingNoMore(less, kind)).toEqual(less);
  });

  rule('a kind needed newly is neither held nor waited for yet', (holding, kind) => {
    const more = needing(holding, kind);
    expect(more.kinds).toEqual(inOrder([...holding.kinds, kind]));
    expect([more.held, more.waitingFor]).toEqual([holding.held, holding.waitingFor]);
  });

  rule(
    'B-2 without agent features no calling seat is held, waited for or due; every other is as before',
    (holding) => {
      const off = withAgentFeatures(holding, false);
      const calls = holding.kinds.filter(isCalling);
      expect(off.held).toEqual(without(holding.held, calls));
      expect(off.waitingFor).toEqual(without(holding.waitingFor, calls));
      expect([...dueSeats(off), ...sessionKinds(off)].filter(isCalling)).toEqual([]);
      expect(off.kinds).toEqual(holding.kinds);
    },
  );

  rule('B-2 turned on again they lack just the calling seat that they had', (holding) => {
    const all = satisfied({ ...holding, agentFeatures: true });
    const again = withAgentFeatures(withAgentFeatures(all, false), true);
    expect(lacking(again)).toEqual(all.held.filter(isCalling));
    expect(satisfied(again)).toEqual(all);
  });

  rule('the record of it says the same when it is read', (holding) => {
    const record = recordOfRun(newRun('acc'), 'licenses');
    if (record.section !== 'licenses') throw new Error('unreachable');
    const placed = holding.waitingFor.length > 0 ? { ...holding, place: PLACE } : emptyPlace(holding);
    expect(holdingOf(withHolding(record, placed))).toEqual(placed);
  });
});

/** Without the place that nobody waits at. */
const emptyPlace = ({ place: _, ...holding }: Holding): Holding => holding;

it('who was onboarded before there were holdings holds all that they need', () => {
  const record = recordOfRun(newRun('acc'), 'licenses');
  if (record.section !== 'licenses') throw new Error('unreachable');
  expect(holdingOf(record)).toMatchObject({ held: ['lmp'], waitingFor: [], agentFeatures: true });
  expect(holdingOf({ ...record, waitingFor: ['lmp'] })).toMatchObject({ held: [], waitingFor: ['lmp'] });
});

it('the line goes by when somebody was asked for', () => {
  const run = newRun('acc');
  const place = placeOfRun(run.runId);
  expect(Math.abs(Date.parse(placeSince(place)) - Date.now())).toBeLessThan(60_000);
  expect(run.runId.endsWith(place)).toBe(true);
});
