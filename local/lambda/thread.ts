/**
 * The thread of one function: loads the bundle once, then answers requests, several at a time. What the function sees
 * of the world is its own `process.env`, its event and its context, as on AWS.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { duringRequest, writeJsonLines } from './json-console.ts';
import {
  type FunctionError,
  type Report,
  type Request,
  requestSchema,
  threadDataSchema,
} from './messages.ts';

type Handler = (event: unknown, context: unknown) => unknown;

const report = (message: Report): void => parentPort?.postMessage(message);

/** As Lambda's own Node.js runtime words it. */
const describe = (thrown: unknown): FunctionError =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? '').split('\n') }
    : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };

const isHandler = (value: unknown): value is Handler => typeof value === 'function';

const load = (): Handler => {
  const { directory, handler, logFormat } = threadDataSchema.parse(workerData);
  if (logFormat === 'JSON') writeJsonLines();
  const [file = '', name = ''] = handler.split('.');
  const path = join(directory, `${file}.js`);
  const loaded: unknown = createRequire(path)(path);
  const found: unknown =
    typeof loaded === 'object' && loaded !== null ? Reflect.get(loaded, name) : undefined;
  if (!isHandler(found)) throw new Error(`${handler} is undefined or not exported`);
  return found;
};

const answer = async (
  handler: Handler,
  { id, event, deadlineMilliseconds, context }: Request,
): Promise<void> => {
  try {
    const returned = await duringRequest(id, () =>
      handler(JSON.parse(event), {
        ...context,
        callbackWaitsForEmptyEventLoop: false,
        getRemainingTimeInMillis: () => Math.max(0, deadlineMilliseconds - Date.now()),
      }),
    );
    report({ kind: 'returned', id, payload: JSON.stringify(returned) ?? 'null' });
  } catch (thrown) {
    const error = describe(thrown);
    duringRequest(id, () => console.error({ code: 'INVOKE_ERROR', ...error }));
    report({ kind: 'threw', id, error });
  }
};

try {
  const handler = load();
  parentPort?.on('message', (message) => void answer(handler, requestSchema.parse(message)));
  report({ kind: 'ready' });
} catch (thrown) {
  report({ kind: 'not-loaded', error: describe(thrown) });
}
