import { keysOf } from './keys-of.ts';
import type { WorkState } from './steps.ts';

/**
 * Why a run is parked, in words a person understands, with what to do about it. Keyed by the stable names that steps
 * throw; any other error a state machine can meet counts as `interrupted`.
 */
export const FAILURES = {
  'no-free-seat': {
    reason:
      'No license of a kind this user needs is free, and the account refuses users it has no license for.',
    remedy: 'Buy a seat or free one, then resume; or resume with other licenses.',
  },
  'license-not-in-plan': {
    reason: "The account's plan has no licenses of a kind this user needs.",
    remedy: 'Resume with licenses the plan has, or add the kind to the plan.',
  },
  'identity-refused': {
    reason: 'The sign-in service refuses the email address.',
    remedy: 'Discard the run, and onboard the user again with another address.',
  },
  'mail-not-sent': {
    reason: 'The invitation could not be sent: the mail service does not take mail from this deployment.',
    remedy: 'Tell the operator. Once mail is sent again, resume.',
  },
  'asset-gone': {
    reason:
      'Something that the request names, such as a queue, a schedule or a number, has been archived or deleted.',
    remedy: 'Resume with the section corrected; or restore what has been archived, then resume.',
  },
  busy: {
    reason: 'The store or the sign-in service was too busy, again and again.',
    remedy: 'Resume.',
  },
  interrupted: {
    reason: 'The step ended unexpectedly.',
    remedy: 'Resume. If it fails again, give the operator this run’s id.',
  },
} as const;

export type FailureCode = keyof typeof FAILURES;

export const FAILURE_CODES = keysOf(FAILURES);

export const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(FAILURES, code);

/** A run's failure as it is stored: the words are looked up when shown. */
export interface Failure {
  step: WorkState;
  code: FailureCode;
  /** What exactly: the domain error's own message, free of personal data. */
  detail: string;
}
