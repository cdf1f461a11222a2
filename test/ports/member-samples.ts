import { asset } from '../../core/domain/asset.ts';
import type { AssetRef } from '../../core/domain/asset-kinds.ts';
import { newId } from '../../core/domain/ids.ts';
import { type SectionRecord, sectionRecord } from '../../core/domain/section-record.ts';
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

/** What an asset of the kind says, besides its name. */
const ASSET_SAMPLES: Partial<Record<AssetRef['kind'], Record<string, unknown>>> = {
  'agent-status': { takesCalls: true },
  schedule: {
    timeZone: 'America/Chicago',
    hours: [{ day: 'monday', from: '09:00', to: '17:00', breaks: [] }],
  },
  number: { number: '+14155550123' },
  'tracking-number': { number: '+14155550123' },
  'sip-client': { userName: 'ana' },
};

/** Makes assets of an account. */
export const givenAssets = async (
  { assets }: Pick<Ports, 'assets'>,
  accountId: string,
  ...refs: readonly AssetRef[]
): Promise<void> => {
  for (const { kind, key } of refs) {
    const kept = { accountId, kind, key, archived: false, version: 1, createdAt: NOW };
    await assets.create(asset.parse({ ...kept, name: key, ...ASSET_SAMPLES[kind] }), stampAt());
  }
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
