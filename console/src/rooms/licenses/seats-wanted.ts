import type { BillingKind, LicenseKind, SeatsRequest } from '../../api/billing.ts';

/** How many seats are to be owned, of the kinds of which it is to be another number than now. */
export type Wanted = Readonly<Partial<Record<LicenseKind, number>>>;

export const wantedOf = (wanted: Wanted, { kind, purchased }: BillingKind): number =>
  wanted[kind] ?? purchased;

/** What is wanted, with another number of one kind; as many as are owned is no wish. */
export const withWanted = (wanted: Wanted, { kind, purchased }: BillingKind, seats: number): Wanted => {
  const { [kind]: _, ...others } = wanted;
  return seats === purchased ? others : { ...others, [kind]: seats };
};

export const seatsIn = (wanted: Wanted): SeatsRequest | undefined =>
  Object.keys(wanted).length === 0 ? undefined : { seats: { ...wanted } };
