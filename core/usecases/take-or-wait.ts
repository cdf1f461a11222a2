import { Busy, ChangedMeanwhile, NoFreeSeat, NotFound } from '../domain/errors.ts';
import type { LicenseKind } from '../domain/licenses.ts';
import type { LicensesRecord } from '../domain/section-record.ts';
import type { Ports, SeatMove, Stamp } from './ports.ts';
import { serveWaitingLine } from './serve-waiting-line.ts';

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
    const join = async (missing: readonly LicenseKind[]): Promise<boolean> => {
      const { record: after, ...more } = waiting;
      const joined = await ports.seats.move({ ...as, ...more, after, missing }, stamp);
      if (joined.outcome === 'changed-meanwhile') throw new ChangedMeanwhile();
      return joined.outcome === 'moved';
    };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const missing = await take();
      if (missing.length === 0) return;
      const account = await ports.accounts.read(ref.accountId);
      if (account === undefined) throw new NotFound();
      if (account.licensePolicy === 'reject') throw new NoFreeSeat(missing);
      if (await join(missing)) {
        await serveWaitingLine(ports)(ref.accountId, stamp.requestId);
        return;
      }
    }
    throw new Busy();
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
