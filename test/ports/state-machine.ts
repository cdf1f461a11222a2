import { DomainError } from '../../core/domain/errors.ts';
import { type Failure, isFailureCode } from '../../core/domain/failures.ts';
import { WORK_STATES, type WorkState } from '../../core/domain/steps.ts';
import { activateMember } from '../../core/usecases/activate-member.ts';
import { assignLicenses } from '../../core/usecases/assign-licenses.ts';
import { assignWork } from '../../core/usecases/assign-work.ts';
import { createProfile } from '../../core/usecases/create-profile.ts';
import { parkRun } from '../../core/usecases/park-run.ts';
import type { AttemptRef, Ports } from '../../core/usecases/ports.ts';
import { recordSection } from '../../core/usecases/record-section.ts';

const CONSOLE_URL = 'https://console.example.com';

/** What is done in each state, as the functions of the state machine have it. */
const WORK: Record<WorkState, (ports: Ports) => (ref: AttemptRef) => Promise<void>> = {
  CreateProfile: createProfile,
  AssignLicenses: assignLicenses,
  UpdateEmployeeProfile: recordSection('employee'),
  SetPermissions: recordSection('permissions'),
  SetMessaging: recordSection('messaging'),
  SetDialingRules: recordSection('dialing'),
  RestrictAccess: recordSection('access'),
  AssignWork: assignWork,
  Activate: (ports) => activateMember(ports, CONSOLE_URL),
};

/** A process that dies, at a call of a port. */
export class Crash extends Error {}

export const takeState = (ports: Ports, state: WorkState, ref: AttemptRef): Promise<void> =>
  WORK[state](ports)(ref);

/** Takes a run through its states up to one of them; an error is thrown where it happens. */
export const takeUpTo = async (ports: Ports, last: WorkState, ref: AttemptRef): Promise<void> => {
  for (const state of WORK_STATES.slice(0, WORK_STATES.indexOf(last) + 1)) await takeState(ports, state, ref);
};

const failureAt = (step: WorkState, error: unknown): Failure => {
  if (error instanceof DomainError && isFailureCode(error.code)) {
    return { step, code: error.code, detail: error.message };
  }
  return { step, code: 'interrupted', detail: '' };
};

/**
 * Takes a run through all its states, as an execution does: what a state throws parks the run there. Answers the state
 * that failed. Parking is done by other ports than the work if told, since a crashed process parks nothing itself.
 */
export const execute = async (
  ports: Ports,
  ref: AttemptRef,
  parking: Ports = ports,
): Promise<WorkState | undefined> => {
  for (const state of WORK_STATES) {
    try {
      await takeState(ports, state, ref);
    } catch (error) {
      await parkRun(parking)(ref, failureAt(state, error), { by: 'state-machine', requestId: 'req' });
      return state;
    }
  }
  return undefined;
};
