import { StateMachine } from 'aws-local-stepfunctions';
import { describe, expect, it } from 'vitest';
import { STEPS } from '../../core/domain/steps.ts';
import { FUNCTIONS } from '../../lib/functions.ts';
import { flat, onlyOne, resourcesOf, synthesized } from './synthesized.ts';

interface State {
  Type: string;
  Resource?: string;
  Parameters?: unknown;
  Next?: string;
  End?: boolean;
  ResultPath?: string | null;
  TimeoutSeconds?: number;
  Retry?: {
    ErrorEquals: string[];
    IntervalSeconds: number;
    BackoffRate: number;
    MaxAttempts: number;
    JitterStrategy: string;
    MaxDelaySeconds: number;
  }[];
  Catch?: { ErrorEquals: string[]; ResultPath: string; Next: string }[];
}

const { directory } = synthesized;
const machine = onlyOne(directory, 'AWS::StepFunctions::StateMachine');
const definition = JSON.parse(flat(machine.Properties.DefinitionString)) as {
  StartAt: string;
  States: Record<string, State>;
  QueryLanguage: string;
  TimeoutSeconds: number;
};
const stateOf = (name: string): State => {
  const state = definition.States[name];
  if (state === undefined) throw new Error(`There is no state ${name}`);
  return state;
};

const goodPath = (): string[] => {
  const names: string[] = [];
  for (let name: string | undefined = definition.StartAt; name !== undefined; name = stateOf(name).Next) {
    names.push(name);
  }
  return names;
};
const WORK = [
  'CreateProfile',
  'AssignLicenses',
  'UpdateEmployeeProfile',
  'SetPermissions',
  'SetMessaging',
  'SetDialingRules',
  'RestrictAccess',
  'AssignWork',
  'Activate',
];

