import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { executionName } from '../../domain/run.ts';
import type { Workflow } from '../../usecases/ports.ts';

/** The onboarding state machine, in the home region. Its input is ids only: what it is given stands in its history. */
export const stepFunctionsWorkflow = (environment: {
  ONBOARDING_STATE_MACHINE_ARN: string;
  HOME_REGION: string;
}): Workflow => {
  const client = new SFNClient({ region: environment.HOME_REGION });
  return {
    async start({ accountId, runId, attempt }) {
      try {
        await client.send(
          new StartExecutionCommand({
            stateMachineArn: environment.ONBOARDING_STATE_MACHINE_ARN,
            name: executionName({ runId, attempt }),
            input: JSON.stringify({ accountId, runId, attempt }),
          }),
        );
        // Also the answer when the same execution is under way: name and input are equal.
        return 'started';
      } catch (error) {
        if (error instanceof ExecutionAlreadyExists) return 'ended';
        throw error;
      }
    },
  };
};
