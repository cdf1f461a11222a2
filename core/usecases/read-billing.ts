import type { Account } from '../domain/account.ts';
import type { LedgerEntry } from '../domain/billing-ledger.ts';
import { NotFound } from '../domain/errors.ts';
import { inOrder, LICENSE_KIND_NAMES, type LicenseKind, licenseFacts } from '../domain/licenses.ts';
import { type Plan, type PriceList, planOf } from '../domain/plan.ts';
import { freeSeats, freshPool, poolOf } from '../domain/pool.ts';
import { chargedNow } from '../domain/statement.ts';
import type { Owned, Ports } from './ports.ts';

type Needs = Pick<Ports, 'accounts' | 'billing'>;

/** What an account owns, by which terms, and the entry by which it is charged for it. */
export interface Terms {
  account: Account;
  owned: Owned;
  plan: Plan;
  latest: LedgerEntry | undefined;
}

/** A plan that is not sold any more: who has it keeps what they own at the price they pay, and gets no more of it. */
const retiredPlan = ({ planId, pools }: Owned, latest: LedgerEntry | undefined): Plan => ({
  planId,
  name: planId,
  kinds: Object.fromEntries(
    pools.map(({ kind, purchased }) => [
      kind,
      { least: 0, most: purchased, monthlyPrice: priceIn(latest, kind) ?? 0 },
    ]),
  ),
});

export const priceIn = (entry: LedgerEntry | undefined, kind: LicenseKind): number | undefined =>
  entry?.lines.find((line) => line.kind === kind)?.pricePerSeat;

const planFor = (list: PriceList, owned: Owned, latest: LedgerEntry | undefined): Plan => {
  const [first] = list.plans;
  // Accounts of before there was billing name no plan.
  if (owned.planId === '' && first !== undefined) return first;
  return planOf(list, owned.planId) ?? retiredPlan(owned, latest);
};

/** Throws `NotFound`. */
export const readTerms =
  ({ accounts, billing }: Needs, list: PriceList) =>
  async (accountId: string): Promise<Terms> => {
    const [account, owned, ledger] = await Promise.all([
      accounts.read(accountId),
      billing.read(accountId),
      billing.ledger(accountId, { limit: 1 }),
    ]);
    if (account === undefined || owned === undefined) throw new NotFound();
    const [latest] = ledger.items;
    return { account, owned, plan: planFor(list, owned, latest), latest };
  };

/** The kinds that the account can own by its plan, and those it owns anyway. */
export const kindsOfTerms = ({ plan, owned }: Pick<Terms, 'plan' | 'owned'>): readonly LicenseKind[] => {
  const owns = owned.pools.filter(({ purchased }) => purchased > 0).map(({ kind }) => kind);
  return inOrder([...LICENSE_KIND_NAMES.filter((kind) => plan.kinds[kind] !== undefined), ...owns]);
};

/** What a seat of no plan costs, and how many there can be. */
const NOT_SOLD = { least: 0, most: 0, monthlyPrice: 0 };

const kindView = ({ plan, owned, latest }: Terms, kind: LicenseKind) => {
  const pool = poolOf(owned.pools, kind) ?? freshPool(kind, 0);
  const { name, help, mode, calling = false, app } = licenseFacts(kind);
  return {
    ...pool,
    name,
    help,
    mode,
    calling,
    app,
    free: freeSeats(pool),
    ...(plan.kinds[kind] ?? NOT_SOLD),
    monthlyCost: pool.purchased * (priceIn(latest, kind) ?? 0),
  };
};

/**
 * Reads what an account owns, uses and has free of each kind of its plan, what that costs a month, and what it could
 * have (A-9, B-12). Throws `NotFound`.
 */
export const readBilling = (ports: Needs, list: PriceList) => async (accountId: string) => {
  const terms = await readTerms(ports, list)(accountId);
  const { account, owned, plan, latest } = terms;
  return {
    version: owned.version,
    view: {
      accountId,
      plan: { planId: plan.planId, name: plan.name },
      currency: latest?.currency ?? list.currency,
      licensePolicy: account.licensePolicy,
      apps: account.apps,
      kinds: kindsOfTerms(terms).map((kind) => kindView(terms, kind)),
      total: chargedNow(latest),
      plans: list.plans.map(({ planId, name, kinds }) => ({
        planId,
        name,
        kinds: LICENSE_KIND_NAMES.flatMap((kind) => {
          const facts = kinds[kind];
          return facts === undefined ? [] : [{ kind, ...facts }];
        }),
      })),
    },
  };
};
