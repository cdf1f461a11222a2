import cdkJson from '../../../cdk.json' with { type: 'json' };
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import type { Answer, Office } from '../office.ts';

/** The price list that the cloud is deployed with. */
export const PLANS = cdkJson.context.rollcall.billing.plans;

type Seats = Partial<Record<LicenseKind, number>>;

/** What is asked of an account's billing, by whoever `call` is. */
export const billingOf = ({ accountId }: Pick<Office, 'accountId'>, call: Office['call']) => {
  const path = `/accounts/${accountId}/billing`;
  const read = () => call('GET', path);
  return {
    path,
    read,
    /** Of the kinds asked for, in the catalogue's order. */
    async kinds(...wanted: LicenseKind[]) {
      const { body } = await read();
      return body.kinds.filter(({ kind }: { kind: LicenseKind }) => wanted.includes(kind));
    },
    preview: (seats: Seats, more: { plan?: string } = {}) =>
      call('POST', `${path}/preview`, { seats, ...more }),
    /** Based on what is read just before, unless told. */
    async buy(seats: Seats, more: { plan?: string } = {}, etag?: string | null): Promise<Answer> {
      const basis = etag ?? (await read()).headers.get('etag') ?? '"0"';
      return call('PUT', `${path}/seats`, { seats, ...more }, { 'if-match': basis });
    },
  };
};
