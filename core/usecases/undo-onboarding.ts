import { Busy } from '../domain/errors.ts';
import { isOpen, type Run } from '../domain/run.ts';
import { type LicensesRecord, recordOf } from '../domain/section-record.ts';
import { assignmentsOf, distinct } from '../domain/sections/work.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Undoes a run that is being discarded, in reverse: work, seats, sign-in, then member, user and claims. Each part
 * does nothing when repeated, so a process that dies half-way costs nothing but time. Who was offered access to one more
 * account keeps user and sign-in.
 */
export const undoOnboarding =
  ({
    runs,
    members,
    seats,
    work,
    identity,
    log,
  }: Pick<Ports, 'runs' | 'members' | 'seats' | 'work' | 'identity' | 'log'>) =>
  async (run: Run, stamp: Stamp): Promise<void> => {
    if (!isOpen(run)) return;
    const { accountId, userId, runId, sections, formerWork = [] } = run;
    const assigned = sections.work === undefined ? [] : assignmentsOf(sections.work);
    await work.release({ accountId, userId }, distinct([...formerWork, ...assigned]));
    const left = await members.read({ accountId, userId });
    await giveUpSeats({ seats })(run, left && recordOf(left.records, 'licenses'), stamp);
    if (run.isOffer) {
      if (left !== undefined) await members.leave(left, stamp);
    } else {
      await identity.removeUser(userId);
      if (left !== undefined) await members.remove(left, stamp);
    }
    await runs.endDiscard(run, stamp);
    log('RUN_DISCARDED', { accountId, runId });
  };

/** Gives back what the run holds, and its place in the line. */
const giveUpSeats =
  ({ seats }: Pick<Ports, 'seats'>) =>
  async ({ accountId, userId }: Run, record: LicensesRecord | undefined, stamp: Stamp): Promise<void> => {
    if (record === undefined) return;
    const ref = { accountId, userId };
    const { outcome } = await seats.move(
      { ref, before: record, after: undefined, turn: 'newcomer', status: 'onboarding' },
      stamp,
    );
    // Somebody was served from the line in this very moment: a repeat finds them with seats.
    if (outcome !== 'moved') throw new Busy();
  };
