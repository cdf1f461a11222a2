import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ExecutionDoesNotExist,
  GetExecutionHistoryCommand,
  InvalidExecutionInput,
  InvalidName,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StateMachineDoesNotExist,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, it, vi } from 'vitest';
import { clientOptions, MACHINE_ARN, useFixtureCloud } from './fixture/fixture.ts';

const cloud = useFixtureCloud();
const client = () => new SFNClient(clientOptions(cloud().endpoints.stepFunctions));

const start = async (name: string, input: object) => {
  const { executionArn = '' } = await client().send(
    new StartExecutionCommand({
      stateMachineArn: MACHINE_ARN,
      name,
      input: JSON.stringify({ run: name, ...input }),
    }),
  );
  return executionArn;
};
const describeExecution = (executionArn: string) =>
  client().send(new DescribeExecutionCommand({ executionArn }));
const ended = (executionArn: string) =>
  vi.waitFor(
    async () => {
      const execution = await describeExecution(executionArn);
      expect(execution.status).not.toBe('RUNNING');
      return execution;
    },
    { timeout: 20_000, interval: 50 },
  );
const item = async (pk: string, sk: string) => {
  const dynamodb = new DynamoDBClient(clientOptions(cloud().endpoints.dynamodb));
  const key = { pk: { S: pk }, sk: { S: sk } };
  return (await dynamodb.send(new GetItemCommand({ TableName: 'fixture', Key: key }))).Item;
};

it('runs the states in their order, each with the input of the execution', async () => {
  const arn = await start('straight', {});
  expect(arn).toBe(`${MACHINE_ARN.replace('stateMachine', 'execution')}:straight`);
  const execution = await ended(arn);
  expect(execution).toMatchObject({ status: 'SUCCEEDED', name: 'straight', stateMachineArn: MACHINE_ARN });
  expect(JSON.parse(execution.output ?? '')).toEqual({ run: 'straight' });
  expect(execution.stopDate?.getTime()).toBeGreaterThanOrEqual(execution.startDate?.getTime() ?? Infinity);
  expect(await item('straight', 'done#Third')).toMatchObject({ execution: { S: 'straight' } });

  const { events = [] } = await client().send(new GetExecutionHistoryCommand({ executionArn: arn }));
  expect(events.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    ...Array.from({ length: 3 }, () => ['TaskStateEntered', 'TaskStateExited']).flat(),
    'ExecutionSucceeded',
  ]);
  expect(events[1]).toMatchObject({
    id: 2,
    stateEnteredEventDetails: { name: 'First', input: '{"run":"straight"}' },
  });
});

it('tries again what may be tried again', async () => {
  await ended(await start('retried', { fail: { step: 'Second', error: 'Throttled', times: 2 } }));
  expect(await item('retried', 'Second')).toMatchObject({ calls: { N: '3' } });
  expect(await item('retried', 'done#Third')).toBeDefined();
});

it('gives up after the last try, and catches with the error, the cause and the input', async () => {
  const arn = await start('caught', { fail: { step: 'Second', error: 'Throttled' } });
  const execution = await ended(arn);
  expect(execution).toMatchObject({ status: 'FAILED', error: 'Throttled' });
  const { trace, ...cause } = JSON.parse(execution.cause ?? '');
  expect(cause).toEqual({ errorType: 'Throttled', errorMessage: 'Second was told to fail' });
  expect(trace[0]).toBe('Throttled: Second was told to fail');
  expect(await item('caught', 'Second')).toMatchObject({ calls: { N: '3' } });
  expect(await item('caught', 'Third')).toBeUndefined();
  const failure = JSON.parse((await item('caught', 'Park'))?.failure?.S ?? '');
  expect(failure).toEqual({ Error: 'Throttled', Cause: execution.cause });

  const { events = [] } = await client().send(
    new GetExecutionHistoryCommand({ executionArn: arn, reverseOrder: true }),
  );
  expect(events[0]).toMatchObject({
    type: 'ExecutionFailed',
    executionFailedEventDetails: { error: 'Throttled' },
  });
  expect(events.filter(({ type }) => type === 'TaskFailed')).toHaveLength(3);
});

it('catches a function that timed out as Sandbox.Timedout', async () => {
  const execution = await ended(await start('hanging', { hang: 'First' }));
  expect(execution).toMatchObject({
    status: 'FAILED',
    error: 'Sandbox.Timedout',
    cause: expect.stringContaining('Task timed out after 2.00 seconds'),
  });
});

it('takes a repeated start for the same one while it runs, and refuses any other', async () => {
  const arn = await start('twice', { slow: 600 });
  expect(await start('twice', { slow: 600 })).toBe(arn);
  await expect(start('twice', { slow: 1 })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  await ended(arn);
  await expect(start('twice', { slow: 600 })).rejects.toBeInstanceOf(ExecutionAlreadyExists);
  expect(await item('twice', 'First')).toMatchObject({ calls: { N: '1' } });
});

it('stops an execution, for good', async () => {
  const arn = await start('stopped', { slow: 800 });
  await client().send(new StopExecutionCommand({ executionArn: arn, error: 'Discarded', cause: 'by hand' }));
  expect(await describeExecution(arn)).toMatchObject({
    status: 'ABORTED',
    error: 'Discarded',
    cause: 'by hand',
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await describeExecution(arn)).toMatchObject({ status: 'ABORTED' });
  expect(await item('stopped', 'Second')).toBeUndefined();
});

it('lists executions, the newest first, by status and in pages', async () => {
  await ended(await start('listed', {}));
  const list = (input: object) =>
    client().send(new ListExecutionsCommand({ stateMachineArn: MACHINE_ARN, ...input }));
  const { executions = [] } = await list({ statusFilter: 'SUCCEEDED' });
  expect(executions[0]).toMatchObject({ name: 'listed', status: 'SUCCEEDED' });
  expect(new Set(executions.map(({ status }) => status))).toEqual(new Set(['SUCCEEDED']));
  const first = await list({ maxResults: 1 });
  const second = await list({ maxResults: 1, nextToken: first.nextToken });
  expect([first.executions?.length, second.executions?.length]).toEqual([1, 1]);
  expect(second.executions?.[0]?.name).not.toBe(first.executions?.[0]?.name);
});

it('refuses as Step Functions does', async () => {
  const send = (input: object) =>
    client().send(new StartExecutionCommand({ stateMachineArn: MACHINE_ARN, ...input }));
  await expect(send({ stateMachineArn: `${MACHINE_ARN}x` })).rejects.toBeInstanceOf(StateMachineDoesNotExist);
  await expect(send({ name: 'a b' })).rejects.toBeInstanceOf(InvalidName);
  await expect(send({ input: '{' })).rejects.toBeInstanceOf(InvalidExecutionInput);
  await expect(send({ input: `"${'x'.repeat(262_144)}"` })).rejects.toBeInstanceOf(InvalidExecutionInput);
  await expect(describeExecution(`${MACHINE_ARN}:none`)).rejects.toBeInstanceOf(ExecutionDoesNotExist);
});
