import { DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store as Table } from '../../../core/adapters/dynamodb/store.ts';

const failure = (name: string): Error =>
  Object.assign(new Error(name), { name, $fault: 'client', $metadata: { httpStatusCode: 400 } });

const lost = (): Error => Object.assign(new Error('No answer came.'), { name: 'TimeoutError' });

/** Cancelled though every condition holds: one item was in another's hands, or had no capacity left. */
const cancelledFor = (Code: string, operations: number): Error =>
  new TransactionCanceledException({
    message: 'Transaction cancelled.',
    $metadata: {},
    CancellationReasons: Array.from({ length: operations }, (_, index) => ({
      Code: index === 0 ? Code : 'None',
    })),
  });

/**
 * What goes wrong with one request: what DynamoDB answers instead of taking it, what gets lost on the way there or back
 * and the SDK sends again by itself, and what it does not send again, so that our caller has to.
 */
export const FAULTS = {
  TransactionConflict: { seenBy: 'us', when: 'before' },
  ThrottlingError: { seenBy: 'us', when: 'before' },
  ProvisionedThroughputExceeded: { seenBy: 'us', when: 'before' },
  throttled: {
    seenBy: 'sdk',
    when: 'before',
    error: () => failure('ProvisionedThroughputExceededException'),
  },
  'request lost, sent again': { seenBy: 'sdk', when: 'before', error: lost },
  'reply lost, sent again': { seenBy: 'sdk', when: 'after', error: lost },
  'request lost for good': { seenBy: 'us', when: 'before', error: lost },
  'reply lost for good': { seenBy: 'us', when: 'after', error: lost },
} as const satisfies Record<string, { seenBy: 'us' | 'sdk'; when: 'before' | 'after'; error?: () => Error }>;

export type Fault = keyof typeof FAULTS;

/** Another way to the table, on which one request at a time goes wrong. */
export const faultyTable = ({ client, table }: Table) => {
  const { region, endpoint, credentials } = client.config;
  const faulty = DynamoDBDocumentClient.from(
    new DynamoDBClient({ region, ...(endpoint && { endpoint }), credentials, retryMode: 'standard' }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  let planned: { fault: Fault; call: number } | undefined;
  let calls = 0;
  let isNow = false;
  let hits = 0;
  const errorOf = (fault: Fault, input: unknown): Error | undefined => {
    const facts = FAULTS[fault];
    if ('error' in facts) return facts.error();
    const { TransactItems } = Object(input);
    return Array.isArray(TransactItems) ? cancelledFor(fault, TransactItems.length) : undefined;
  };
  const around =
    (seenBy: 'us' | 'sdk') =>
    async <Answer>(input: unknown, next: () => Promise<Answer>) => {
      const fault = isNow ? planned?.fault : undefined;
      if (fault === undefined || FAULTS[fault].seenBy !== seenBy) return next();
      isNow = false;
      const error = errorOf(fault, input);
      if (error === undefined) return next();
      hits += 1;
      if (FAULTS[fault].when === 'after') await next();
      throw error;
    };
  // Once for each request of ours, however often the SDK sends it.
  faulty.middlewareStack.add(
    (next) => async (parameters) => {
      isNow = calls === planned?.call;
      calls += 1;
      return around('us')(parameters.input, () => next(parameters));
    },
    { step: 'initialize', priority: 'high' },
  );
  // Below the SDK's own retries.
  faulty.middlewareStack.add(
    (next) => async (parameters) => around('sdk')(parameters.input, () => next(parameters)),
    { step: 'finalizeRequest', priority: 'low' },
  );
  return {
    table: { client: faulty, table } satisfies Table,
    /** From now on requests are counted from 0, and this one goes wrong. */
    plan(fault: Fault, call: number): void {
      planned = { fault, call };
      calls = 0;
      hits = 0;
    },
    /** How many requests there were since then, and how many went wrong. */
    seen: () => ({ calls, hits }),
    stop: () => faulty.destroy(),
  };
};
