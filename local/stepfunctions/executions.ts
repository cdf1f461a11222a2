import {
  ExecutionAbortedError,
  ExecutionTimeoutError,
  StateMachine,
  type StateMachineDefinition,
} from 'aws-local-stepfunctions';
import * as z from 'zod';
import type { Outcome } from '../lambda/environment.ts';
import type { Definition } from './definition.ts';
import type { End, Execution, ExecutionStore, NewEvent } from './store.ts';

/** Called when a task state is entered (before its function runs) and exited (after it succeeded). Awaited. */
export type OnState = (
  stateName: string,
  moment: 'entered' | 'exited',
  execution: string,
) => void | Promise<void>;

export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly definition: Definition;
}

export interface Surroundings {
  readonly store: ExecutionStore;
  readonly run: (functionArn: string, event: string) => Promise<Outcome>;
  readonly onState: OnState;
}

export interface RunningExecution {
  readonly abort: (error: string | undefined, cause: string | undefined) => void;
  /** Stops following it, and leaves it RUNNING in the store. */
  readonly abandon: () => void;
  readonly ended: Promise<void>;
}

/** The limit for a state's input and output, in bytes. */
export const DATA_LIMIT_BYTES = 262_144;

const jsonSchema = z.json();
type Json = z.infer<typeof jsonSchema>;

/** An error a task fails with: `name` is what Retry and Catch look at, the message is what they hand on as the cause. */
const taskError = (name: string, cause: string): Error => Object.assign(new Error(cause), { name });

const callFunction = async (
  state: Definition['States'][string],
  input: unknown,
  { run }: Surroundings,
): Promise<Json> => {
  const outcome = await run(state.Resource ?? '', JSON.stringify(input));
  if (!outcome.ok) throw taskError(outcome.error.errorType, JSON.stringify(outcome.error));
  if (Buffer.byteLength(outcome.payload) > DATA_LIMIT_BYTES) {
    throw taskError(
      'States.DataLimitExceeded',
      `the function answered with more than ${DATA_LIMIT_BYTES} bytes`,
    );
  }
  return jsonSchema.parse(JSON.parse(outcome.payload));
};

type EngineEvent =
  ReturnType<StateMachine['run']>['eventLogs'] extends AsyncGenerator<infer Event> ? Event : never;

const text = (value: unknown): string => JSON.stringify(value) ?? 'null';
const causeText = (cause: unknown): string => (typeof cause === 'string' ? cause : text(cause));

/** The engine's account of what happened, in the words of GetExecutionHistory. */
const toHistory = (event: EngineEvent): NewEvent | undefined => {
  const atMilliseconds = event.timestamp;
  switch (event.type) {
    case 'StateEntered':
      return {
        type: `${event.state.type}StateEntered`,
        atMilliseconds,
        state: event.state.name,
        input: text(event.state.input),
      };
    case 'StateExited':
      return {
        type: `${event.state.type}StateExited`,
        atMilliseconds,
        state: event.state.name,
        output: text(event.state.output),
      };
    case 'StateFailed':
      // A Fail state has no failure event of its own on AWS: the execution's says it all.
      if (event.state.type !== 'Task') return undefined;
      return {
        type: 'TaskFailed',
        atMilliseconds,
        state: event.state.name,
        error: event.Error,
        cause: causeText(event.Cause),
      };
    default:
      return undefined;
  }
};

const failure = (thrown: unknown): End => {
  if (thrown instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT' };
  if (thrown instanceof ExecutionAbortedError) return { status: 'ABORTED' };
  const error = thrown instanceof Error && thrown.cause instanceof Error ? thrown.cause : thrown;
  return error instanceof Error
    ? { status: 'FAILED', error: error.name, cause: error.message }
    : { status: 'FAILED', error: 'States.Runtime', cause: String(error) };
};

const ENDING_EVENTS = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
  ABORTED: 'ExecutionAborted',
} as const satisfies Record<End['status'], string>;

/** Whether the engine can run it is for its own validation to say, when the machine is made. */
const isEngineDefinition = (definition: Definition): definition is Definition & StateMachineDefinition =>
  Object.hasOwn(definition.States, definition.StartAt);

export const createEngine = (definition: Definition): StateMachine => {
  if (!isEngineDefinition(definition)) throw new Error(`there is no state ${definition.StartAt} to start at`);
  return new StateMachine(definition, { validationOptions: { checkArn: false } });
};

/** Runs an execution from its first state to its end, and keeps its status and history in the store. */
export const runExecution = (
  engine: StateMachine,
  machine: Machine,
  { arn, name, input, startedAtMilliseconds }: Execution,
  surroundings: Surroundings,
): RunningExecution => {
  const { store, onState } = surroundings;
  let followed = true;
  let asked: { error?: string; cause?: string } = {};

  const task = (stateName: string, state: Definition['States'][string]) => async (taskInput: unknown) => {
    // After an abort the engine may still come back from a pause between two tries.
    if (!followed) throw taskError('States.Runtime', 'the execution has been stopped');
    await onState(stateName, 'entered', name);
    const result = await callFunction(state, taskInput, surroundings);
    await onState(stateName, 'exited', name);
    return result;
  };
  const tasks = Object.entries(machine.definition.States).filter(([, { Type }]) => Type === 'Task');

  store.addEvent(arn, { type: 'ExecutionStarted', input });
  const { result, eventLogs, abort } = engine.run(JSON.parse(input), {
    overrides: {
      taskResourceLocalHandlers: Object.fromEntries(
        tasks.map(([stateName, state]) => [stateName, task(stateName, state)]),
      ),
    },
    context: {
      Execution: { Id: arn, Name: name, StartTime: new Date(startedAtMilliseconds).toISOString() },
      StateMachine: { Id: machine.arn, Name: machine.name },
    },
  });

  const follow = async (): Promise<void> => {
    for await (const event of eventLogs) {
      const entry = toHistory(event);
      if (followed && entry !== undefined) store.addEvent(arn, entry);
    }
  };
  const outcome = result.then((output): End => ({ status: 'SUCCEEDED', output: text(output) }), failure);
  const ended = Promise.all([outcome, follow()]).then(([end]) => {
    if (!followed) return;
    followed = false;
    const told = end.status === 'ABORTED' ? { ...end, ...asked } : end;
    const { status, ...details } = told;
    store.addEvent(arn, { type: ENDING_EVENTS[status], ...details });
    store.end(arn, told);
  });
  return {
    abort: (error, cause) => {
      asked = { ...(error && { error }), ...(cause && { cause }) };
      abort();
    },
    abandon: () => {
      followed = false;
      abort();
    },
    ended,
  };
};
