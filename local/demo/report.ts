import type { Onboarding } from './onboard.ts';
import type { Expectation } from './roster.ts';

/** How a row ended: as one of the ways a roster can expect, or as none of them. */
export interface Result {
  onboarding: Onboarding;
  /** Whether the mailbox holds an invitation for this person. */
  isInvited: boolean;
  outcome: Expectation | 'failed';
  why: string;
}

/** How a row ended, from its run and from whether the mailbox holds an invitation for it. */
export const resultOf = (onboarding: Onboarding, isInvited: boolean): Result => {
  const { run, parked, fault } = onboarding;
  const result = (outcome: Result['outcome'], why = ''): Result => ({ onboarding, isInvited, outcome, why });
  if (run === undefined) return result('failed', fault);
  if (run.status === 'failed') {
    return result('failed', `parked at ${run.failure?.step}: ${run.failure?.reason} ${run.failure?.remedy}`);
  }
  if (run.status !== 'done') return result('failed', `the run is still ${run.status}`);
  if (run.outcome === 'deactivated') {
    if (isInvited) return result('failed', 'deactivated, and yet there is an invitation');
    return result('deactivated', `no license was free: waits for ${run.waitingFor?.join(', ')}`);
  }
  if (!isInvited) {
    return onboarding.row.sections.profile.sendInvitation
      ? result('failed', 'active, but no invitation came')
      : result('active', 'no invitation was asked for');
  }
  if (parked !== undefined) return result('parked-then-invited', `${parked}; resumed with a correction`);
  return result('invited');
};

/** One aligned line: name, role by hand, location, outcome, how long, why. */
export const lineOf = ({ onboarding, outcome, why }: Result): string => {
  const { profile, permissions } = onboarding.row.sections;
  return [
    `${profile.firstName} ${profile.lastName}`.padEnd(28),
    (permissions.role ?? '(its folder’s)').padEnd(16),
    profile.location.padEnd(15),
    outcome.padEnd(20),
    `${(onboarding.milliseconds / 1000).toFixed(1)} s`.padStart(7),
    why === '' ? '' : `  ${why}`,
  ].join('');
};

export const isAsExpected = ({ onboarding, outcome }: Result): boolean => outcome === onboarding.row.expected;

/**
 * `onboarded`: runs that ended done. `invited`: people of the roster with an invitation in the mailbox. `deactivated`:
 * runs that ended with the member deactivated. `failed`: rows that ended otherwise than the roster expects.
 */
export const closingLine = (results: readonly Result[]): string => {
  const count = (holds: (result: Result) => boolean) => results.filter(holds).length;
  return [
    `onboarded ${count(({ onboarding }) => onboarding.run?.status === 'done')}`,
    `invited ${count(({ isInvited }) => isInvited)}`,
    `deactivated ${count(({ onboarding }) => onboarding.run?.outcome === 'deactivated')}`,
    `failed ${count((result) => !isAsExpected(result))}`,
  ].join(' · ');
};
