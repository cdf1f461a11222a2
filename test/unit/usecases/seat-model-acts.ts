import type { PriceList } from '../../../core/domain/plan.ts';
import type { OpenRun } from '../../../core/domain/run.ts';
import { assignLicense, reactivateMember, takeBackLicense } from '../../../core/usecases/change-licenses.ts';
import { changeSeats } from '../../../core/usecases/change-seats.ts';
import { restoreMember, suspendMember } from '../../../core/usecases/change-status.ts';
import { discardOnboarding } from '../../../core/usecases/discard-onboarding.ts';
import { endSessions } from '../../../core/usecases/end-sessions.ts';
import type { Ports, Stamp } from '../../../core/usecases/ports.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { startSession } from '../../../core/usecases/start-session.ts';
import { sweepLine } from '../../../core/usecases/sweep-line.ts';
import { sweepSessions } from '../../../core/usecases/sweep-sessions.ts';
import { switchAgentFeatures } from '../../../core/usecases/switch-agent-features.ts';
import { given, request } from '../../ports/samples.ts';
import { Crash, execute } from '../../ports/state-machine.ts';
import { permitted } from '../authorization/authorities.ts';
import type { ModelOffice } from './seat-model.ts';
import type { Kind, Person } from './seat-model-office.ts';
import { type SeatWorld, stampNow } from './seat-model-world.ts';

/** What is done, in the model and by Rollcall. */
export interface Act {
  name: string;
  model: (office: ModelOffice) => void;
  real: (world: SeatWorld, ports: Ports, stamp: Stamp) => Promise<unknown>;
}

const terms = { least: 0, most: 1_000, monthlyPrice: 100 };
export const PRICES: PriceList = {
  currency: 'USD',
  plans: [
    {
      planId: 'standard',
      name: 'Standard',
      kinds: { lmp: terms, voip: terms, email: terms, desktop: terms },
    },
  ],
};

/** Does it to one of those of whom it can be asked. */
const toSomebody =
  (
    name: string,
    isAsked: (person: Person) => boolean,
    model: (office: ModelOffice, person: Person) => void,
    real: (world: SeatWorld, ports: Ports, who: OpenRun, stamp: Stamp) => Promise<unknown>,
  ) =>
  (pick: number): Act => {
    let index: number | undefined;
    return {
      name: `${name} (${pick})`,
      model(office) {
        const asked = office.people.filter(isAsked);
        const person = asked[pick % asked.length];
        index = person && office.people.indexOf(person);
        if (person !== undefined) model(office, person);
      },
      async real(world, ports, stamp) {
        const who = index === undefined ? undefined : world.people[index];
        if (who !== undefined) await real(world, ports, who, stamp);
      },
    };
  };

/** A run's way through all its steps; a process that dies parks nothing itself. */
const goOn = async ({ ports: alive }: SeatWorld, ports: Ports, run: OpenRun): Promise<void> => {
  await execute(ports, run, alive);
  const { status, failure } = (await alive.runs.read(run)) ?? {};
  if (status === 'failed') throw failure?.code === 'interrupted' ? new Crash() : failure;
};

const isAtWork = ({ run }: Person): boolean => run === 'done';

export const onboard = (needs: readonly Kind[]): Act => ({
  name: `onboard ${needs}`,
  model: (office) => office.onboard(needs),
  async real(world, ports) {
    const asked = request({ licenses: { kinds: [...needs] } });
    const run = await given(world.ports).run(world.accountId, asked);
    world.people.push(run);
    await goOn(world, ports, run);
  },
});

export const resume = toSomebody(
  'resume',
  ({ run }) => run === 'failed',
  (office, person) => office.resume(person),
  async (world, ports, who, stamp) => {
    const { attempt = 1 } = (await world.ports.runs.read(who)) ?? {};
    await resumeOnboarding(ports)(who, {}, permitted, stamp);
    await goOn(world, ports, { ...who, attempt: attempt + 1 });
  },
);

export const discard = toSomebody(
  'discard',
  ({ run }) => run === 'failed' || run === 'discarding',
  (office, person) => office.discard(person),
  (_, ports, who, stamp) => discardOnboarding(ports)(who, stamp),
);

