import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DynamoDBClient, QueryCommand } from '@aws-sdk/client-dynamodb';
import { DescribeExecutionCommand, GetExecutionHistoryCommand, SFNClient } from '@aws-sdk/client-sfn';
import { expect, it, onTestFinished, vi } from 'vitest';
import { startCloud } from '../../../local/cloud.ts';
import { readMails } from '../../../local/ses/read-mails.ts';
import { clientOptions, fixtureAssembly, MACHINE_ARN, PROBE, temporaryDirectory } from './fixture/fixture.ts';

const EXECUTION_ARN = `${MACHINE_ARN.replace('stateMachine', 'execution')}:cut-off`;

/** Starts a cloud in a process of its own, and an execution in it; that process then kills itself in the middle. */
const runUntilKilled = async (dataDirectory: string) => {
  const child = fork(join(import.meta.dirname, 'fixture/killed-cloud.ts'), [
    await fixtureAssembly(),
    dataDirectory,
    'Second',
  ]);
  const [, signal] = await once(child, 'exit');
  return signal;
};

it('an execution cut off by kill -9 runs again from its start when the cloud is started again', async () => {
  const dataDirectory = temporaryDirectory();
  expect(await runUntilKilled(dataDirectory)).toBe('SIGKILL');

  const told: string[] = [];
  const cloud = await startCloud({
    assembly: await fixtureAssembly(),
    dataDirectory,
    log: (line) => told.push(line),
  });
  onTestFinished(cloud.stop);
  expect(told).toContain('resuming 1 execution that was cut off');
  const sfn = new SFNClient(clientOptions(cloud.endpoints.stepFunctions));
  await vi.waitFor(
    async () => {
      const execution = await sfn.send(new DescribeExecutionCommand({ executionArn: EXECUTION_ARN }));
      expect(execution.status).toBe('SUCCEEDED');
    },
    { timeout: 15_000, interval: 100 },
  );

  const dynamodb = new DynamoDBClient(clientOptions(cloud.endpoints.dynamodb));
  const { Items = [] } = await dynamodb.send(
    new QueryCommand({
      TableName: 'fixture',
      KeyConditionExpression: 'pk = :run',
      ExpressionAttributeValues: { ':run': { S: 'cut-off' } },
    }),
  );
  const calls = Object.fromEntries(Items.map(({ sk, calls: count }) => [sk?.S, count?.N]));
  // What the first process had written is still there: its call of First counts.
  expect(calls).toMatchObject({ First: '2', Second: '1', Third: '1' });

  const { events = [] } = await sfn.send(new GetExecutionHistoryCommand({ executionArn: EXECUTION_ARN }));
  expect(events.filter(({ type }) => type === 'ExecutionStarted')).toHaveLength(1);
  expect((await readMails(cloud.mailboxUrl)).map(({ destination }) => destination.to)).toEqual([
    ['a@b.example'],
  ]);
});

it('an execution cut off by a stop stays as it is until the next start', async () => {
  const dataDirectory = temporaryDirectory();
  const assembly = await fixtureAssembly();
  const entered = Promise.withResolvers<void>();
  const first = await startCloud({
    assembly,
    dataDirectory,
    hooks: {
      onState: (state, moment) => (state === 'Second' && moment === 'exited' ? entered.resolve() : undefined),
    },
  });
  await first.invoke(PROBE, { do: 'start', name: 'cut-off', input: { run: 'cut-off', slow: 200 } });
  await entered.promise;
  await first.stop();

  const second = await startCloud({ assembly, dataDirectory });
  onTestFinished(second.kill);
  const sfn = new SFNClient(clientOptions(second.endpoints.stepFunctions));
  await vi.waitFor(
    async () => {
      const execution = await sfn.send(new DescribeExecutionCommand({ executionArn: EXECUTION_ARN }));
      expect(execution.status).toBe('SUCCEEDED');
    },
    { timeout: 15_000, interval: 100 },
  );
});
