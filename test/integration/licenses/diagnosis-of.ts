import { expect } from 'vitest';
import type { CauseCode } from '../../../core/domain/diagnosis.ts';
import type { Colleague, Post } from '../access/people.ts';
import type { Office } from '../office.ts';

/** With all that it takes to call. */
export const CALLS: Post = { licenses: { kinds: ['lmp', 'voip'] } };

interface Found {
  code: CauseCode;
  detail: string;
  remedies: readonly { operationId: string; method: string; path: string }[];
}

/** The diagnosis of a member as somebody reads it, its codes without what keeps nobody from anything. */
export const diagnosisOf = async (
  { call }: Pick<Office, 'call'>,
  { path }: Pick<Colleague, 'path'>,
  attempt: Record<string, string> = {},
) => {
  const { status, body } = await call('GET', `${path}/diagnosis?${new URLSearchParams(attempt)}`);
  expect([status, body.type]).toEqual([200, undefined]);
  const causes: readonly Found[] = body.causes;
  const codes = causes.map(({ code }) => code).filter((code) => code !== 'profile-incomplete');
  const { canSignIn, canTakeCalls } = body;
  return { canSignIn, canTakeCalls, causes, codes };
};

/** Makes the call that is said to mend it, as it is said. */
export const mendBy = async (
  { call }: Pick<Office, 'call'>,
  { causes }: Pick<Awaited<ReturnType<typeof diagnosisOf>>, 'causes'>,
  operationId: string,
) => {
  const remedies = causes.flatMap((cause) => cause.remedies);
  const remedy = remedies.find((one) => one.operationId === operationId);
  if (remedy === undefined) throw new Error(`${operationId} is not said to mend anything`);
  return call(remedy.method, remedy.path.replace('/v1', ''));
};
