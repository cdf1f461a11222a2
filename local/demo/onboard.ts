import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, Refused, type RunView } from './api.ts';
import type { RosterRow } from './roster.ts';

/** What happened to one row of the roster. */
export interface Onboarding {
  row: RosterRow;
  /** The run as it ended; absent when the API did not even accept the request. */
  run?: RunView;
  /** Where and why the run was parked, if it was. */
  parked?: string;
  /** What went wrong for good. */
  fault?: string;
  milliseconds: number;
}

const AT_ONCE = 4;
const POLL_MILLISECONDS = 150;
/** Far more than a run takes: what is still running then will not end. */
const PATIENCE_MILLISECONDS = 45_000;

/**
 * The rows in the order of the file, a few at once. Rows with different expectations never run together: who gets the
 * last seat must not depend on which run is quicker.
 */
export const batches = (rows: readonly RosterRow[]): readonly (readonly RosterRow[])[] => {
  const made: RosterRow[][] = [];
  for (const row of rows) {
    const last = made.at(-1);
    if (last !== undefined && last.length < AT_ONCE && last[0]?.expected === row.expected) last.push(row);
    else made.push([row]);
  }
  return made;
};

/** Onboards one person as an administrator would: asks, follows the run, and resumes it once if it is parked. */
export const onboard =
  (api: Api, accountId: string) =>
  async (row: RosterRow): Promise<Onboarding> => {
    const began = performance.now();
    const taken = () => ({ row, milliseconds: performance.now() - began });
    try {
      const first = await follow(api, await api.startOnboarding(accountId, row.sections));
      if (first.status !== 'failed') return { run: first, ...taken() };
      const parked = `parked at ${first.failure?.step}: ${first.failure?.code}`;
      if (row.correction === undefined) return { run: first, parked, ...taken() };
      const resumed = await follow(api, await api.resumeOnboarding(first, row.correction));
      return { run: resumed, parked, ...taken() };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { fault: error.message, ...taken() };
    }
  };

/** Reads a run until it is over, one way or another, or patience ends. */
const follow = async (api: Api, started: RunView): Promise<RunView> => {
  const until = performance.now() + PATIENCE_MILLISECONDS;
  let run = started;
  while (run.status === 'running' && performance.now() < until) {
    await sleep(POLL_MILLISECONDS);
    run = await api.readOnboarding(run);
  }
  return run;
};
