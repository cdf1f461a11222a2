import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
} from '@aws-sdk/client-sfn';
import type { Store } from '../core/adapters/dynamodb/store.ts';
import { executionName } from '../core/domain/run.ts';
import type { Cloud } from '../local/cloud.ts';
import { type Api, connect } from '../local/demo/api.ts';
import { makeAccount } from '../local/make-account.ts';
import { furnish } from './furnish.ts';
import { sampleRequest } from './sample-request.ts';

/** What a run takes on the embedded cloud: of each state the median in milliseconds, and the states it enters. */
export interface RunLatency {
  states: ReadonlyMap<string, number>;
  transitions: number;
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

const openAccount = async (cloud: Cloud, seats: number): Promise<{ accountId: string; api: Api }> => {
  const { accountId, accessToken } = await makeAccount(cloud, {
    account: {
      name: 'Bench',
      pools: [
        { kind: 'lmp', purchased: seats },
        { kind: 'dialer', purchased: seats },
        { kind: 'voip', purchased: seats },
      ],
    },
    administrator: {
      email: 'bench.administrator@example.com',
      loginId: 'bench.administrator',
      firstName: 'Ada',
      lastName: 'Bench',
      location: cloud.region,
    },
  });
  return { accountId, api: connect(cloud.apiUrl, accessToken) };
};

/** From the entry of each state to its exit, by the history's own times. */
const durationsOf = (events: readonly HistoryEvent[]): Map<string, number> => {
  const entered = new Map<string, number>();
  const durations = new Map<string, number>();
  for (const { timestamp, stateEnteredEventDetails, stateExitedEventDetails } of events) {
    const at = timestamp?.getTime() ?? 0;
    if (stateEnteredEventDetails?.name) entered.set(stateEnteredEventDetails.name, at);
    const name = stateExitedEventDetails?.name;
    if (name) durations.set(name, at - (entered.get(name) ?? at));
  }
  return durations;
};

const historyOf = async (client: SFNClient, executionArn: string): Promise<readonly HistoryEvent[]> => {
  let status: string | undefined = 'RUNNING';
  while (status === 'RUNNING') {
    await sleep(50);
    ({ status } = await client.send(new DescribeExecutionCommand({ executionArn })));
  }
  const { events = [] } = await client.send(
    new GetExecutionHistoryCommand({ executionArn, maxResults: 1000 }),
  );
  return events;
};

/** Onboards people one after another through the public API, every section given, and reads how long each state took. */
export const measureRunLatency = async (cloud: Cloud, store: Store, runs = 20): Promise<RunLatency> => {
  const { accountId, api } = await openAccount(cloud, runs + 2);
  await furnish(store, accountId, sampleRequest(0));
  const client = new SFNClient({
    endpoint: cloud.endpoints.stepFunctions,
    region: cloud.region,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
  });
  const measured: Map<string, number>[] = [];
  // The first run starts every function; what a warm one takes is the figure.
  for (let n = 0; n <= runs; n += 1) {
    const run = await api.startOnboarding(accountId, sampleRequest(n, cloud.region));
    const [machine = ''] = cloud.stateMachineArns;
    const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${executionName(run)}`;
    const durations = durationsOf(await historyOf(client, executionArn));
    if (n > 0) measured.push(durations);
  }
  client.destroy();
  const names = [...(measured[0]?.keys() ?? [])];
  return {
    states: new Map(names.map((name) => [name, median(measured.map((run) => run.get(name) ?? 0))])),
    transitions: names.length,
  };
};
