import { type Holding, queued, satisfied } from '../../core/domain/holding.ts';
import { placeOfRun } from '../../core/domain/ids.ts';
import type { LicenseKind } from '../../core/domain/licenses.ts';
import type { Pool } from '../../core/domain/pool.ts';
import type { OpenRun } from '../../core/domain/run.ts';
import { holdingOf, type LicensesRecord, recordOf, withHolding } from '../../core/domain/section-record.ts';
import type { MemberRef, Ports, SeatMove, SeatOutcome, Stamp } from '../../core/usecases/ports.ts';
import { newRun, personOf, recordOfRun, request, stampAt } from './samples.ts';

type Store = Pick<Ports, 'accounts' | 'members' | 'seats'>;
type More = Partial<Omit<SeatMove, 'ref' | 'before' | 'after'>>;

/** What step 2 leaves of a run, before anything is taken. */
const licensesOf = (run: OpenRun): LicensesRecord => {
  const record = recordOf([recordOfRun(run, 'licenses')], 'licenses');
  if (record === undefined) throw new Error('A run without licenses.');
  return record;
};

const needOf = (run: OpenRun): Holding => ({ ...holdingOf(licensesOf(run)), held: [] });

/** The record of who has every seat that they need. */
export const satisfiedRecord = (run: OpenRun): LicensesRecord =>
  withHolding(licensesOf(run), satisfied(needOf(run)));

/** The record of who waits for all that they need. */
export const queuedRecord = (run: OpenRun): LicensesRecord =>
  withHolding(licensesOf(run), queued(needOf(run), placeOfRun(run.runId)));

/** People who take, wait for, and give back seats of an account, through the ports themselves. */
export const seating = (ports: Store) => {
  const recordLeft = async (ref: MemberRef): Promise<LicensesRecord | undefined> =>
    recordOf((await ports.members.read(ref))?.records ?? [], 'licenses');

  const move = (
    { accountId, userId }: MemberRef,
    before: LicensesRecord | undefined,
    after: LicensesRecord | undefined,
    more: More = {},
    stamp: Stamp = stampAt(),
  ): Promise<SeatOutcome> =>
    ports.seats.move(
      { ref: { accountId, userId }, before, after, turn: 'newcomer', status: 'onboarding', ...more },
      stamp,
    );

  /** Changes what is there now. */
  const change = async (
    ref: MemberRef,
    to: (holding: Holding) => Holding,
    more: More = {},
    stamp: Stamp = stampAt(),
  ): Promise<SeatOutcome> => {
    const before = await recordLeft(ref);
    if (before === undefined) throw new Error('There is no record to change.');
    return move(ref, before, withHolding(before, to(holdingOf(before))), more, stamp);
  };

  return {
    move,
    recordLeft,
    /** Somebody who is being onboarded, and needs these kinds. */
    async member(accountId: string, kinds: readonly LicenseKind[] = ['lmp']): Promise<OpenRun> {
      const run = newRun(accountId, request({ licenses: { kinds } }));
      const { user, member } = personOf(run);
      await ports.members.create(user, member, recordOfRun(run, 'profile'), stampAt());
      return run;
    },
    take: (run: OpenRun, more: More = {}, stamp: Stamp = stampAt()) =>
      move(run, undefined, satisfiedRecord(run), more, stamp),
    wait: (run: OpenRun, missing?: readonly LicenseKind[], stamp: Stamp = stampAt()) =>
      move(run, undefined, queuedRecord(run), { missing: missing ?? run.sections.licenses.kinds }, stamp),
    change,
    /** Gives everything back, with the record. */
    giveUp: async (ref: MemberRef) => move(ref, await recordLeft(ref), undefined),
    /** Serves somebody in line, over those who do not fit for want of these. */
    serve: (ref: MemberRef, passedOver: readonly LicenseKind[] = [], more: More = {}) =>
      change(ref, satisfied, { turn: { passedOver }, ...more }),
    async pool(accountId: string, kind: LicenseKind): Promise<Pool | undefined> {
      return (await ports.accounts.readWithPools(accountId))?.pools.find((pool) => pool.kind === kind);
    },
    line: async (accountId: string) => (await ports.seats.line(accountId, { limit: 100 })).items,
  };
};
