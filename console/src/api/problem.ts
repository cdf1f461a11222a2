import type { Problem as ProblemBody } from '../../../core/contract/problem.ts';
import type { ProblemCode } from '../../../core/contract/problems.ts';

const PROBLEM_TYPE = 'urn:rollcall:problem:';

/** Besides what the API says: no answer came, one that is not the API's, or the session is over. */
export type ProblemKind = ProblemCode | 'unreachable' | 'unknown' | 'session-over';

/** What went wrong with a call, as the API tells it (RFC 9457). Thrown, so that queries have it as their error. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly kind: ProblemKind;
  readonly body: Partial<ProblemBody>;

  constructor(kind: ProblemKind, body: Partial<ProblemBody> = {}) {
    super(body.title ?? kind);
    this.kind = kind;
    this.body = body;
  }

  /** The faults of the request, each with a pointer into the body. */
  get faults(): NonNullable<ProblemBody['errors']> {
    return this.body.errors ?? [];
  }
}

const isCode = (text: string): text is ProblemCode => text.length > 0;

const isRecord = (value: unknown): value is Partial<ProblemBody> =>
  typeof value === 'object' && value !== null;

/** What an answer says that is not a success. The gateway's own 401 says no more than its number. */
export const problemOf = (status: number, body: unknown): Problem => {
  if (!isRecord(body)) return new Problem('unknown', { status });
  const code = body.type?.startsWith(PROBLEM_TYPE) ? body.type.slice(PROBLEM_TYPE.length) : '';
  if (isCode(code)) return new Problem(code, body);
  return new Problem(status === 401 ? 'session-over' : 'unknown', { ...body, status });
};

export const isProblem = (error: unknown, ...kinds: readonly ProblemKind[]): error is Problem =>
  error instanceof Problem && (kinds.length === 0 || kinds.includes(error.kind));
