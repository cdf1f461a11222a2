import { describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../../local/lambda/environment.ts';
import { readDefinition } from '../../../local/stepfunctions/definition.ts';
import { hostStepFunctions } from '../../../local/stepfunctions/service.ts';
import { openExecutionStore } from '../../../local/stepfunctions/store.ts';

const ARN = 'arn:aws:states:eu-west-1:000000000000:stateMachine:test';
const FUNCTION = 'arn:aws:lambda:eu-west-1:000000000000:function:work';

const returns = (value: unknown): Outcome => ({ ok: true, payload: JSON.stringify(value) });

/** Runs a definition with functions that are plain functions here. */
const runMachine = async (
  definition: object,
  input: unknown,
  run: (functionArn: string, event: string) => Promise<Outcome>,
  onState = vi.fn(),
) => {
  const store = openExecutionStore('memory');
  const machine = { arn: ARN, name: 'test', definition: readDefinition(JSON.stringify(definition)) };
  const service = hostStepFunctions([machine], { store, run, onState });
  const { arn } = service.start(ARN, 'one', JSON.stringify(input));
  return vi.waitFor(() => {
    const execution = service.find(arn);
    expect(execution.status).not.toBe('RUNNING');
    return { execution, history: store.history(arn) };
  }, 10_000);
};
const single = (state: object) => ({
  StartAt: 'Only',
  States: { Only: { Type: 'Task', End: true, ...state } },
});

describe('a task', () => {
  it('calls a function by its ARN with its input, and its output is what that returns', async () => {
    const run = vi.fn(async () => returns({ b: 2 }));
    const { execution } = await runMachine(single({ Resource: FUNCTION }), { a: 1 }, run);
    expect(run).toHaveBeenCalledExactlyOnceWith(FUNCTION, '{"a":1}');
    expect(execution).toMatchObject({ status: 'SUCCEEDED', output: '{"b":2}' });
  });

  it('calls it with its Parameters, which know execution, machine and state from the context', async () => {
    const run = vi.fn(async (_: string, event: string) => returns(JSON.parse(event)));
    const Parameters = {
      'id.$': '$$.Execution.Id',
      'name.$': '$$.Execution.Name',
      'machine.$': '$$.StateMachine.Name',
      'state.$': '$$.State.Name',
      'all.$': '$',
    };
    const { execution } = await runMachine(single({ Resource: FUNCTION, Parameters }), { a: 1 }, run);
    expect(JSON.parse(execution.output ?? '')).toEqual({
      id: `${ARN.replace('stateMachine', 'execution')}:one`,
      name: 'one',
      machine: 'test',
      state: 'Only',
      all: { a: 1 },
    });
  });

  it.each([
    ['$', '{"b":2}'],
    ['$.at.this', '{"a":1,"at":{"this":{"b":2}}}'],
    [null, '{"a":1}'],
  ])('puts its result at %s', async (ResultPath, output) => {
    const { execution } = await runMachine(single({ Resource: FUNCTION, ResultPath }), { a: 1 }, async () =>
      returns({ b: 2 }),
    );
    expect(execution.output).toBe(output);
  });

  it('that takes longer than TimeoutSeconds fails with States.Timeout, which States.TaskFailed is not', async () => {
    const definition = single({
      Resource: FUNCTION,
      TimeoutSeconds: 1,
      Retry: [{ ErrorEquals: ['States.TaskFailed'] }],
    });
    const run = vi.fn(() => new Promise<Outcome>(() => {}));
    const { execution } = await runMachine(definition, {}, run);
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.Timeout' });
    expect(run).toHaveBeenCalledOnce();
  });

  it('that returns more than 256 KB fails with States.DataLimitExceeded', async () => {
    const { execution } = await runMachine(single({ Resource: FUNCTION }), {}, async () =>
      returns('x'.repeat(262_144)),
    );
    expect(execution).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });

  it('waits longer from try to try, up to MaxDelaySeconds', async () => {
    const times: number[] = [];
    const retry = {
      ErrorEquals: ['Busy'],
      IntervalSeconds: 1,
      BackoffRate: 9,
      MaxDelaySeconds: 1,
      MaxAttempts: 2,
    };
    await runMachine(single({ Resource: FUNCTION, Retry: [retry] }), {}, async () => {
      times.push(Date.now());
      return { ok: false, error: { errorType: 'Busy', errorMessage: 'busy' } };
    });
    const [first = 0, second = 0, third = 0] = times;
    expect(times).toHaveLength(3);
    for (const pause of [second - first, third - second]) {
      expect(pause).toBeGreaterThan(950);
      expect(pause).toBeLessThan(2_000);
    }
  });

  it('with full jitter waits at most the interval', async () => {
    const retry = { ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 1, JitterStrategy: 'FULL' };
    const before = Date.now();
    const run = vi.fn(
      async (): Promise<Outcome> => ({ ok: false, error: { errorType: 'Busy', errorMessage: '' } }),
    );
    await runMachine(single({ Resource: FUNCTION, Retry: [retry] }), {}, run);
    expect(run).toHaveBeenCalledTimes(2);
    expect(Date.now() - before).toBeLessThan(1_800);
  });

  it('tells when it is entered and when it is left', async () => {
    const onState = vi.fn();
    await runMachine(single({ Resource: FUNCTION }), {}, async () => returns(1), onState);
    expect(onState.mock.calls).toEqual([
      ['Only', 'entered', 'one'],
      ['Only', 'exited', 'one'],
    ]);
  });
});

describe('a whole machine', () => {
  it('chooses, passes and succeeds', async () => {
    const definition = {
      StartAt: 'Which',
      States: {
        Which: {
          Type: 'Choice',
          Choices: [{ Variable: '$.n', NumericGreaterThan: 1, Next: 'Big' }],
          Default: 'Done',
        },
        Big: { Type: 'Pass', Result: 'big', ResultPath: '$.size', Next: 'Done' },
        Done: { Type: 'Succeed' },
      },
    };
    const { execution, history } = await runMachine(definition, { n: 2 }, async () => returns(0));
    expect(execution.output).toBe('{"n":2,"size":"big"}');
    expect(history.map(({ type }) => type)).toContain('ChoiceStateEntered');
  });

  it('that takes longer than its TimeoutSeconds is TIMED_OUT', async () => {
    const definition = { ...single({ Resource: FUNCTION }), TimeoutSeconds: 1 };
    const { execution } = await runMachine(definition, {}, () => new Promise(() => {}));
    expect(execution).toMatchObject({ status: 'TIMED_OUT' });
  });

  it.each([
    ['JSONata', { QueryLanguage: 'JSONata' }],
    ['a variable', { Assign: { a: 1 } }],
    ['lambda:invoke', { Resource: 'arn:aws:states:::lambda:invoke' }],
    ['a callback', { Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken' }],
    ['another service', { Resource: 'arn:aws:states:::sqs:sendMessage' }],
    ['a heartbeat', { HeartbeatSeconds: 5 }],
    ['a map', { Type: 'Map' }],
    ['the count of tries', { Parameters: { 'tries.$': '$$.State.RetryCount' } }],
  ])('that needs what is not here is refused: %s', (_, state) => {
    const definition = JSON.stringify(single({ Resource: FUNCTION, ...state }));
    expect(() => readDefinition(definition)).toThrow(/is not hosted by the embedded cloud/);
  });

  it('that is not valid is refused', () => {
    const definition = readDefinition(
      JSON.stringify(single({ Resource: FUNCTION, End: undefined, Next: 'Nowhere' })),
    );
    const surroundings = { store: openExecutionStore('memory'), run: vi.fn(), onState: () => {} };
    expect(() => hostStepFunctions([{ arn: ARN, name: 'test', definition }], surroundings)).toThrow(
      /Nowhere/,
    );
  });
});
