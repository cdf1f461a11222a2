/** What the state machine is made of: the infrastructure may look at the contract only, so the names pass through here. */
export { WORK_STATES, type WorkState } from '../domain/steps.ts';

/**
 * Errors of ours that pass by themselves: a step that throws one is tried again, with growing pauses. Any other error
 * of ours stands until somebody acts, so it parks the run at once.
 */
export const TRANSIENT_ERRORS = ['busy', 'transient'] as const;
