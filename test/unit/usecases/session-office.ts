import type { App } from '../../../core/domain/apps.ts';
import { firstPolicy, type Policy } from '../../../core/domain/authorization/policy.ts';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { SeatCounts } from '../../../core/domain/plan.ts';
import type { Permissions } from '../../../core/domain/sections/permissions.ts';
import type { MemberRef } from '../../../core/usecases/ports.ts';
import { startSession } from '../../../core/usecases/start-session.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, type idempotency, stampAt } from '../../ports/samples.ts';
import { activeMember, poolIn, sessionsIn } from '../../ports/session-samples.ts';
import { authorityOf, byHand, memberIn } from '../authorization/authorities.ts';

export const SECOND = 1_000;

/** An account in memory with people at work in it, who sign in and out. */
export const openSessionOffice = async (seats: SeatCounts = { desktop: 1 }, apps: readonly App[] = []) => {
  const world = inMemory();
  const { ports } = world;
  const accountId = await given(ports).account({ lmp: 99, ...seats }, 'deactivate', { apps });
  const now = () => stampAt(ports.clock.now().toISOString());

  const hire = (kinds: readonly LicenseKind[] = ['lmp', 'desktop']) => activeMember(ports, accountId, kinds);

  /** Who somebody is to a request, with this by hand. */
  const as = (
    { userId }: Pick<MemberRef, 'userId'>,
    permissions: Partial<Permissions> = {},
    policy: Policy = firstPolicy(accountId),
  ) => authorityOf(policy, { ...memberIn(), userId, byHand: byHand(permissions) });

  const signIn = (
    who: Pick<MemberRef, 'userId'>,
    permissions: Partial<Permissions> = {},
    key?: ReturnType<typeof idempotency>,
  ) => startSession(ports)(as(who, permissions), now(), key);

  const inUse = async (kind: LicenseKind = 'desktop') => (await poolIn(ports, accountId, kind))?.inUse;
  const open = () => sessionsIn(ports, accountId);
  return { ...world, accountId, hire, as, signIn, inUse, open, now };
};
