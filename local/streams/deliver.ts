import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import type { Outcome } from '../lambda/environment.ts';
import type { ReadRecord } from './event.ts';

/** What of an event source mapping decides how a batch is handed over. */
export interface DeliveryRules {
  readonly reportsFailures: boolean;
  readonly bisects: boolean;
  readonly maximumRetries: number;
  /** Infinity when there is no limit. */
  readonly maximumAgeMilliseconds: number;
  /** The pause before the first retry; each next one is twice as long. */
  readonly firstPauseMilliseconds: number;
}

/** Why records are set aside, in Lambda's words. */
export type Condition = 'RetryAttemptsExhausted' | 'MaximumRecordAgeExceeded';

export interface Failed {
  readonly records: readonly ReadRecord[];
  readonly condition: Condition;
  readonly invocations: number;
  /** The name of the last error; none when the function answered which record failed. */
  readonly functionError: string | undefined;
}

export interface Receiver {
  readonly invoke: (records: readonly ReadRecord[]) => Promise<Outcome>;
  /** All records up to this one are dealt with. */
  readonly advance: (to: ReadRecord) => void;
  readonly setAside: (failed: Failed) => void;
  /** When the cloud ends: an invocation under way is waited for, none is begun. */
  readonly ending: AbortSignal;
}

const LONGEST_PAUSE_MILLISECONDS = 5_000;

const answerSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullable();

type Result =
  | { readonly kind: 'done' }
  /** All before the record at `index` are done, it is not. */
  | { readonly kind: 'reported'; readonly index: number }
  | { readonly kind: 'failed'; readonly error: string };

/** An answer that names no record of the batch counts as a failure of all of it, as on AWS. */
const readAnswer = (payload: string, records: readonly ReadRecord[]): Result => {
  const parsed = answerSchema.safeParse(JSON.parse(payload));
  if (!parsed.success) return { kind: 'failed', error: 'InvalidAnswer' };
  const failures = parsed.data?.batchItemFailures ?? [];
  if (failures.length === 0) return { kind: 'done' };
  const places = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ sequenceNumber }) => sequenceNumber === itemIdentifier),
  );
  const index = Math.min(...places);
  return index < 0 ? { kind: 'failed', error: 'InvalidAnswer' } : { kind: 'reported', index };
};

const resultOf = (
  outcome: Outcome,
  records: readonly ReadRecord[],
  { reportsFailures }: DeliveryRules,
): Result => {
  if (!outcome.ok) return { kind: 'failed', error: outcome.error.errorType };
  return reportsFailures ? readAnswer(outcome.payload, records) : { kind: 'done' };
};

/** Ends early when the cloud does. */
export const pause = (milliseconds: number, ending: AbortSignal): Promise<void> =>
  sleep(milliseconds, undefined, { signal: ending }).catch(() => {});

interface Part {
  readonly records: readonly ReadRecord[];
  readonly invocations: number;
  readonly functionError: string | undefined;
}

/**
 * Hands a batch to a function until all of it is done or set aside. What follows a record that fails waits for it, so
 * the order holds. Gives false when it was ended before: what is left comes again.
 */
export const deliver = async (
  batch: readonly ReadRecord[],
  rules: DeliveryRules,
  { invoke, advance, setAside, ending }: Receiver,
): Promise<boolean> => {
  const parts: Part[] = [{ records: batch, invocations: 0, functionError: undefined }];
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) {
    if (ending.aborted) return false;
    const { records } = part;
    const [first] = records;
    const last = records.at(-1);
    if (first === undefined || last === undefined) continue;
    if (Date.now() - first.atMilliseconds > rules.maximumAgeMilliseconds) {
      setAside({ ...part, condition: 'MaximumRecordAgeExceeded' });
      continue;
    }
    const result = resultOf(await invoke(records), records, rules);
    const invocations = part.invocations + 1;
    if (result.kind === 'done') {
      advance(last);
      continue;
    }
    const done = result.kind === 'reported' ? records[result.index - 1] : undefined;
    if (result.kind === 'reported' && done !== undefined) {
      advance(done);
      // What is left is a batch of its own, with all its tries before it.
      parts.unshift({ records: records.slice(result.index), invocations: 0, functionError: undefined });
      await pause(rules.firstPauseMilliseconds, ending);
      continue;
    }
    const functionError = result.kind === 'failed' ? result.error : undefined;
    if (result.kind === 'failed' && rules.bisects && records.length > 1) {
      // Splitting is no retry.
      const middle = Math.ceil(records.length / 2);
      const halves = [records.slice(0, middle), records.slice(middle)];
      parts.unshift(...halves.map((half) => ({ ...part, records: half, functionError })));
      continue;
    }
    if (invocations > rules.maximumRetries) {
      setAside({ records, condition: 'RetryAttemptsExhausted', invocations, functionError });
      continue;
    }
    parts.unshift({ records, invocations, functionError });
    const wait = rules.firstPauseMilliseconds * 2 ** (invocations - 1);
    await pause(Math.min(wait, LONGEST_PAUSE_MILLISECONDS), ending);
  }
  return true;
};
