import type { Remedy } from '../remedy.ts';

/** One thing that is wrong with a request: where (JSON Pointer into the body, or a parameter) and what. */
export interface Fault {
  pointer: string;
  detail: string;
}

/**
 * What can go wrong by the rules of Rollcall. `code` is stable: it becomes the problem type of a response, or the
 * error name of a step. A message never holds personal data, since it ends up in execution histories.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  /** The parts of the request that are to blame, if any. */
  readonly faults: readonly Fault[];
  /** What would mend it, if there are calls that do. */
  readonly remedies: readonly Remedy[] = [];

  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.faults = faults;
  }
}
