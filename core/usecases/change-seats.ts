import type { Authority } from '../domain/authorization/authority.ts';
import type { LedgerEntry } from '../domain/billing-ledger.ts';
import { monthlyCostAfter } from '../domain/billing-ledger.ts';
import { ChangedMeanwhile, InvalidRequest, SeatsTaken } from '../domain/errors.ts';
import { licenseFacts } from '../domain/licenses.ts';
import type { PriceList } from '../domain/plan.ts';
import { chargedNow } from '../domain/statement.ts';
import { changesNothing, planSeatChange, type SeatChange, type WantedSeats } from './plan-seat-change.ts';
import type { Ports, Stamp } from './ports.ts';
import { priceIn, readTerms, type Terms } from './read-billing.ts';
import { serveSome } from './serve-waiting-line.ts';
import { whoHasSeats } from './who-has-seats.ts';

type Needs = Pick<Ports, 'accounts' | 'billing' | 'seats' | 'sessions' | 'members'>;

/** Every fault of a change, whoever finds it. */
const faultsOf = async (
  ports: Needs,
  authority: Authority,
  { owned }: Terms,
  { faults, tooFew }: SeatChange,
) => {
  const taken =
    tooFew.length > 0 ? new SeatsTaken(await whoHasSeats(ports)(authority, tooFew, owned.pools)) : undefined;
  return { faults: [...faults, ...(taken?.faults ?? [])], taken };
};

/**
 * What a change of seats would cost, and what stands in its way (B-11). Changes nothing.
 * Throws `NotFound`, `InvalidRequest` for a plan that there is not.
 */
export const previewSeats =
  (ports: Needs, list: PriceList) => async (authority: Authority, wanted: WantedSeats) => {
    const terms = await readTerms(ports, list)(authority.accountId);
    const change = planSeatChange(list, terms, wanted);
    const { plan, entry } = change;
    const { faults, taken } = await faultsOf(ports, authority, terms, change);
    const total = { before: chargedNow(terms.latest), after: monthlyCostAfter(entry) };
    return {
      plan: { planId: plan.planId, name: plan.name },
      currency: list.currency,
      kinds: entry.lines.map(({ kind, before, after, pricePerSeat }) => {
        const priceNow = priceIn(terms.latest, kind) ?? 0;
        return {
          kind,
          name: licenseFacts(kind).name,
          before: { seats: before, monthlyPrice: priceNow, monthlyCost: before * priceNow },
          after: { seats: after, monthlyPrice: pricePerSeat, monthlyCost: after * pricePerSeat },
        };
      }),
      total: { ...total, difference: total.after - total.before },
      faults,
      holders: taken?.holders ?? [],
    };
  };

/**
 * Changes the plan and how many seats of each kind an account owns: all of it or nothing (B-11, B-12), never fewer than
 * are taken, and if nobody has changed it since it was read. Whoever waits is served.
 * Throws `NotFound`, `ChangedMeanwhile`, `InvalidRequest`, `SeatsTaken`, `Busy`.
 */
export const changeSeats =
  (ports: Needs & Pick<Ports, 'users' | 'clock' | 'log'>, list: PriceList) =>
  async (authority: Authority, ifMatch: number, wanted: WantedSeats, stamp: Stamp): Promise<void> => {
    const { accountId } = authority;
    const terms = await readTerms(ports, list)(accountId);
    if (terms.owned.version !== ifMatch) throw new ChangedMeanwhile();
    const change = planSeatChange(list, terms, wanted);
    const { faults, taken } = await faultsOf(ports, authority, terms, change);
    if (change.faults.length > 0) throw new InvalidRequest(faults);
    if (taken !== undefined) throw taken;
    if (changesNothing(change, terms)) return;
    const entry: LedgerEntry = { ...change.entry, at: stamp.at, by: stamp.by };
    const refused = await ports.billing.change(entry, stamp, change.gone);
    if (refused.taken.length > 0) {
      const now = await readTerms(ports, list)(accountId);
      throw new SeatsTaken(await whoHasSeats(ports)(authority, refused.taken, now.owned.pools));
    }
    if (entry.lines.some(({ before, after }) => after > before)) await serveSome(ports)(accountId, stamp);
  };
