import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod';
import type { HttpEnvironment } from '../door.ts';
import { signedCallsOnly } from '../signed.ts';
import { type StepFunctions, StepFunctionsError } from './service.ts';
import type { Execution, ExecutionStore, HistoryEvent } from './store.ts';

const seconds = (milliseconds: number): number => milliseconds / 1000;

const describe = (execution: Execution): Record<string, unknown> => ({
  executionArn: execution.arn,
  stateMachineArn: execution.machineArn,
  name: execution.name,
  status: execution.status,
  startDate: seconds(execution.startedAtMilliseconds),
  ...(execution.stoppedAtMilliseconds !== null && { stopDate: seconds(execution.stoppedAtMilliseconds) }),
});

/** Each type of history event has its own field for its details. */
const detailsOf = ({ type, state, input, output, error, cause }: HistoryEvent): Record<string, unknown> => {
  const failure = { error, cause };
  if (type.endsWith('StateEntered')) return { stateEnteredEventDetails: { name: state, input } };
  if (type.endsWith('StateExited')) return { stateExitedEventDetails: { name: state, output } };
  switch (type) {
    case 'TaskFailed':
      return { taskFailedEventDetails: { resourceType: 'lambda', resource: 'invoke', ...failure } };
    case 'ExecutionStarted':
      return { executionStartedEventDetails: { input } };
    case 'ExecutionSucceeded':
      return { executionSucceededEventDetails: { output } };
    case 'ExecutionFailed':
      return { executionFailedEventDetails: failure };
    case 'ExecutionAborted':
      return { executionAbortedEventDetails: failure };
    default:
      return {};
  }
};

const arnSchema = z.object({ executionArn: z.string() });

const DEFAULT_PAGE = 100;
const pageSchema = z.object({ maxResults: z.number().optional(), nextToken: z.string().optional() });

/** A slice of a list; the token is where the next one begins. */
const page = <Item>(items: readonly Item[], { maxResults, nextToken }: z.infer<typeof pageSchema>) => {
  const from = Number(nextToken ?? 0);
  const to = from + (maxResults || DEFAULT_PAGE);
  return { items: items.slice(from, to), ...(to < items.length && { nextToken: String(to) }) };
};

type Action = (request: unknown) => unknown;

const createActions = (service: StepFunctions, store: ExecutionStore): ReadonlyMap<string, Action> =>
  new Map<string, Action>([
    [
      'StartExecution',
      (request) => {
        const { stateMachineArn, name, input } = z
          .object({
            stateMachineArn: z.string(),
            name: z.string().optional(),
            input: z.string().default('{}'),
          })
          .parse(request);
        const execution = service.start(stateMachineArn, name ?? randomUUID(), input);
        return { executionArn: execution.arn, startDate: seconds(execution.startedAtMilliseconds) };
      },
    ],
    [
      'DescribeExecution',
      (request) => {
        const execution = service.find(arnSchema.parse(request).executionArn);
        const { input, output, error, cause } = execution;
        return {
          ...describe(execution),
          input,
          ...(output !== null && { output }),
          ...(error !== null && { error }),
          ...(cause !== null && { cause }),
        };
      },
    ],
    [
      'GetExecutionHistory',
      (request) => {
        const { executionArn, reverseOrder, ...paging } = pageSchema
          .extend({ executionArn: z.string(), reverseOrder: z.boolean().default(false) })
          .parse(request);
        const events = store.history(service.find(executionArn).arn).map((event) => ({
          id: event.id,
          previousEventId: event.id - 1,
          timestamp: seconds(event.atMilliseconds),
          type: event.type,
          ...detailsOf(event),
        }));
        const { items, ...rest } = page(reverseOrder ? events.reverse() : events, paging);
        return { events: items, ...rest };
      },
    ],
    [
      'ListExecutions',
      (request) => {
        const { stateMachineArn, statusFilter, ...paging } = pageSchema
          .extend({
            stateMachineArn: z.string(),
            statusFilter: z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']).optional(),
          })
          .parse(request);
        const { items, ...rest } = page(
          store.list(service.machine(stateMachineArn).arn, statusFilter),
          paging,
        );
        return { executions: items.map(describe), ...rest };
      },
    ],
    [
      'StopExecution',
      async (request) => {
        const { executionArn, error, cause } = arnSchema
          .extend({ error: z.string().optional(), cause: z.string().optional() })
          .parse(request);
        const stopped = await service.stop(executionArn, error, cause);
        return { stopDate: seconds(stopped.stoppedAtMilliseconds ?? Date.now()) };
      },
    ],
  ]);

const refusal = (type: string, message: string): Response =>
  Response.json({ __type: type, message }, { status: 400, headers: { 'x-amzn-errortype': type } });

/** The calls of the Step Functions API that Rollcall and its tests make (AWS JSON 1.0). */
export const createStepFunctionsApi = (
  service: StepFunctions,
  store: ExecutionStore,
): Hono<HttpEnvironment> => {
  const actions = createActions(service, store);
  return new Hono<HttpEnvironment>().use(signedCallsOnly).post('/', async (c) => {
    const [, name = ''] = (c.req.header('x-amz-target') ?? '').split('.');
    const action = actions.get(name);
    if (action === undefined) return refusal('UnknownOperationException', `${name} is not hosted`);
    try {
      return Response.json(await action(await c.req.json()), {
        headers: { 'content-type': 'application/x-amz-json-1.0' },
      });
    } catch (error) {
      if (error instanceof StepFunctionsError) return refusal(error.name, error.message);
      if (error instanceof z.ZodError) return refusal('ValidationException', z.prettifyError(error));
      throw error;
    }
  });
};
