import { randomUUID } from 'node:crypto';
import {
  type ExecutionEnvironment,
  type HostedFunction,
  type Outcome,
  startEnvironment,
} from './environment.ts';
import type { Logs } from './logs.ts';

export interface Functions {
  /**
   * Runs a function with an event in JSON and gives its answer in JSON. The function is named by its name or ARN, with
   * or without a version. Throws `UnknownFunction`; what the function throws is an outcome.
   */
  readonly run: (nameOrArn: string, event: string) => Promise<Outcome>;
  readonly end: () => Promise<void>;
}

export class UnknownFunction extends Error {
  override readonly name = 'UnknownFunction';
}

/** Lambda's limit for a request and for an answer, in bytes. */
export const PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;
const LIMIT_TOLD = 6_291_556;

/** `arn:aws:lambda:region:account:function:name[:version]`, `account:function:name`, `name[:version]` → `name`. */
const bareName = (nameOrArn: string): string => {
  const parts = nameOrArn.split(':');
  return parts[parts.indexOf('function') + 1] ?? '';
};

const tooLarge = (outcome: Outcome): Outcome =>
  outcome.ok && Buffer.byteLength(outcome.payload) > PAYLOAD_LIMIT_BYTES
    ? {
        ok: false,
        error: {
          errorType: 'Function.ResponseSizeTooLarge',
          errorMessage: `Response payload size exceeded maximum allowed payload size (${LIMIT_TOLD} bytes).`,
        },
      }
    : outcome;

/** Hosts functions: a thread each, started when first called. */
export const hostFunctions = (hosted: readonly HostedFunction[], logs: Logs): Functions => {
  const byName = new Map(hosted.map((hostedFunction) => [hostedFunction.name, hostedFunction]));
  const environments = new Map<string, ExecutionEnvironment>();
  const all = new Set<ExecutionEnvironment>();
  let ended = false;

  const environmentOf = (hostedFunction: HostedFunction): ExecutionEnvironment => {
    const current = environments.get(hostedFunction.name);
    if (current?.isUsable()) return current;
    const started = startEnvironment(hostedFunction, (line) => logs.write(hostedFunction.name, line));
    environments.set(hostedFunction.name, started);
    all.add(started);
    return started;
  };

  return {
    run: async (nameOrArn, event) => {
      if (ended) throw new Error('the embedded cloud has stopped');
      const hostedFunction = byName.get(bareName(nameOrArn));
      if (hostedFunction === undefined) throw new UnknownFunction(`Function not found: ${nameOrArn}`);
      const { name, arn, memoryMegabytes } = hostedFunction;
      const id = randomUUID();
      const outcome = await environmentOf(hostedFunction).run({
        id,
        event,
        context: {
          functionName: name,
          functionVersion: '$LATEST',
          invokedFunctionArn: arn,
          memoryLimitInMB: String(memoryMegabytes),
          awsRequestId: id,
          logGroupName: `/aws/lambda/${name}`,
          logStreamName: 'local',
        },
      });
      return tooLarge(outcome);
    },
    end: async () => {
      ended = true;
      await Promise.all([...all].map((environment) => environment.end()));
    },
  };
};
