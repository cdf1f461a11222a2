import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  needing,
  needingNoMore,
  queued,
  satisfied,
  withAgentFeatures,
} from '../../../core/domain/holding.ts';
import { newPlace } from '../../../core/domain/ids.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { holdingOf, withHolding } from '../../../core/domain/section-record.ts';
import type { MemberRef, SeatMove } from '../../../core/usecases/ports.ts';
import { given, LATER, openingOf, request, stampAt } from '../../ports/samples.ts';
import { queuedRecord, satisfiedRecord, seating } from '../../ports/seat-samples.ts';
import { newSession } from '../../ports/session-samples.ts';
import { seatCensus } from '../seats/seat-census.ts';
import { openDynamodb, startTable } from './dynamodb-store.ts';
import { FAULTS, type Fault, faultyTable } from './faulty-table.ts';

type Ports = ReturnType<typeof openDynamodb>['ports'];

/** A request, to be made through whatever ports; asking again is the same request. */
type Act = (ports: Ports) => Promise<unknown>;

const MOVED = { outcome: 'moved' };
const NAMES = Object.keys(FAULTS).filter((name): name is Fault => Object.hasOwn(FAULTS, name));

let engine: Awaited<ReturnType<typeof startTable>>;
beforeAll(async () => {
  engine = await startTable();
});
afterAll(() => engine.stop());

/** What a move of a member's licenses would be, by what is there now. */
const moving = async (
  ports: Ports,
  ref: MemberRef,
  to: (holding: ReturnType<typeof holdingOf>) => ReturnType<typeof holdingOf>,
  more: Partial<SeatMove> = {},
): Promise<Act> => {
  const before = await seating(ports).recordLeft(ref);
  if (before === undefined) throw new Error('There is no record.');
  const after = withHolding(before, to(holdingOf(before)));
  return ({ seats }) => seats.move({ ...asMember(ref), before, after, ...more }, stampAt());
};

const asMember = ({ accountId, userId }: MemberRef) =>
  ({ ref: { accountId, userId }, turn: 'newcomer', status: 'onboarding' }) as const;

/** Somebody who has all that they need. */
const seated = async (ports: Ports, accountId: string, kinds: readonly LicenseKind[]): Promise<OpenRun> => {
  const run = await given(ports).member(accountId, request({ licenses: { kinds } }));
  expect(await seating(ports).take(run)).toEqual(MOVED);
  return run;
};

/** Somebody in line for all that they need, of which everything is free. */
const inLine = async (ports: Ports, accountId: string): Promise<OpenRun> => {
  const run = await given(ports).member(accountId, request({ licenses: { kinds: ['lmp', 'voip'] } }));
  expect(await seating(ports).wait(run, [])).toEqual(MOVED);
  return run;
};

interface Operation {
  name: string;
  /** What it comes to, however often it is asked for. */
  comesTo: unknown;
  /** Sets the scene, through ports that work. */
  prepare: (ports: Ports, accountId: string) => Promise<Act>;
  /** What every time it happens leaves of each kind. */
  leaves: Partial<Record<LicenseKind, { assigned?: number; inUse?: number; waiting?: number }>>;
}

