import * as z from 'zod/mini';
import { APP_NAMES } from '../domain/apps.ts';
import { docs } from '../domain/docs.ts';
import { accountId } from '../domain/ids.ts';
import { LICENSE_KIND_NAMES, LICENSE_POLICIES } from '../domain/licenses.ts';
import { seatCount } from '../domain/plan.ts';
import { time } from '../domain/time.ts';
import { licenseFacts } from './license-facts.ts';
import { page } from './lists.ts';

const count = z.int().check(z.minimum(0));
/** A number of something; what is said of one schema is said wherever it stands, so each has its own. */
const countOf = (description: string) => z.int().check(z.minimum(0)).register(docs, { description });
const kind = z.enum(LICENSE_KIND_NAMES);
const money = countOf('In the currency’s smallest unit, such as cents.');
const currency = z.string().register(docs, { description: 'ISO 4217.' });
const plan = z.object({ planId: z.string(), name: z.string() });
const terms = { least: count, most: count, monthlyPrice: money };

/** What an account owns, uses and has free, what it costs, and what it could have (A-9, B-12). */
export const billingView = z
  .object({
    accountId,
    plan,
    currency,
    licensePolicy: z.enum(LICENSE_POLICIES),
    apps: z.array(z.enum(APP_NAMES)),
    kinds: z.array(
      z.object({
        ...licenseFacts,
        purchased: count,
        assigned: countOf('Held by members, of kinds that are assigned to them.'),
        inUse: countOf('Taken by sessions, of kinds that are taken at sign-in.'),
        free: count,
        waiting: countOf('Members in the waiting line for this kind.'),
        ...terms,
        monthlyCost: money,
      }),
    ),
    total: countOf('What a month costs, as things are now.'),
    plans: z
      .array(z.object({ ...plan.shape, kinds: z.array(z.object({ kind, ...terms })) }))
      .register(docs, { description: 'The plans there are to change to.' }),
  })
  .register(docs, { id: 'Billing' });

/** How many seats of which kinds an account is to own. */
export const seatsRequest = z
  .strictObject({
    seats: z
      ._default(z.partialRecord(kind, seatCount), {})
      .register(docs, { description: 'By kind; those that are left out stay as they are.' }),
    plan: z.optional(z.string()).register(docs, { description: 'The plan to change to, by its id.' }),
  })
  .register(docs, { id: 'SeatsRequest' });

const cost = z.object({ seats: count, monthlyPrice: money, monthlyCost: money });

export const seatsPreview = z
  .object({
    plan,
    currency,
    kinds: z.array(z.object({ kind, name: z.string(), before: cost, after: cost })),
    total: z.object({
      before: money,
      after: money,
      difference: z.int().register(docs, { description: 'Below zero if it would cost less.' }),
    }),
    faults: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .register(docs, { description: 'All that stands in the way; none if it can be done.' }),
    holders: z
      .array(
        z.object({
          kind,
          taken: count,
          members: z.array(z.object({ userId: z.string(), name: z.string() })),
        }),
      )
      .register(docs, {
        description:
          'The kinds of which more seats are taken than would be left, and by whom one may know of.',
      }),
  })
  .register(docs, { id: 'SeatsPreview' });

const ledgerEntry = z
  .object({
    entry: countOf('Counted from 1, what the account was created with.'),
    at: time,
    by: z.string().register(docs, { description: 'A user, an API user, or `operator`.' }),
    planId: z.string(),
    currency,
    lines: z.array(z.object({ kind, before: count, after: count, pricePerSeat: money })),
  })
  .register(docs, { id: 'LedgerEntry' });

export const ledgerPage = page(ledgerEntry).register(docs, { id: 'LedgerPage' });

export const month = z
  .string()
  .check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'must be a month such as 2026-11'))
  .register(docs, { description: 'A month of the calendar in UTC, such as 2026-11.' });

const statementHead = {
  month,
  open: z.boolean().register(docs, {
    description: 'The month is not over: only the days that have ended are charged yet.',
  }),
  currency,
  total: money,
};

export const statementList = z
  .object({ items: z.array(z.object(statementHead)) })
  .register(docs, { id: 'StatementList' });

const seatsOwned = (description: string) =>
  z.array(z.object({ kind, seats: count })).register(docs, { description });

/** What an account is charged for a month, and why: each day by the seats owned at its end. */
export const statementView = z
  .object({
    ...statementHead,
    daysInMonth: count,
    daysCharged: count,
    opening: seatsOwned('Seats owned when the month began.'),
    closing: seatsOwned('Seats owned when it ended, or now.'),
    lines: z.array(
      z.object({
        kind,
        name: z.string(),
        pricePerSeat: countOf('Of a whole month.'),
        seatDays: countOf('Seats, counted once for each day.'),
        amount: money,
      }),
    ),
    entries: z.array(ledgerEntry).register(docs, { description: 'What was changed in the month.' }),
  })
  .register(docs, { id: 'Statement' });
