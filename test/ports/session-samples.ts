import { newId } from '../../core/domain/ids.ts';
import type { LicenseKind } from '../../core/domain/licenses.ts';
import { type Pool, poolOf } from '../../core/domain/pool.ts';
import type { Session } from '../../core/domain/session.ts';
import type { MemberRef } from '../../core/usecases/ports.ts';
import { given, NOW, recordOfRun, request, stampAt } from './samples.ts';
import type { Store } from './store.ts';

/** Somebody at work who needs these licenses. */
export const activeMember = async (
  ports: Store['ports'],
  accountId: string,
  kinds: readonly LicenseKind[] = ['lmp', 'desktop'],
): Promise<MemberRef> => {
  const run = await given(ports).member(accountId, request({ licenses: { kinds } }));
  await ports.members.record(run, recordOfRun(run, 'licenses'), stampAt());
  await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
  return { accountId, userId: run.userId };
};

export const newSession = ({ accountId, userId }: MemberRef, more: Partial<Session> = {}): Session => ({
  accountId,
  userId,
  sessionId: newId('session'),
  kinds: ['desktop'],
  startedAt: NOW,
  seenAt: NOW,
  ...more,
});

export const poolIn = async (
  { accounts }: Pick<Store['ports'], 'accounts'>,
  accountId: string,
  kind: LicenseKind = 'desktop',
): Promise<Pool | undefined> => poolOf((await accounts.readWithPools(accountId))?.pools ?? [], kind);

/** The sessions that an account has, whoever’s. */
export const sessionsIn = async ({ sessions }: Pick<Store['ports'], 'sessions'>, accountId: string) =>
  (await sessions.list(accountId, undefined, { limit: 1_000 })).items;
