import type { AttemptRef, Ports } from './ports.ts';

/**
 * Starts the execution of a run that is already stored. When that fails the request has been accepted all the same:
 * the sweeper finds the run and starts it.
 */
export const startExecution =
  ({ workflow, log }: Pick<Ports, 'workflow' | 'log'>) =>
  async ({ accountId, runId, attempt }: AttemptRef): Promise<void> => {
    try {
      await workflow.start({ accountId, runId, attempt });
      log('RUN_STARTED', { accountId, runId, attempt });
    } catch (error) {
      const reason = error instanceof Error ? error.name : 'unknown';
      log('RUN_START_LEFT_TO_SWEEPER', { accountId, runId, attempt, reason });
    }
  };
