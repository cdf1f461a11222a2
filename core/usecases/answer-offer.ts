import { NoOffer } from '../domain/errors.ts';
import { isOpen, type OpenRun, type Run } from '../domain/run.ts';
import { recordOf } from '../domain/section-record.ts';
import { endingOf } from './end-run.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { LOST_START_MILLISECONDS, later } from './run-deadlines.ts';
import { undoOnboarding } from './undo-onboarding.ts';

type Needs = Pick<Ports, 'runs' | 'members' | 'seats' | 'work' | 'identity' | 'clock' | 'log'>;

/** The run by which a user came into an account, if it is an offer. */
export const offerTo =
  ({ members, runs }: Pick<Ports, 'members' | 'runs'>) =>
  async (ref: MemberRef): Promise<Run | undefined> => {
    const left = await members.read(ref);
    const runId = left && recordOf(left.records, 'profile')?.runId;
    if (runId === undefined) return undefined;
    const run = await runs.read({ accountId: ref.accountId, runId });
    return run?.isOffer ? run : undefined;
  };

const isOffered = (run: Run): run is OpenRun => run.status === 'offered' && isOpen(run);

/**
 * A user accepts access to one more account: they are active there from then on, or deactivated while they wait
 * for a license. A repeat does nothing. Throws `NoOffer`.
 */
export const acceptOffer =
  (ports: Pick<Ports, 'members' | 'runs'>) =>
  async (ref: MemberRef, stamp: Stamp): Promise<void> => {
    const run = await offerTo(ports)(ref);
    if (run?.status === 'done') return;
    if (run === undefined || !isOffered(run)) throw new NoOffer();
    await ports.runs.finish(run, await endingOf(ports)(run, undefined), stamp);
    // Finishing does nothing to a run that has moved on: the offer may have been withdrawn in this very moment.
    if ((await ports.runs.read(run))?.status !== 'done') throw new NoOffer();
  };

/** A user declines access to one more account: what was set up there is undone. Throws `NoOffer`. */
export const declineOffer =
  (ports: Needs) =>
  async (ref: MemberRef, stamp: Stamp): Promise<void> => {
    const run = await offerTo(ports)(ref);
    if (run === undefined || (run.status !== 'offered' && run.status !== 'discarding')) throw new NoOffer();
    if (run.status === 'offered')
      await ports.runs.beginDiscard(run, later(ports.clock, LOST_START_MILLISECONDS), stamp);
    await undoOnboarding(ports)(run, stamp);
  };
