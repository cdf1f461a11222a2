import { inOrder, type LicenseKind } from '../../../core/domain/licenses.ts';
import { assignLicense, reactivateMember, takeBackLicense } from '../../../core/usecases/change-licenses.ts';
import { changeSeats } from '../../../core/usecases/change-seats.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { endSessions } from '../../../core/usecases/end-sessions.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { startSession } from '../../../core/usecases/start-session.ts';
import { switchAgentFeatures } from '../../../core/usecases/switch-agent-features.ts';
import { permitted } from '../../unit/authorization/authorities.ts';
import { PRICES } from '../../unit/usecases/seat-model-acts.ts';
import type { SeatOffice } from './seat-office.ts';
import { type Attempt, goOn, many, parkedWithout, parkedWithSeats } from './stormy-runs.ts';

/** The change feed looks at the line once for several seats that were given back. */
const SERVED_EVERY = 10;

/** One way in which seats are taken or given back. */
export interface StormPath {
  name: string;
  /** The kinds of which seats are scarce. */
  scarce: readonly LicenseKind[];
  /** The kinds of which the people to begin with need seats. */
  plenty: readonly LicenseKind[];
  /** Without free seats to begin with: others give theirs back. */
  isFull?: true;
  /** Whoever is last may give their seat back too. */
  givesBack?: true;
  /** Sets the people up; answers what they all will do at once. */
  prepare: (office: SeatOffice, count: number, seats: number) => Promise<readonly Attempt[]>;
}

const RUNS: StormPath = {
  name: 'runs',
  scarce: ['lmp'],
  plenty: [],
  async prepare(office, count) {
    const runs = await many(count, () => office.newcomer());
    return runs.map((run) => goOn(run));
  },
};

