import type { PriceList } from '../../core/domain/plan.ts';

const any = (monthlyPrice: number, least = 0) => ({ least, most: 1_000_000, monthlyPrice });
const few = (monthlyPrice: number, least = 0) => ({ least, most: 25, monthlyPrice });

/** A price list like the sample configuration's. */
export const PRICES: PriceList = {
  currency: 'USD',
  plans: [
    {
      planId: 'standard',
      name: 'Standard',
      kinds: {
        lmp: any(5000, 1),
        dialer: any(4000),
        voip: any(3000),
        email: any(900),
        fax: any(500),
        desktop: any(2000),
        crm: any(1200),
        recorder: any(1500),
      },
    },
    { planId: 'starter', name: 'Starter', kinds: { lmp: few(4000, 1), voip: few(3000), email: few(900) } },
  ],
};
