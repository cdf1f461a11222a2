import type { StateMachine } from 'aws-local-stepfunctions';
import {
  createEngine,
  DATA_LIMIT_BYTES,
  type Machine,
  type RunningExecution,
  runExecution,
  type Surroundings,
} from './executions.ts';
import type { Execution } from './store.ts';

/** A refusal of the Step Functions API: `name` is the error's name there. */
export class StepFunctionsError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

export interface StepFunctions {
  readonly start: (machineArn: string, name: string, input: string) => Execution;
  readonly find: (executionArn: string) => Execution;
  readonly stop: (executionArn: string, error?: string, cause?: string) => Promise<Execution>;
  readonly machine: (machineArn: string) => Machine;
  /** Runs again, from their start, the executions that were under way when the process ended last. */
  readonly recover: () => number;
  /** Stops following all of them; the next process recovers them. */
  readonly end: () => void;
}

const NAME = /^[^\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]{1,80}$/u;

const isJson = (input: string): boolean => {
  try {
    JSON.parse(input);
    return true;
  } catch {
    return false;
  }
};

const sameJson = (left: string, right: string): boolean =>
  JSON.stringify(JSON.parse(left)) === JSON.stringify(JSON.parse(right));

/** `…:stateMachine:onboarding` and `a` → `…:execution:onboarding:a` */
const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(':stateMachine:', ':execution:')}:${name}`;

export const hostStepFunctions = (
  machines: readonly Machine[],
  surroundings: Surroundings,
): StepFunctions => {
  const { store } = surroundings;
  const hosted = new Map(
    machines.map((machine): [string, { machine: Machine; engine: StateMachine }] => [
      machine.arn,
      { machine, engine: createEngine(machine.definition) },
    ]),
  );
  const running = new Map<string, RunningExecution>();

  const follow = (execution: Execution): void => {
    const { engine, machine } = hosted.get(execution.machineArn) ?? {};
    if (engine === undefined || machine === undefined) return;
    const started = runExecution(engine, machine, execution, surroundings);
    running.set(execution.arn, started);
    void started.ended.finally(() => running.delete(execution.arn));
  };
  const machineOf = (arn: string): Machine => {
    const found = hosted.get(arn);
    if (found === undefined) {
      throw new StepFunctionsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
    }
    return found.machine;
  };
  const find = (arn: string): Execution => {
    const execution = store.find(arn);
    if (execution === undefined) {
      throw new StepFunctionsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
    }
    return execution;
  };

  return {
    start: (machineArn, name, input) => {
      machineOf(machineArn);
      if (!NAME.test(name)) throw new StepFunctionsError('InvalidName', `Invalid Name: '${name}'`);
      if (!isJson(input) || Buffer.byteLength(input) > DATA_LIMIT_BYTES) {
        throw new StepFunctionsError('InvalidExecutionInput', 'Invalid State Machine Execution Input');
      }
      const arn = executionArn(machineArn, name);
      const existing = store.find(arn);
      if (existing === undefined) {
        const execution = store.add({ arn, machineArn, name, input });
        follow(execution);
        return execution;
      }
      // A repeat of a start whose answer was lost gets the same answer, as long as the execution runs.
      if (existing.status === 'RUNNING' && sameJson(existing.input, input)) return existing;
      throw new StepFunctionsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
    },
    find,
    stop: async (arn, error, cause) => {
      find(arn);
      const execution = running.get(arn);
      execution?.abort(error, cause);
      await execution?.ended;
      return find(arn);
    },
    machine: machineOf,
    recover: () => {
      const cutOff = store.running();
      for (const execution of cutOff) {
        store.forgetHistory(execution.arn);
        follow(execution);
      }
      return cutOff.length;
    },
    end: () => {
      for (const execution of running.values()) execution.abandon();
    },
  };
};
