import type { Authority } from '../domain/authorization/authority.ts';
import { ChangedMeanwhile, WrongMemberStatus } from '../domain/errors.ts';
import {
  emptied,
  type Holding,
  lacking,
  needing,
  needingNoMore,
  queued,
  satisfied,
} from '../domain/holding.ts';
import { newPlace } from '../domain/ids.ts';
import { BASE_LICENSE, isNamed, type LicenseKind, without } from '../domain/licenses.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import { holdingOf, type LicensesRecord, recordOf, withHolding } from '../domain/section-record.ts';
import { endSessions } from './end-sessions.ts';
import type { HeadChange, MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, requireSecurityOver, type Target } from './read-target.ts';
import { activation, serveSome } from './serve-waiting-line.ts';
import { takeOrWait } from './take-or-wait.ts';

type Needs = Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'sessions' | 'clock' | 'log'>;

/** A member whose licenses somebody wants to change, with what they are. */
export interface Licensed {
  target: Target;
  record: LicensesRecord;
  holding: Holding;
}

/** Throws `WrongMemberStatus` while the member is being onboarded: then the run is to be corrected. */
export const licensedOf = (target: Target): Licensed => {
  const record = recordOf(target.record.records, 'licenses');
  if (target.record.member.status === 'onboarding' || record === undefined)
    throw new WrongMemberStatus('set up yet: correct the run instead');
  return { target, record, holding: holdingOf(record) };
};

const readLicensed =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef): Promise<Licensed> => {
    const target = await readTarget(ports)(ref);
    requireSecurityOver(authority, target);
    return licensedOf(target);
  };

/** A change that takes nothing: it gives back, leaves the line, or only says what is needed. */
export const giveBack =
  ({ seats }: Pick<Ports, 'seats'>) =>
  async ({ target, record }: Licensed, after: Holding, stamp: Stamp, head?: HeadChange): Promise<void> => {
    const { member } = target.record;
    const { accountId, userId, status } = member;
    const result = await seats.move(
      {
        ref: { accountId, userId },
        before: record,
        after: withHolding(record, after),
        turn: 'newcomer',
        status,
        ...(head && { head }),
      },
      stamp,
    );
    if (result.outcome !== 'moved') throw new ChangedMeanwhile();
  };

/** Takes what an active member lacks and does not wait for yet; what they have in line, they keep in line. */
export const takeLacking =
  (ports: Needs) =>
  async (licensed: Licensed, wanted: Holding, stamp: Stamp): Promise<void> => {
    const { record, target } = licensed;
    const { accountId, userId, status } = target.record.member;
    const newly = without(lacking(wanted), wanted.waitingFor);
    if (newly.length === 0) return giveBack(ports)(licensed, wanted, stamp);
    await takeOrWait(ports)(
      {
        ref: { accountId, userId },
        before: record,
        status,
        taken: { record: withHolding(record, { ...wanted, held: [...wanted.held, ...newly] }) },
        waiting: { record: withHolding(record, queued(wanted, newPlace())) },
      },
      stamp,
    );
  };

/** Takes all that a deactivated member needs: then they are active; or lets them stand in line for it. */
const takeAll =
  (ports: Needs) =>
  async ({ target, record }: Licensed, wanted: Holding, stamp: Stamp): Promise<void> => {
    const { member } = target.record;
    const { accountId, userId, status } = member;
    await takeOrWait(ports)(
      {
        ref: { accountId, userId },
        before: record,
        status,
        taken: {
          record: withHolding(record, satisfied(wanted)),
          ...activation(target.record, target.user, stamp),
        },
        waiting: {
          record: withHolding(record, queued(wanted, newPlace())),
          head: {
            before: target.record,
            member: {
              ...member,
              deactivationReason: 'no-license',
              version: member.version + 1,
            },
            administrators: 0,
          },
        },
      },
      stamp,
    );
  };

