import { createInterface } from 'node:readline';
import { Worker } from 'node:worker_threads';
import type { FunctionError, Request, ThreadData } from './messages.ts';
import { reportSchema } from './messages.ts';
import { threadSource } from './thread-source.ts';

/** A function as the host runs it. */
export interface HostedFunction {
  readonly name: string;
  readonly arn: string;
  readonly directory: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly logFormat: 'JSON' | 'Text';
  readonly memoryMegabytes: number;
  readonly environment: Readonly<Record<string, string>>;
}

export type Outcome =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly error: FunctionError };

/** A running copy of a function: Lambda's "execution environment". */
export interface ExecutionEnvironment {
  readonly run: (request: Omit<Request, 'deadlineMilliseconds'>) => Promise<Outcome>;
  /** False once it timed out, crashed or was ended: the next request needs a new one. */
  readonly isUsable: () => boolean;
  readonly end: () => Promise<void>;
}

/** Starts a thread for a function. `onLine` gets each line it writes to stdout or stderr. */
export const startEnvironment = (
  { directory, handler, environment, timeoutSeconds, logFormat }: HostedFunction,
  onLine: (line: string) => void,
): ExecutionEnvironment => {
  const worker = new Worker(threadSource(), {
    eval: true,
    workerData: { directory, handler, logFormat } satisfies ThreadData,
    env: { ...environment },
    stdout: true,
    stderr: true,
  });
  for (const output of [worker.stdout, worker.stderr]) createInterface({ input: output }).on('line', onLine);

  const inFlight = new Map<string, (outcome: Outcome) => void>();
  let usable = true;
  const settle = (id: string, outcome: Outcome): void => inFlight.get(id)?.(outcome);
  const settleAll = (describe: (id: string) => FunctionError): void => {
    usable = false;
    for (const id of [...inFlight.keys()]) settle(id, { ok: false, error: describe(id) });
  };
  const loaded = Promise.withResolvers<void>();

  worker.on('message', (message) => {
    const report = reportSchema.parse(message);
    switch (report.kind) {
      case 'ready':
        return loaded.resolve();
      case 'not-loaded':
        settleAll(() => report.error);
        return void worker.terminate();
      case 'returned':
        return settle(report.id, { ok: true, payload: report.payload });
      case 'threw':
        return settle(report.id, { ok: false, error: report.error });
      default:
        return report satisfies never;
    }
  });
  worker.on('error', (thrown) => {
    const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
    onLine(`${name}: ${message}`);
    settleAll(() => ({ errorType: `Runtime.${name}`, errorMessage: message }));
  });
  worker.on('exit', (code) =>
    settleAll((id) => ({
      errorType: 'Runtime.ExitError',
      errorMessage: `RequestId: ${id} Error: Runtime exited with error: exit status ${code}`,
    })),
  );

  return {
    run: (request) =>
      new Promise((resolve) => {
        let clock: NodeJS.Timeout | undefined;
        inFlight.set(request.id, (outcome) => {
          clearTimeout(clock);
          inFlight.delete(request.id);
          resolve(outcome);
          // A function that ran into its timeout may hang for ever: its thread ends with its last request.
          if (!usable && inFlight.size === 0) void worker.terminate();
        });
        // Loading does not count towards a function's timeout, as on AWS.
        void loaded.promise.then(() => {
          if (!inFlight.has(request.id)) return;
          clock = setTimeout(() => {
            usable = false;
            const seconds = timeoutSeconds.toFixed(2);
            settle(request.id, {
              ok: false,
              error: {
                errorType: 'Sandbox.Timedout',
                errorMessage: `RequestId: ${request.id} Error: Task timed out after ${seconds} seconds`,
              },
            });
          }, timeoutSeconds * 1000);
          const deadlineMilliseconds = Date.now() + timeoutSeconds * 1000;
          worker.postMessage({ ...request, deadlineMilliseconds } satisfies Request);
        });
      }),
    isUsable: () => usable,
    end: async () => {
      usable = false;
      await worker.terminate();
    },
  };
};
