import { newId } from '../../core/domain/ids.ts';
import { recordOf, type SectionRecord, sectionRecord } from '../../core/domain/section-record.ts';
import type { MemberChange, MemberEdit, MemberRef, Ports } from '../../core/usecases/ports.ts';
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

/** An edit of what was read just now: the head at its next version, and these sections. */
export const editOf = async (
  { members }: Pick<Ports, 'members'>,
  ref: MemberRef,
  {
    member: changes,
    ...more
  }: Partial<Omit<MemberEdit, 'before' | 'member'>> & {
    member?: Partial<MemberEdit['member']>;
  } = {},
): Promise<MemberEdit> => {
  const before = await members.read(ref);
  if (before === undefined) throw new Error('There is no member to edit.');
  const member = { ...before.member, ...changes, version: before.member.version + 1 };
  return { records: [], ...more, before, member };
};

/** What a section says once somebody has changed it. */
export const sectionOf = (
  section: Exclude<SectionRecord['section'], 'licenses'>,
  data: Record<string, unknown>,
): SectionRecord =>
  sectionRecord.parse({ section, state: 'done', runId: newId('run'), startedAt: NOW, endedAt: NOW, data });

/** An edit of the profile, with what follows from it for head and person. */
export const profileEdit = async (
  ports: Pick<Ports, 'members'>,
  ref: MemberRef,
  changes: Record<string, unknown>,
): Promise<MemberEdit> => {
  const { before } = await editOf(ports, ref);
  const data = { ...recordOf(before.records, 'profile')?.data, ...changes };
  const record = sectionOf('profile', data);
  const profile = recordOf([record], 'profile')?.data;
  if (profile === undefined) throw new Error('There is no profile to edit.');
  const { email, loginId, firstName, lastName, language, location } = profile;
  return editOf(ports, ref, {
    member: { email, loginId, firstName, lastName, location },
    person: { email, loginId, firstName, lastName, language },
    records: [record],
  });
};

/** What somebody is called from now on. */
export const EVA = { firstName: 'Eva', lastName: 'Lind', language: 'sv' };

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