/**
 * Assigns a member one more license. An active member keeps working while they wait for it; a deactivated one needs
 * the base license to be active, and gets with it all that they are to hold. A repeat does nothing.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `NoFreeSeat`, `LicenseNotInPlan`,
 * `ChangedMeanwhile`, `Busy`.
 */
export const assignLicense =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, kind: LicenseKind, stamp: Stamp): Promise<void> => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { holding, target } = licensed;
    const { status } = target.record.member;
    const wanted = needing(holding, kind);
    if (status === 'suspended') throw new WrongMemberStatus('active');
    if (status === 'active') {
      if (holding.kinds.includes(kind)) return;
      return takeLacking(ports)(licensed, wanted, stamp);
    }
    if (holding.waitingFor.length === 0 && kind === BASE_LICENSE)
      return takeAll(ports)(licensed, wanted, stamp);
    if (holding.kinds.includes(kind)) return;
    if (holding.waitingFor.length === 0) return giveBack(ports)(licensed, wanted, stamp);
    await giveBack(ports)(licensed, queued(wanted, newPlace()), stamp);
    await serveSome(ports)(ref.accountId, stamp);
  };

/**
 * Takes one license back from a member, or the wish for it: whoever waits is served with it. Without the base license
 * they are deactivated, give back every seat and leave the line. A repeat only ends what sessions a crash has left.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `LastAdministrator`, `ChangedMeanwhile`, `Busy`.
 */
export const takeBackLicense =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, kind: LicenseKind, stamp: Stamp): Promise<void> => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { holding, target } = licensed;
    const isBase = kind === BASE_LICENSE;
    const isDone = isBase ? isOut(licensed) : !holding.kinds.includes(kind);
    if (!isDone && isBase) await giveBack(ports)(licensed, emptied(holding), stamp, deactivation(target));
    if (!isDone && !isBase) await giveBack(ports)(licensed, needingNoMore(holding, kind), stamp);
    if (isBase) await endSessions(ports)(ref, stamp);
    else if (!isNamed(kind)) await endSessions(ports)(ref, stamp, ({ kinds }) => kinds.includes(kind));
    // Who needs less may fit now, without any seat having been given back.
    if (!isDone && holding.waitingFor.length > 0) await serveSome(ports)(ref.accountId, stamp);
  };

/** Who came back where nobody is to wait may still stand in line: a crash kept them from leaving it again. */
const isOut = ({ target, holding }: Licensed): boolean =>
  target.record.member.deactivationReason === 'license-taken-back' && holding.place === undefined;

/** An agency role stands on the membership, so it ends with it. */
const deactivation = ({ record, user, given }: Target): HeadChange => {
  const { member } = record;
  const wasAdministrator = member.status === 'active' && given.byHand?.role === ADMINISTRATOR;
  return {
    before: record,
    member: {
      ...member,
      status: 'deactivated',
      deactivationReason: 'license-taken-back',
      version: member.version + 1,
    },
    administrators: wasAdministrator ? -1 : 0,
    ...(user.agencyRole?.accountId === member.accountId && { agencyRole: { is: undefined } }),
  };
};

/**
 * Makes a deactivated member active again, with every license that they are to hold; or, when one is missing, lets them
 * stand in line. Who stands there keeps their place. A repeat does nothing.
 * Throws `NotFound`, `NotInFolder`, `MoreThanHeld`, `WrongMemberStatus`, `NoFreeSeat`, `LicenseNotInPlan`,
 * `ChangedMeanwhile`, `Busy`.
 */
export const reactivateMember =
  (ports: Needs) =>
  async (authority: Authority, ref: MemberRef, stamp: Stamp): Promise<void> => {
    const licensed = await readLicensed(ports)(authority, ref);
    const { status } = licensed.target.record.member;
    if (status === 'active') return;
    if (status !== 'deactivated') throw new WrongMemberStatus('deactivated');
    if (licensed.holding.waitingFor.length > 0) return;
    await takeAll(ports)(licensed, licensed.holding, stamp);
  };
