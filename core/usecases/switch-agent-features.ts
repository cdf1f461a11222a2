import type { Authority } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import { lacking, withAgentFeatures } from '../domain/holding.ts';
import { isCalling, without } from '../domain/licenses.ts';
import { isOpenToNewcomers, poolOf } from '../domain/pool.ts';
import { giveBack, type Licensed, licensedOf, takeLacking } from './change-licenses.ts';
import { endSessions } from './end-sessions.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, requireSecurityOver } from './read-target.ts';
import { serveWaitingLine } from './serve-waiting-line.ts';

type Needs = Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'sessions' | 'clock' | 'log'>;

/** One's own agent features are one's own matter (B-2); those of others need what suspending them needs. */
const readLicensed =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef): Promise<Licensed> => {
    const target = await readTarget(ports)(ref);
    if (authority.userId !== ref.userId) requireSecurityOver(authority, target);
    return licensedOf(target);
  };

/**
 * Turns a member's agent features on or off (B-2). Off: they make no calls, and the calling seat goes to whoever waits
 * for one. On: the calling seat is taken again, or waited for. A repeat does nothing.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `NoFreeSeat`, `ChangedMeanwhile`, `Busy`.
 */
export const switchAgentFeatures =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, enabled: boolean, stamp: Stamp): Promise<void> => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { holding, target } = licensed;
    if (holding.agentFeatures === enabled) return;
    const wanted = withAgentFeatures(holding, enabled);
    if (enabled && target.record.member.status === 'active')
      return takeLacking(ports)(licensed, wanted, stamp);
    await giveBack(ports)(licensed, wanted, stamp);
    if (!enabled) await endSessions(ports)(ref, stamp, ({ kinds }) => kinds.some(isCalling));
    if (holding.waitingFor.length > 0) await serveWaitingLine(ports)(ref.accountId, stamp.requestId);
  };

/** What that would give back, take, or make the member wait for; nothing is changed. */
export const previewAgentFeatures =
  (ports: Needs) => async (authority: Authority, ref: MemberRef, enabled: boolean) => {
    const { holding, target } = await readLicensed(ports)(authority, ref);
    const found = await ports.accounts.readWithPools(ref.accountId);
    if (found === undefined) throw new NotFound();
    const wanted = withAgentFeatures(holding, enabled);
    const isActive = target.record.member.status === 'active';
    const takes = isActive ? without(lacking(wanted), wanted.waitingFor) : [];
    const missing = takes.filter((kind) => {
      const pool = poolOf(found.pools, kind);
      return pool === undefined || !isOpenToNewcomers(pool);
    });
    return {
      agentFeatures: enabled,
      frees: without(holding.held, wanted.held),
      takes: missing.length === 0 ? takes : [],
      waitsFor: missing.length === 0 || found.account.licensePolicy === 'reject' ? [] : takes,
      missing,
    };
  };
