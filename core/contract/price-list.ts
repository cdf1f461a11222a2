import { type PriceList, priceList } from '../domain/plan.ts';

export { priceList } from '../domain/plan.ts';

/** Lambda’s environment is 4 KB in all. */
export const MOST_PRICE_LIST_BYTES = 3 * 1024;

/** The price list as a function finds it in its environment. Throws if it is none. */
export const readPriceList = (text: string): PriceList => priceList.parse(JSON.parse(text));
