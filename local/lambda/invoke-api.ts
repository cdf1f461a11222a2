import { Hono } from 'hono';
import type { HttpEnvironment } from '../door.ts';
import { signedCallsOnly } from '../signed.ts';
import { type Functions, PAYLOAD_LIMIT_BYTES, UnknownFunction } from './functions.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const refusal = (status: number, type: string, message: string): Response =>
  Response.json({ Type: 'User', message }, { status, headers: { 'x-amzn-errortype': type } });

/** Lambda's Invoke call, for the SDK's client: `RequestResponse` and `Event`. */
export const createInvokeApi = (
  functions: Functions,
  onAsyncFailure: (message: string) => void,
): Hono<HttpEnvironment> =>
  new Hono<HttpEnvironment>()
    .use(signedCallsOnly)
    .post('/2015-03-31/functions/:name/invocations', async (c) => {
      const name = c.req.param('name');
      const event = (await c.req.text()) || '{}';
      if (Buffer.byteLength(event) > PAYLOAD_LIMIT_BYTES) {
        return refusal(
          413,
          'RequestTooLargeException',
          `Request must be smaller than ${PAYLOAD_LIMIT_BYTES} bytes`,
        );
      }
      if (!isJson(event)) {
        return refusal(400, 'InvalidRequestContentException', 'Could not parse request body into json');
      }
      const running = functions.run(name, event);
      if (c.req.header('x-amz-invocation-type') === 'Event') {
        void running.then(
          (outcome) => {
            if (!outcome.ok)
              onAsyncFailure(`${name}: ${outcome.error.errorType}: ${outcome.error.errorMessage}`);
          },
          (error: unknown) => onAsyncFailure(String(error)),
        );
        return c.body(null, 202);
      }
      try {
        const outcome = await running;
        c.header('content-type', 'application/json');
        c.header('x-amz-executed-version', '$LATEST');
        if (outcome.ok) return c.body(outcome.payload, 200);
        c.header('x-amz-function-error', 'Unhandled');
        return c.body(JSON.stringify(outcome.error), 200);
      } catch (error) {
        if (error instanceof UnknownFunction) return refusal(404, 'ResourceNotFoundException', error.message);
        throw error;
      }
    });
