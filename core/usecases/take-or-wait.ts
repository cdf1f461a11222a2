import { Busy, ChangedMeanwhile, NoFreeSeat, NotFound } from '../domain/errors.ts';
import type { LicenseKind } from '../domain/licenses.ts';
import { exhaustedAmong } from '../domain/pool.ts';
import { holdingOf, type LicensesRecord, recordOf, withHolding } from '../domain/section-record.ts';
import type { Ports, SeatMove, Stamp } from './ports.ts';
import { serveSome } from './serve-waiting-line.ts';

/** How often seats may come and go between looking and joining the line before we give up for now. */
const TRIES = 5;

/** What somebody comes newly for: seats, or else a place in the line. */
interface Wish extends Pick<SeatMove, 'ref' | 'before' | 'status'> {
  /** With the seats; and what becomes of the member then. */
  taken: { record: LicensesRecord } & Pick<SeatMove, 'head' | 'invitationDue'>;
  /** Without them, in line; and what becomes of the member then. */
  waiting: { record: LicensesRecord } & Pick<SeatMove, 'head'>;
}

/**
 * Takes every seat that is wished for, or none. With one missing the account's policy decides: the member joins the
 * waiting line, or it is refused. Who joins a line in which everybody before them waits for something else is served at once.
 * Throws `NoFreeSeat`, `LicenseNotInPlan`, `ChangedMeanwhile`, `LastAdministrator`, `Busy`.
 */
export const takeOrWait =
  (ports: Pick<Ports, 'seats' | 'accounts' | 'members' | 'users' | 'clock' | 'log'>) =>
  async ({ ref, before, status, taken, waiting }: Wish, stamp: Stamp): Promise<void> => {
    const as = { ref, before, status, turn: 'newcomer' } as const;
    const take = (): Promise<readonly LicenseKind[]> => {
      const { record: after, ...more } = taken;
      return missingAfter(ports.seats.move({ ...as, ...more, after }, stamp));
    };
    const join = async (missing: readonly LicenseKind[], isRejecting: boolean): Promise<boolean> => {
      const { record: after, head } = waiting;
      const becomes = head !== undefined && !isRejecting ? { head } : {};
      const joined = await ports.seats.move({ ...as, ...becomes, after, missing }, stamp);
      if (joined.outcome === 'changed-meanwhile') throw new ChangedMeanwhile();
      return joined.outcome === 'moved';
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const missing = await take();
      if (missing.length === 0) return;
      const found = await ports.accounts.readWithPools(ref.accountId);
      if (found === undefined) throw new NotFound();
      const isRejecting = found.account.licensePolicy === 'reject';
      // When only others in line stand in the way, it is the line that tells whether their turn comes first.
      if (isRejecting && exhaustedAmong(found.pools, missing).length > 0) throw new NoFreeSeat(missing);
      if (!(await join(missing, isRejecting))) continue;
      await serveSome(ports)(ref.accountId, stamp);
      if (isRejecting && (await leave(ports)({ ref, before, waiting }, stamp))) throw new NoFreeSeat(missing);
      return;
    }
    throw new Busy();
  };

/** Leaves the line again, unless they have been served. Answers whether they left. */
const leave =
  ({ members, seats }: Pick<Ports, 'members' | 'seats'>) =>
  async ({ ref, before, waiting }: Pick<Wish, 'ref' | 'before' | 'waiting'>, stamp: Stamp) => {
    const found = await members.read(ref);
    const record = found && recordOf(found.records, 'licenses');
    if (found === undefined || record === undefined || record.place !== waiting.record.place) return false;
    const { outcome } = await seats.move(
      {
        ref,
        before: record,
        after: before && withHolding(record, holdingOf(before)),
        turn: 'newcomer',
        status: found.member.status,
      },
      stamp,
    );
    return outcome === 'moved';
  };

/** What was missing; nothing, if the seats were taken. */
const missingAfter = async (moving: ReturnType<Ports['seats']['move']>): Promise<readonly LicenseKind[]> => {
  const result = await moving;
  switch (result.outcome) {
    case 'moved':
      return [];
    case 'unavailable':
      return result.missing;
    case 'available':
    case 'changed-meanwhile':
      throw new ChangedMeanwhile();
  }
};
