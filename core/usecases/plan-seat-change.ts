import { APPS, appOf, kindsOfApps } from '../domain/apps.ts';
import type { LedgerEntry, LedgerLine } from '../domain/billing-ledger.ts';
import { type Fault, InvalidRequest } from '../domain/errors.ts';
import { inOrder, LICENSE_KIND_NAMES, type LicenseKind } from '../domain/licenses.ts';
import {
  type Plan,
  type PriceList,
  planOf,
  type SeatCounts,
  seatCounts,
  seatFaults,
} from '../domain/plan.ts';
import { type Pool, poolOf, takenSeats } from '../domain/pool.ts';
import { kindsOfTerms, type Terms } from './read-billing.ts';

/** What is to be owned: kinds that are not named stay as they are, and so does the plan. */
export interface WantedSeats {
  seats: SeatCounts;
  plan?: string | undefined;
}

/** What an account would own, as the ledger entry that makes it so, and all that stands in the way. */
export interface SeatChange {
  plan: Plan;
  entry: Omit<LedgerEntry, 'at' | 'by'>;
  faults: readonly Fault[];
  /** The kinds of which more seats are taken than would be left. */
  tooFew: readonly LicenseKind[];
  /** The kinds of which there is a pool, and which the plan does not have. */
  gone: readonly LicenseKind[];
}

const wantedPlan = (list: PriceList, { plan }: Terms, planId: string | undefined): Plan => {
  const wanted = planId === undefined ? plan : planOf(list, planId);
  if (wanted !== undefined) return wanted;
  const names = list.plans.map((one) => one.planId).join(', ');
  throw new InvalidRequest([{ pointer: '/plan', detail: `must be one of ${names}` }]);
};

const tooFewAmong = (lines: readonly LedgerLine[], pools: readonly Pool[]): LicenseKind[] =>
  inOrder(
    pools
      .filter((pool) => takenSeats(pool) > (lines.find(({ kind }) => kind === pool.kind)?.after ?? 0))
      .map(({ kind }) => kind),
  );

/** Whoever waits for a kind would wait forever once there is none of it. */
const waitingFaults = (
  others: readonly Pool[],
  { name, planId }: Plan,
  { owned }: Terms,
): readonly Fault[] =>
  planId === owned.planId
    ? []
    : others
        .filter(({ waiting }) => waiting > 0)
        .map(({ kind }) => ({
          pointer: '/plan',
          detail: `${kind} is not part of the plan ${name}, and members wait for it`,
        }));

/** An app whose license there is none of would keep everybody from signing in. */
const appFaults = ({ kinds, name }: Plan, { account, owned }: Terms): readonly Fault[] =>
  kindsOfApps(account.apps)
    .filter((kind) => kinds[kind] === undefined && poolOf(owned.pools, kind) !== undefined)
    .map((kind) => {
      const app = appOf(kind);
      const what = app === undefined ? '' : ` for ${APPS[app].name}`;
      return {
        pointer: '/plan',
        detail: `${kind} is not part of the plan ${name}, and every sign-in needs it${what}`,
      };
    });

/** Plans a change of what an account owns. Throws `InvalidRequest` for a plan that there is not. */
export const planSeatChange = (list: PriceList, terms: Terms, wanted: WantedSeats): SeatChange => {
  const { account, owned } = terms;
  const plan = wantedPlan(list, terms, wanted.plan);
  const before = seatCounts(owned.pools);
  const counts = { ...before, ...wanted.seats };
  const more = LICENSE_KIND_NAMES.filter((kind) => (wanted.seats[kind] ?? 0) > 0);
  const lines = inOrder([...kindsOfTerms({ plan, owned }), ...more]).map((kind) => ({
    kind,
    before: before[kind] ?? 0,
    after: counts[kind] ?? 0,
    pricePerSeat: plan.kinds[kind]?.monthlyPrice ?? 0,
  }));
  const others = owned.pools.filter(({ kind }) => plan.kinds[kind] === undefined);
  const { planId } = plan;
  const { accountId } = account;
  return {
    plan,
    entry: { accountId, entry: owned.version + 1, planId, currency: list.currency, lines },
    faults: [
      ...seatFaults(plan, counts, '/seats'),
      ...waitingFaults(others, plan, terms),
      ...appFaults(plan, terms),
    ],
    tooFew: tooFewAmong(lines, owned.pools),
    gone: inOrder(others.filter(({ waiting }) => waiting === 0).map(({ kind }) => kind)),
  };
};

/** Whether a change would leave everything as it is, prices among them. */
export const changesNothing = ({ entry }: SeatChange, { latest, owned }: Terms): boolean =>
  latest !== undefined &&
  latest.entry === owned.version &&
  latest.planId === entry.planId &&
  latest.currency === entry.currency &&
  entry.lines.every(({ kind, before, after, pricePerSeat }) => {
    const line = latest.lines.find((one) => one.kind === kind);
    return before === after && line?.after === after && line.pricePerSeat === pricePerSeat;
  });