describe('the onboarding workflow', () => {
  it('is a Standard machine in JSONPath with its fixed name', () => {
    expect(machine.Properties).toMatchObject({
      StateMachineName: 'rollcall-dev-onboarding',
      StateMachineType: 'STANDARD',
    });
    expect(definition.QueryLanguage).toBe('JSONPath');
  });

  it('A-27 takes the eight steps A-1…A-8 in the order of the catalogue, then activates, and ends', () => {
    expect(goodPath()).toEqual(WORK);
    expect(goodPath().slice(0, 8)).toEqual(STEPS.map(({ name }) => name));
    expect(stateOf('Activate').End).toBe(true);
  });

  it('costs at most eleven transitions when all goes well', () => {
    expect(goodPath().length + 1).toBeLessThanOrEqual(11);
  });

  it('has no state that nothing leads to', () => {
    expect(Object.keys(definition.States).toSorted()).toEqual([...WORK, 'ParkRun', 'Parked'].toSorted());
  });

  it.each(WORK)('%s runs the function of that step', (name) => {
    const functions = resourcesOf(directory, 'AWS::Lambda::Function');
    const logicalId = /^\$\{(.+)\.Arn\}$/.exec(stateOf(name).Resource ?? '')?.[1] ?? '';
    const kebab = name.replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
    expect(functions[logicalId]?.Properties.FunctionName).toBe(`rollcall-dev-${kebab}`);
  });

  it.each(WORK)('%s hands on the ids it got, and nothing of what its function answers', (name) => {
    expect(stateOf(name)).toMatchObject({ Type: 'Task', ResultPath: null });
    expect(stateOf(name).Parameters).toBeUndefined();
  });

  it.each(WORK)('%s parks the run on any error, in a place that tells the state', (name) => {
    expect(stateOf(name).Catch).toEqual([
      { ErrorEquals: ['States.ALL'], ResultPath: `$.failures.${name}`, Next: 'ParkRun' },
    ]);
  });

  it.each(WORK)('%s tries transient errors again, with jitter, and no others', (name) => {
    const [retry, ...more] = stateOf(name).Retry ?? [];
    expect(more).toEqual([]);
    expect(retry).toMatchObject({ MaxAttempts: 6, JitterStrategy: 'FULL', MaxDelaySeconds: 30 });
    expect(retry?.ErrorEquals).toEqual(
      expect.arrayContaining([
        'busy',
        'transient',
        'Lambda.TooManyRequestsException',
        'Lambda.Unknown',
        'Sandbox.Timedout',
        'Runtime.ExitError',
        'States.Timeout',
      ]),
    );
    expect(retry?.ErrorEquals).not.toContain('States.ALL');
    expect(retry?.ErrorEquals).not.toContain('States.TaskFailed');
  });

  it.each(WORK)('%s pauses for 61 seconds at most, all tries together', (name) => {
    const pauses = (stateOf(name).Retry ?? []).flatMap((retry) =>
      Array.from({ length: retry.MaxAttempts }, (_, tried) =>
        Math.min(retry.IntervalSeconds * retry.BackoffRate ** tried, retry.MaxDelaySeconds),
      ),
    );
    expect(pauses).toEqual([1, 2, 4, 8, 16, 30]);
  });

  it('X-1 rings for executions that failed, timed out or were stopped', () => {
    const alarm = Object.values(resourcesOf(directory, 'AWS::CloudWatch::Alarm')).find(
      ({ Properties }) => Properties.AlarmName === 'rollcall-dev-parked-runs',
    );
    expect(alarm?.Properties).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', Threshold: 0 });
    const metric = (Id: string, MetricName: string) => ({
      Id,
      MetricStat: {
        Metric: {
          Namespace: 'AWS/States',
          MetricName,
          Dimensions: [
            { Name: 'StateMachineArn', Value: { Ref: expect.stringMatching(/^OnboardingWorkflow/) } },
          ],
        },
        Period: 300,
        Stat: 'Sum',
      },
      ReturnData: false,
    });
    expect(alarm?.Properties.Metrics).toEqual([
      {
        Id: 'expr_1',
        Expression: 'FILL(failed, 0) + FILL(timedOut, 0) + FILL(aborted, 0)',
        Label: 'Executions that did not succeed',
        ReturnData: true,
      },
      metric('failed', 'ExecutionsFailed'),
      metric('timedOut', 'ExecutionsTimedOut'),
      metric('aborted', 'ExecutionsAborted'),
    ]);
  });

  it('waits for a function longer than the function may take', () => {
    const longest = Math.max(...Object.values(FUNCTIONS).map(({ timeoutSeconds = 15 }) => timeoutSeconds));
    for (const name of [...WORK, 'ParkRun']) expect(stateOf(name).TimeoutSeconds).toBeGreaterThan(longest);
  });

  it('lives longer than all tries of all states can take', () => {
    const tries = 1 + 6;
    const worst = (WORK.length + 1) * tries * (70 + 30);
    expect(definition.TimeoutSeconds).toBeGreaterThan(worst);
  });

  it('keeps execution data out of its log, and is traced', () => {
    expect(machine.Properties.LoggingConfiguration).toMatchObject({
      IncludeExecutionData: false,
      Level: 'ALL',
    });
    expect(machine.Properties.TracingConfiguration).toEqual({ Enabled: true });
  });
});

describe('an execution', () => {
  const INPUT = { accountId: 'acc_1', runId: 'run_1', attempt: 1 };
  /** Runs the definition as it stands; each function notes what it gets, and answers a secret or fails. */
  const execute = async (failing?: string) => {
    const calls: [state: string, input: unknown][] = [];
    const handlers = Object.fromEntries(
      [...WORK, 'ParkRun'].map((name) => [
        name,
        async (input: unknown) => {
          calls.push([name, structuredClone(input)]);
          if (name === failing) throw Object.assign(new Error('No free license.'), { name: 'no-free-seat' });
          return { secret: 'of this step' };
        },
      ]),
    );
    const { result } = new StateMachine(definition as never, {}).run(INPUT, {
      overrides: { taskResourceLocalHandlers: handlers },
    });
    const ended = await result.then(
      () => 'succeeded',
      () => 'failed',
    );
    return { calls, ended };
  };

  it('A-27 calls every step once with the ids alone', async () => {
    const { calls, ended } = await execute();
    expect(ended).toBe('succeeded');
    expect(calls).toEqual(WORK.map((name) => [name, INPUT]));
  });

  it.each(WORK)('X-1 that fails at %s stops there, and ParkRun learns where and why', async (name) => {
    const { calls, ended } = await execute(name);
    expect(ended).toBe('failed');
    expect(calls.map(([state]) => state)).toEqual([...WORK.slice(0, WORK.indexOf(name) + 1), 'ParkRun']);
    expect(calls.at(-1)?.[1]).toEqual({
      ...INPUT,
      failures: { [name]: { Error: 'no-free-seat', Cause: 'No free license.' } },
    });
  });
});