/** The paths by which seats are taken and given back; a path that comes later joins by one more entry. */
export const STORM_PATHS: readonly StormPath[] = [
  RUNS,
  {
    name: 'runs for several kinds',
    scarce: ['lmp', 'voip', 'email'],
    plenty: [],
    async prepare(office, count) {
      const wishes: readonly LicenseKind[][] = [
        ['lmp'],
        ['lmp', 'voip'],
        ['lmp', 'email'],
        ['lmp', 'voip', 'email'],
      ];
      const runs = await many(count, (index) => office.newcomer(wishes[index % wishes.length]));
      return runs.map((run) => goOn(run));
    },
  },
  {
    name: 'single assignments',
    scarce: ['voip'],
    plenty: ['lmp'],
    async prepare(office, count) {
      const people = await many(count, () => office.hire());
      return people.map(
        (ref): Attempt =>
          (ports, stamp) =>
            assignLicense(ports)(office.authority, ref, 'voip', stamp),
      );
    },
  },
  {
    name: 'reactivation',
    scarce: ['lmp', 'voip'],
    plenty: ['lmp', 'voip'],
    async prepare(office, count) {
      const people = await many(count, async (index) => {
        const ref = await office.hire(index % 2 === 0 ? ['lmp'] : ['lmp', 'voip']);
        await takeBackLicense(office.ports)(office.authority, ref, 'lmp', { ...STAMP, requestId: ref.runId });
        return ref;
      });
      return people.map(
        (ref): Attempt =>
          (ports, stamp) =>
            reactivateMember(ports)(office.authority, ref, stamp),
      );
    },
  },
  {
    name: 'the waiting line, as holders leave',
    scarce: ['lmp'],
    plenty: ['lmp'],
    isFull: true,
    async prepare(office, count, seats) {
      const { accountId, authority } = office;
      await many(Math.min(seats, count), () => office.hire());
      await office.leaveFree(['lmp'], 0);
      await many(count, () => office.hire());
      return Array.from({ length: count }, (_, index): Attempt => {
        let userId: string | undefined;
        return async (ports, stamp) => {
          const holders = await ports.seats.holders(accountId, 'lmp', 100);
          userId ??= holders[Math.floor(Math.random() * holders.length)];
          if (userId !== undefined)
            await takeBackLicense(ports)(authority, { accountId, userId }, 'lmp', stamp);
          if (index % SERVED_EVERY === 0) await serveWaitingLine(ports)(accountId, stamp.requestId);
        };
      });
    },
  },
  {
    name: 'agent features',
    scarce: ['voip'],
    plenty: ['lmp', 'voip'],
    async prepare(office, count) {
      const { authority } = office;
      const people = await many(count, async () => {
        const ref = await office.hire(['lmp', 'voip']);
        await switchAgentFeatures(office.ports)(authority, ref, false, { ...STAMP, requestId: ref.runId });
        return ref;
      });
      return people.map(
        (ref, index): Attempt =>
          async (ports, stamp) => {
            await switchAgentFeatures(ports)(authority, ref, true, stamp);
            const off = { ...stamp, requestId: `${stamp.requestId}-off` };
            if (index % 3 === 0) await switchAgentFeatures(ports)(authority, ref, false, off);
          },
      );
    },
  },
  {
    name: 'sessions',
    scarce: ['desktop'],
    plenty: ['lmp'],
    givesBack: true,
    async prepare(office, count) {
      const people = await many(count, () => office.hire(['lmp', 'desktop']));
      return people.map(
        (ref, index): Attempt =>
          async (ports, stamp) => {
            const { userId } = ref;
            // Whose answer was lost asks again under the same key, or there would be two sessions.
            const idempotency = { actor: userId, key: stamp.requestId, requestHash: 'storm' };
            await startSession(ports)({ ...office.authority, userId }, stamp, idempotency);
            if (index % 3 === 0) await endSessions(ports)(ref, stamp);
          },
      );
    },
  },
  {
    name: 'resumed runs',
    scarce: ['lmp'],
    plenty: [],
    async prepare(office, count) {
      await office.leaveFree(['lmp'], 0);
      await office.setPolicy('reject');
      const runs = await many(count, () => parkedWithout(office));
      return runs.map(
        (run): Attempt =>
          async (ports, stamp) => {
            const found = await ports.runs.read(run);
            if (found?.status === 'failed' && found.attempt === 1)
              await resumeOnboarding(ports)(run, {}, permitted, stamp);
            await goOn(run, 2)(ports, stamp);
          },
      );
    },
  },
  {
    name: 'discarded runs, and others that come',
    scarce: ['lmp'],
    plenty: ['lmp'],
    async prepare(office, count) {
      const parked = await many(Math.floor(count / 2), () => parkedWithSeats(office));
      const discards = parked.map(
        (run): Attempt =>
          (ports, stamp) =>
            discardOnboarding(ports)(run, stamp),
      );
      return mixed([discards, await RUNS.prepare(office, count - parked.length, 0)]);
    },
  },
  {
    name: 'buying and lowering, while others come',
    scarce: ['lmp'],
    plenty: [],
    async prepare(office, count) {
      const { accountId } = office;
      const changes = Array.from(
        { length: Math.ceil(count / 10) },
        (): Attempt => async (ports, stamp) => {
          const owned = await ports.billing.read(accountId);
          const { purchased = 0 } = owned?.pools.find(({ kind }) => kind === 'lmp') ?? {};
          const by = Math.floor(Math.random() * 40) - 15;
          const seats = { lmp: Math.max(0, purchased + by) };
          await changeSeats(ports, PRICES)(office.authority, owned?.version ?? 0, { seats }, stamp);
        },
      );
      return mixed([changes, await RUNS.prepare(office, count - changes.length, 0)]);
    },
  },
];

const STAMP = { at: '2026-06-01T09:00:00.000Z', by: 'operator', channel: 'operator' } as const;

/** All of them, in an order of chance. */
export const mixed = (attempts: readonly (readonly Attempt[])[]): readonly Attempt[] =>
  attempts
    .flat()
    .map((attempt) => ({ attempt, order: Math.random() }))
    .sort((one, other) => one.order - other.order)
    .map(({ attempt }) => attempt);

export const kindsOf = (paths: readonly StormPath[]): readonly LicenseKind[] =>
  inOrder(paths.flatMap(({ scarce }) => scarce));