export const assign = (kind: Kind) =>
  toSomebody(
    `assign ${kind}`,
    isAtWork,
    (office, person) => office.assign(person, kind),
    ({ authority }, ports, who, stamp) => assignLicense(ports)(authority, who, kind, stamp),
  );

export const takeBack = (kind: Kind) =>
  toSomebody(
    `take back ${kind}`,
    isAtWork,
    (office, person) => office.takeBack(person, kind),
    ({ authority }, ports, who, stamp) => takeBackLicense(ports)(authority, who, kind, stamp),
  );

export const switchFeatures = (enabled: boolean) =>
  toSomebody(
    `agent features ${enabled ? 'on' : 'off'}`,
    isAtWork,
    (office, person) => office.switchFeatures(person, enabled),
    ({ authority }, ports, who, stamp) => switchAgentFeatures(ports)(authority, who, enabled, stamp),
  );

export const reactivate = toSomebody(
  'reactivate',
  isAtWork,
  (office, person) => office.reactivate(person),
  ({ authority }, ports, who, stamp) => reactivateMember(ports)(authority, who, stamp),
);

export const suspend = toSomebody(
  'suspend',
  isAtWork,
  (office, person) => office.suspend(person),
  ({ authority }, ports, who, stamp) => suspendMember(ports)(authority, who, stamp),
);

export const restore = toSomebody(
  'restore',
  isAtWork,
  (office, person) => office.restore(person),
  ({ authority }, ports, who, stamp) => restoreMember(ports)(authority, who, stamp),
);

export const signIn = toSomebody(
  'sign in',
  isAtWork,
  (office, person) => office.signIn(person),
  ({ authority }, ports, { userId }, stamp) => startSession(ports)({ ...authority, userId }, stamp),
);

export const signOut = toSomebody(
  'sign out',
  isAtWork,
  (office, person) => office.signOut(person),
  (_, ports, who, stamp) => endSessions(ports)(who, stamp),
);

export const heartbeat = toSomebody(
  'heartbeat',
  isAtWork,
  (office, person) => office.heartbeat(person),
  async (_, ports, { accountId, userId }, { at }) => {
    const { items } = await ports.sessions.list(accountId, userId, { limit: 100 });
    for (const session of items) await ports.sessions.heartbeat(session, at);
  },
);

export const buy = (kind: Kind, count: number): Act => ({
  name: `own ${count} of ${kind}`,
  model: (office) => office.buy(kind, count),
  async real({ accountId, authority }, ports, stamp) {
    const owned = await ports.billing.read(accountId);
    await changeSeats(ports, PRICES)(authority, owned?.version ?? 0, { seats: { [kind]: count } }, stamp);
  },
});

export const serve: Act = {
  name: 'serve the line',
  model: (office) => office.serve(),
  real: ({ accountId }, ports, { requestId }) => serveWaitingLine(ports)(accountId, requestId),
};

export const setPolicy = (licensePolicy: 'deactivate' | 'reject'): Act => ({
  name: `when none is free, ${licensePolicy}`,
  model: (office) => office.setPolicy(licensePolicy),
  real: ({ accountId }, ports, stamp) => ports.accounts.change(accountId, { licensePolicy }, stamp),
});

/** Time passes before it is done. */
export const after = (seconds: number, act: Act): Act => ({
  name: `${seconds} seconds later, ${act.name}`,
  model(office) {
    office.pass(seconds);
    act.model(office);
  },
  real(world, ports) {
    world.pass(seconds);
    return act.real(world, ports, stampNow(world));
  },
});

export const sweepDeadSessions: Act = {
  name: 'sweep sessions',
  model: (office) => office.sweepSessions(),
  real: (_, ports) => sweepSessions(ports)('sweep'),
};

/** Whoever stands in line has been forgotten for longer than the sweeper lets pass. */
export const sweepForgotten: Act = after(20 * 60, {
  name: 'sweep the line',
  model: (office) => office.serve(),
  real: (_, ports) => sweepLine(ports)('sweep'),
});
