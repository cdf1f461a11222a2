import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { stepFunctionsWorkflow } from '../../../core/adapters/stepfunctions/workflow.ts';
import { newId } from '../../../core/domain/ids.ts';
import { newRun } from '../../ports/samples.ts';

const stepFunctions = mockClient(SFNClient);
const workflow = stepFunctionsWorkflow({
  ONBOARDING_STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:1:stateMachine:onboarding',
  HOME_REGION: 'us-east-1',
});
const run = newRun(newId('account'));

beforeEach(() => {
  stepFunctions.reset();
});

describe('starting an execution', () => {
  it('X-1 is named after run and attempt, and is given ids only', async () => {
    stepFunctions.on(StartExecutionCommand).resolves({});
    expect(await workflow.start({ ...run, attempt: 3 })).toBe('started');
    const { input } = stepFunctions.commandCalls(StartExecutionCommand)[0]?.args[0] ?? {};
    expect(input?.name).toBe(`${run.runId}-3`);
    expect(JSON.parse(input?.input ?? '')).toEqual({
      accountId: run.accountId,
      runId: run.runId,
      attempt: 3,
    });
  });

  it('keeps the name within what Step Functions takes', () => {
    expect(`${run.runId}-999999`.length).toBeLessThanOrEqual(80);
  });

  it('tells when it has been through', async () => {
    stepFunctions
      .on(StartExecutionCommand)
      .rejects(new ExecutionAlreadyExists({ message: 'exists', $metadata: {} }));
    expect(await workflow.start(run)).toBe('ended');
  });

  it('hides no other error', async () => {
    stepFunctions
      .on(StartExecutionCommand)
      .rejects(Object.assign(new Error('slow down'), { name: 'ThrottlingException' }));
    await expect(workflow.start(run)).rejects.toMatchObject({ name: 'ThrottlingException' });
  });
});
