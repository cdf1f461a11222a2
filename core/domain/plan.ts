import * as z from 'zod/mini';
import type { Fault } from './errors/domain-error.ts';
import { inOrder, LICENSE_KIND_NAMES, type LicenseKind } from './licenses.ts';
import type { Pool } from './pool.ts';

/** How many seats of one kind. */
export const seatCount = z.int().check(z.minimum(0), z.maximum(1_000_000));

/** What a plan says of one license kind. */
const planKind = z
  .strictObject({
    /** The fewest and the most seats of the kind that an account of the plan can own. */
    least: seatCount,
    most: seatCount,
    /** What one seat costs a month, in the currency’s smallest unit (cents). */
    monthlyPrice: z.int().check(z.minimum(0), z.maximum(100_000_000)),
  })
  .check(
    z.refine(({ least, most }) => least <= most, {
      path: ['most'],
      error: 'must be at least what is named as least',
    }),
  );

/** What an account can buy: the kinds that exist for it, with how many seats and at which price. */
export const plan = z.strictObject({
  planId: z
    .string()
    .check(z.regex(/^[a-z][a-z0-9-]{0,29}$/, 'must be up to 30 characters of a-z, 0-9 and -')),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  kinds: z.partialRecord(z.enum(LICENSE_KIND_NAMES), planKind),
});

export type Plan = z.infer<typeof plan>;

/** What can be bought in a deployment, as its configuration says. The first plan is the one of accounts that name none. */
export const priceList = z.strictObject({
  /** ISO 4217 */
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'must be a currency code, such as USD')),
  plans: z.array(plan).check(
    z.minLength(1),
    z.refine(
      (plans) => new Set(plans.map(({ planId }) => planId)).size === plans.length,
      'must name each plan once',
    ),
  ),
});

export type PriceList = z.infer<typeof priceList>;

export const planOf = ({ plans }: PriceList, planId: string): Plan | undefined =>
  plans.find((one) => one.planId === planId);

/** How many seats of each kind; a kind that is not named has none. */
export type SeatCounts = Readonly<Partial<Record<LicenseKind, number>>>;

export const seatCounts = (pools: readonly Pick<Pool, 'kind' | 'purchased'>[]): SeatCounts =>
  Object.fromEntries(pools.map(({ kind, purchased }) => [kind, purchased]));

/** Every reason why an account of the plan cannot own these seats. */
export const seatFaults = ({ name, kinds }: Plan, counts: SeatCounts, at: string): readonly Fault[] =>
  inOrder([...Object.keys(kinds), ...Object.keys(counts)].flatMap(asKind)).flatMap((kind) => {
    const pointer = `${at}/${kind}`;
    const count = counts[kind] ?? 0;
    const terms = kinds[kind];
    if (terms === undefined)
      return count === 0 ? [] : [{ pointer, detail: `is not part of the plan ${name}` }];
    const { least, most } = terms;
    if (count >= least && count <= most) return [];
    const range = least === most ? `exactly ${least}` : `${least} to ${most}`;
    return [{ pointer, detail: `must be ${range} in the plan ${name}` }];
  });

const asKind = (name: string): LicenseKind[] => LICENSE_KIND_NAMES.filter((kind) => kind === name);