const OPERATIONS: readonly Operation[] = [
  {
    name: 'AP-30 taking seats',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await given(ports).member(accountId, request({ licenses: { kinds: ['lmp', 'voip'] } }));
      const after = satisfiedRecord(run);
      return ({ seats }) => seats.move({ ...asMember(run), before: undefined, after }, stampAt());
    },
    leaves: { lmp: { assigned: 1 }, voip: { assigned: 1 } },
  },
  {
    name: 'AP-30 taking one license more',
    comesTo: MOVED,
    prepare: async (ports, accountId) =>
      moving(ports, await seated(ports, accountId, ['lmp']), (holding) =>
        satisfied(needing(holding, 'email')),
      ),
    leaves: { lmp: { assigned: 1 }, email: { assigned: 1 } },
  },
  {
    name: 'AP-31 joining the waiting line',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await given(ports).member(accountId, request({ licenses: { kinds: ['lmp', 'fax'] } }));
      const move = {
        ...asMember(run),
        before: undefined,
        after: queuedRecord(run),
        missing: ['fax'] as const,
      };
      return ({ seats }) => seats.move(move, stampAt());
    },
    leaves: { lmp: { waiting: 1 }, fax: { waiting: 1 } },
  },
  {
    name: 'AP-31 waiting for one license more',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const place = newPlace();
      const run = await seated(ports, accountId, ['lmp']);
      return moving(ports, run, (holding) => queued(needing(holding, 'fax'), place), { missing: ['fax'] });
    },
    leaves: { lmp: { assigned: 1 }, fax: { waiting: 1 } },
  },
  {
    name: 'AP-32 giving one license back',
    comesTo: MOVED,
    prepare: async (ports, accountId) =>
      moving(ports, await seated(ports, accountId, ['lmp', 'voip']), (holding) =>
        needingNoMore(holding, 'voip'),
      ),
    leaves: { lmp: { assigned: 1 } },
  },
  {
    name: 'AP-32 giving everything up with the record',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await seated(ports, accountId, ['lmp', 'voip']);
      const before = await seating(ports).recordLeft(run);
      return ({ seats }) => seats.move({ ...asMember(run), before, after: undefined }, stampAt());
    },
    leaves: {},
  },
  {
    name: 'AP-32 leaving the waiting line',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await inLine(ports, accountId);
      const before = await seating(ports).recordLeft(run);
      return ({ seats }) => seats.move({ ...asMember(run), before, after: undefined }, stampAt());
    },
    leaves: {},
  },
  {
    name: 'AP-33 A-23 being served from it, with an invitation',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await inLine(ports, accountId);
      const before = await ports.members.read(run);
      if (before === undefined) throw new Error('There is no member.');
      const head = {
        before,
        member: { ...before.member, status: 'active' as const, version: 1 },
        administrators: 1 as const,
      };
      const turn = { passedOver: ['fax' as const] };
      return moving(ports, run, satisfied, { turn, head, invitationDue: LATER });
    },
    leaves: { lmp: { assigned: 1 }, voip: { assigned: 1 } },
  },
  {
    name: 'B-2 agent features off',
    comesTo: MOVED,
    prepare: async (ports, accountId) =>
      moving(ports, await seated(ports, accountId, ['lmp', 'voip']), (holding) =>
        withAgentFeatures(holding, false),
      ),
    leaves: { lmp: { assigned: 1 } },
  },
  {
    name: 'B-2 agent features on',
    comesTo: MOVED,
    prepare: async (ports, accountId) => {
      const run = await seated(ports, accountId, ['lmp', 'voip']);
      await seating(ports).change(run, (holding) => withAgentFeatures(holding, false));
      return moving(ports, run, (holding) => satisfied(withAgentFeatures(holding, true)));
    },
    leaves: { lmp: { assigned: 1 }, voip: { assigned: 1 } },
  },
  {
    name: 'C-44 beginning a session',
    comesTo: { missing: [] },
    prepare: async (ports, accountId) => {
      const run = await seated(ports, accountId, ['lmp', 'desktop']);
      await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
      const session = newSession(run);
      return ({ sessions }) => sessions.start(session, stampAt());
    },
    leaves: { lmp: { assigned: 1 }, desktop: { inUse: 1 } },
  },
  {
    name: 'C-44 ending a session',
    comesTo: undefined,
    prepare: async (ports, accountId) => {
      const run = await seated(ports, accountId, ['lmp', 'desktop']);
      await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
      const session = newSession(run);
      await ports.sessions.start(session, stampAt());
      return ({ sessions }) => sessions.end(session, stampAt());
    },
    leaves: { lmp: { assigned: 1 } },
  },
  {
    name: 'B-11 buying seats',
    comesTo: { taken: [] },
    prepare: async (ports, accountId) => {
      const owned = await ports.billing.read(accountId);
      const counts = Object.fromEntries(owned?.pools.map(({ kind, purchased }) => [kind, purchased]) ?? []);
      const more = openingOf(accountId, { ...counts, lmp: (counts.lmp ?? 0) + 7 });
      const entry = { ...more, entry: (owned?.version ?? 0) + 1, at: LATER };
      return ({ billing }) => billing.change(entry, stampAt());
    },
    leaves: {},
  },
];

/** Does something of which one request goes wrong, and does it again if it came to nothing. */
const insist = async (act: Act, ports: Ports): Promise<unknown> => {
  try {
    return await act(ports);
  } catch {
    return act(ports);
  }
};

describe('X-3 whatever goes wrong with one request of an operation, it happens once', () => {
  it.concurrent.each(OPERATIONS)('$name', { timeout: 60_000 }, async ({ comesTo, prepare, leaves }) => {
    const faulty = faultyTable(engine.table);
    const working = openDynamodb(engine.table).ports;
    const failing = openDynamodb(faulty.table).ports;
    const accountId = await given(working).account({ lmp: 120, voip: 120, email: 60, fax: 0, desktop: 60 });
    let times = 0;
    const happen = async (fault: Fault, call: number) => {
      const act = await prepare(working, accountId);
      faulty.plan(fault, call);
      expect({ fault, call, comesTo: await insist(act, failing) }).toEqual({ fault, call, comesTo });
      times += 1;
      return faulty.seen();
    };
    // Undisturbed, to see how many requests it takes.
    const { calls } = await happen('throttled', Number.POSITIVE_INFINITY);
    for (const fault of NAMES) {
      let hits = 0;
      for (let call = 0; call < calls; call += 1) hits += (await happen(fault, call)).hits;
      expect({ fault, hits: hits > 0 }).toEqual({ fault, hits: true });
    }
    faulty.stop();

    const census = await seatCensus(engine.table, accountId);
    const mistakes = census.faults.filter((mistake) => !mistake.includes('owned'));
    expect(mistakes).toEqual([]);
    for (const { kind, assigned, inUse, waiting } of census.pools) {
      const each = { assigned: 0, inUse: 0, waiting: 0, ...leaves[kind] };
      expect({ kind, assigned, inUse, waiting }).toEqual({
        kind,
        assigned: each.assigned * times,
        inUse: each.inUse * times,
        waiting: each.waiting * times,
      });
    }
  });
});
