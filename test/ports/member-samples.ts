import { newId } from '../../core/domain/ids.ts';
import { type SectionRecord, sectionRecord } from '../../core/domain/section-record.ts';
import type { MemberChange, MemberRef, Ports } from '../../core/usecases/ports.ts';
import { given, NOW, recordOfRun, request, stampAt } from './samples.ts';

type Store = Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats'>;

/** A member at work, with their permissions left by step 4. */
export const memberAtWork = async (
  ports: Store,
  accountId: string,
  permissions: Record<string, unknown> = {},
): Promise<MemberRef> => {
  const run = await given(ports).member(accountId, request({ permissions }));
  await ports.members.record(run, recordOfRun(run, 'permissions'), stampAt());
  const administrator = permissions.role === 'administrator';
  await ports.runs.finish(run, { outcome: 'active', administrator }, stampAt());
  return run;
};

/** A change of what was read just now: nothing, unless told. */
export const changeOf = async (
  { members }: Pick<Ports, 'members'>,
  ref: MemberRef,
  more: Partial<Omit<MemberChange, 'before'>> = {},
): Promise<MemberChange> => {
  const before = await members.read(ref);
  if (before === undefined) throw new Error('There is no member to change.');
  const { member } = before;
  const next = { ...member, ...more.member, version: member.version + 1 };
  return { records: [], taken: [], givenUp: [], administrators: 0, ...more, before, member: next };
};

export const permissionsRecord = (data: Record<string, unknown>): SectionRecord =>
  sectionRecord.parse({
    section: 'permissions',
    state: 'done',
    runId: newId('run'),
    startedAt: NOW,
    endedAt: NOW,
    data,
  });

/** What became of attempts at the same time: `done`, or the code of the error. */
export const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(attempts)).map((result) =>
    result.status === 'fulfilled' ? 'done' : Object(result.reason).code,
  );
