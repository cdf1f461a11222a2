import type * as z from 'zod/mini';
import { clock } from '../../core/adapters/clock.ts';
import type { Refusal } from '../../core/contract/operator.ts';
import { DomainError, type Fault, InvalidRequest } from '../../core/domain/errors.ts';
import { read } from '../../core/http/faults.ts';
import type { Stamp } from '../../core/usecases/ports.ts';
import { withCleanErrors } from '../clean-errors.ts';

/** Reads the event of an operator's function. Throws `InvalidRequest` with every fault, `more` among them. */
export const readEvent = <Schema extends z.ZodMiniType>(
  schema: Schema,
  event: unknown,
  more: readonly Fault[] = [],
): z.output<Schema> => {
  const { value, faults } = read(schema, event, '');
  const all = [...faults, ...more];
  if (value === undefined || all.length > 0) throw new InvalidRequest(all);
  return value;
};

/**
 * A function that only operators invoke, with the rights of their own on AWS: no API leads to it. What it is refused for
 * is its answer, so that whoever invokes it sees why; anything else is thrown, under a clean name.
 */
export const operator = <Answer>(
  code: string,
  carryOut: (event: unknown, stamp: Stamp) => Promise<Answer>,
  inRequest: (fault: Fault) => Fault = (fault) => fault,
) =>
  withCleanErrors(code, async (event, requestId): Promise<Answer | Refusal> => {
    try {
      const stamp = {
        at: clock.now().toISOString(),
        by: 'operator',
        channel: 'operator',
        requestId,
      } as const;
      return await carryOut(event, stamp);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { refused: { code: error.code, detail: error.message, faults: error.faults.map(inRequest) } };
    }
  });
