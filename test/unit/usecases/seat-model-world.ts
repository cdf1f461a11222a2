import { vi } from 'vitest';
import type { Authority } from '../../../core/domain/authorization/authority.ts';
import { poolOf } from '../../../core/domain/pool.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { holdingOf, recordOf } from '../../../core/domain/section-record.ts';
import type { Ports, SeatMove, Stamp } from '../../../core/usecases/ports.ts';
import { given } from '../../ports/samples.ts';
import { Crash } from '../../ports/state-machine.ts';
import { administratorOf } from '../authorization/authorities.ts';
import type { ModelOffice } from './seat-model.ts';
import { KINDS, type Kind } from './seat-model-office.ts';

/** Rollcall itself, beside the model: one account, and those who were asked for, in order. */
export interface SeatWorld {
  ports: Ports;
  accountId: string;
  authority: Authority;
  people: OpenRun[];
  pass: (seconds: number) => void;
}

export const openWorld = async (
  ports: Ports,
  moveClock: (milliseconds: number) => void,
  owned: Record<Kind, number>,
): Promise<SeatWorld> => {
  const accountId = await given(ports).account(owned);
  const pass = (seconds: number): void => {
    moveClock(seconds * 1000);
    // Ids tell when they were made, and places in the line go by that.
    vi.setSystemTime(ports.clock.now());
  };
  return { ports, accountId, authority: administratorOf(accountId), people: [], pass };
};

let requests = 0;

export const stampNow = ({ ports }: SeatWorld): Stamp => {
  requests += 1;
  const at = ports.clock.now().toISOString();
  return { at, by: 'operator', channel: 'operator', requestId: `req-${requests}` };
};

/** A run's step that repeats itself changes nothing. */
const isRepeat = async (ports: Ports, { before, ref }: SeatMove): Promise<boolean> => {
  if (before !== undefined) return false;
  const found = await ports.members.read(ref);
  return recordOf(found?.records ?? [], 'licenses') !== undefined;
};

/** The same ports in a process that dies after so many effects; nothing it tries after that happens. */
export const dyingAfter = (ports: Ports, effects: number | undefined): Ports => {
  let life = effects ?? Number.POSITIVE_INFINITY;
  const effect =
    <Parameters extends unknown[], Result>(
      call: (...parameters: Parameters) => Promise<Result>,
      isEffect: (result: Result) => boolean = () => true,
    ) =>
    async (...parameters: Parameters): Promise<Result> => {
      if (life === 0) throw new Crash();
      const result = await call(...parameters);
      if (isEffect(result)) life -= 1;
      if (life === 0) throw new Crash();
      return result;
    };
  const move = effect(ports.seats.move, ({ outcome }) => outcome === 'moved');
  return {
    ...ports,
    seats: {
      ...ports.seats,
      move: async (asked, stamp) =>
        life > 0 && (await isRepeat(ports, asked)) ? ports.seats.move(asked, stamp) : move(asked, stamp),
    },
    members: { ...ports.members, change: effect(ports.members.change) },
    runs: { ...ports.runs, finish: effect(ports.runs.finish) },
    billing: { ...ports.billing, change: effect(ports.billing.change, ({ taken }) => taken.length === 0) },
    sessions: {
      ...ports.sessions,
      start: effect(ports.sessions.start, ({ missing }) => missing.length === 0),
      end: effect(ports.sessions.end),
    },
  };
};

const sorted = (kinds: readonly string[]): readonly string[] => [...kinds].sort();

/** All that there is to see of seats, read through the ports. */
export const seenIn = async ({ ports, accountId, people }: SeatWorld) => {
  const found = await ports.accounts.readWithPools(accountId);
  const line = await ports.seats.line(accountId, { limit: 100 });
  const sessions = (await ports.sessions.list(accountId, undefined, { limit: 100 })).items;
  const indexOf = (userId: string) => people.findIndex((one) => one.userId === userId);
  const holdersOf = async (kind: Kind) => (await ports.seats.holders(accountId, kind, 100)).map(indexOf);
  return {
    pools: KINDS.map((kind) => {
      const { purchased, assigned, inUse, waiting } = poolOf(found?.pools ?? [], kind) ?? {};
      return { kind, purchased, assigned, inUse, waiting };
    }),
    line: line.items.map(({ userId, kinds }) => ({ who: indexOf(userId), kinds: sorted(kinds) })),
    holders: await Promise.all(KINDS.map(async (kind) => (await holdersOf(kind)).sort((a, b) => a - b))),
    people: await Promise.all(
      people.map(async (run) => {
        const member = await ports.members.read(run);
        const holding = holdingOf(recordOf(member?.records ?? [], 'licenses'));
        return {
          run: (await ports.runs.read(run))?.status,
          status: member?.member.status ?? 'gone',
          reason: member?.member.deactivationReason,
          holds: sorted(holding.held),
          waitsFor: sorted(holding.waitingFor),
          // What is needed is said by the licenses, once their step has been taken.
          ...(holding.kinds.length > 0 && {
            needs: sorted(holding.kinds),
            agentFeatures: holding.agentFeatures,
          }),
          sessions: sessions.filter(({ userId }) => userId === run.userId).map(({ kinds }) => sorted(kinds)),
        };
      }),
    ),
  };
};

/** The same of the model. */
export const statedBy = (office: ModelOffice): Awaited<ReturnType<typeof seenIn>> => ({
  pools: KINDS.map((kind) => ({
    kind,
    purchased: office.owned[kind],
    assigned: office.holders(kind),
    inUse: office.inUse(kind),
    waiting: office.waiting(kind),
  })),
  line: office.line().map((person) => ({
    who: office.people.indexOf(person),
    kinds: sorted(person.waitsFor),
  })),
  holders: KINDS.map((kind) =>
    office.people.flatMap(({ holds }, index) => (holds.includes(kind) ? [index] : [])),
  ),
  people: office.people.map(({ run, status, reason, holds, waitsFor, needs, agentFeatures, ...person }) => ({
    run,
    status,
    reason,
    holds: sorted(holds),
    waitsFor: sorted(waitsFor),
    ...(person.hasLicenses && { needs: sorted(needs), agentFeatures }),
    sessions: person.sessions.map(({ kinds }) => sorted(kinds)),
  })),
});
