import type { Authority } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import { type Holding, lacking, queued, withAgentFeatures } from '../domain/holding.ts';
import { isCalling, type LicenseKind, without } from '../domain/licenses.ts';
import { exhaustedAmong, isOpenToNewcomers, poolOf } from '../domain/pool.ts';
import { giveBack, type Licensed, licensedOf, takeLacking } from './change-licenses.ts';
import { endSessions } from './end-sessions.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, requireSecurityOver } from './read-target.ts';
import { serveSome } from './serve-waiting-line.ts';

type Needs = Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'sessions' | 'clock' | 'log'>;

/** One's own agent features are one's own matter (B-2); those of others need what suspending them needs. */
const readLicensed =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef): Promise<Licensed> => {
    const target = await readTarget(ports)(ref);
    if (authority.userId !== ref.userId) requireSecurityOver(authority, target);
    return licensedOf(target);
  };

/** Who is out for want of a license waits for the calling seat along with the rest, or no more. */
const switched = ({ holding, target }: Licensed, enabled: boolean): Holding => {
  const wanted = withAgentFeatures(holding, enabled);
  const isOut = target.record.member.status === 'deactivated';
  return isOut && holding.place !== undefined ? queued(wanted, holding.place) : wanted;
};

/**
 * Turns a member's agent features on or off (B-2). Off: they make no calls, and the calling seat goes to whoever waits
 * for one. On: the calling seat is taken again, or waited for. A repeat only ends what sessions a crash has left.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `NoFreeSeat`, `LicenseNotInPlan`,
 * `ChangedMeanwhile`, `Busy`.
 */
export const switchAgentFeatures =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, enabled: boolean, stamp: Stamp): Promise<void> => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { holding, target } = licensed;
    const endCalls = () => endSessions(ports)(ref, stamp, ({ kinds }) => kinds.some(isCalling));
    if (holding.agentFeatures === enabled) return enabled ? undefined : endCalls();
    const wanted = switched(licensed, enabled);
    if (enabled && target.record.member.status !== 'deactivated')
      return takeLacking(ports)(licensed, wanted, stamp);
    await giveBack(ports)(licensed, wanted, stamp);
    if (!enabled) await endCalls();
    if (holding.waitingFor.length > 0) await serveSome(ports)(ref.accountId, stamp);
  };

/** What would be taken newly, and what they would stand in line for if not all of that were to be had. */
const coming = ({ holding, target }: Licensed, wanted: Holding) => {
  if (holding.agentFeatures === wanted.agentFeatures) return { newly: [], inLine: [] };
  const isOut = target.record.member.status === 'deactivated';
  return isOut
    ? { newly: [], inLine: wanted.waitingFor }
    : { newly: without(lacking(wanted), wanted.waitingFor), inLine: lacking(wanted) };
};

/** What that would give back, take, or make the member wait for, as things stand; nothing is changed. */
export const previewAgentFeatures =
  (ports: Needs) => async (authority: Authority, ref: MemberRef, enabled: boolean) => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { holding } = licensed;
    const found = await ports.accounts.readWithPools(ref.accountId);
    if (found === undefined) throw new NotFound();
    const { account, pools } = found;
    const wanted = switched(licensed, enabled);
    const { newly, inLine } = coming(licensed, wanted);
    const isToBeHad = (kind: LicenseKind): boolean => {
      const pool = poolOf(pools, kind);
      return pool !== undefined && isOpenToNewcomers(pool);
    };
    const answer = (takes: readonly LicenseKind[], waitsFor: readonly LicenseKind[], missing = waitsFor) => ({
      agentFeatures: enabled,
      frees: without(holding.held, wanted.held),
      takes,
      waitsFor,
      missing: missing.filter((kind) => !isToBeHad(kind)),
    });
    if (newly.length > 0 && newly.every(isToBeHad)) return answer(newly, []);
    if (newly.length > 0 && account.licensePolicy === 'reject') return answer([], [], newly);
    // Were it to be had by somebody before them in line, they would have it already.
    if (exhaustedAmong(pools, inLine).length === 0) return answer(inLine, []);
    return answer([], without(inLine, holding.waitingFor));
  };
