import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { assetView } from '../../../core/contract/asset.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf } from './client.ts';

export type Asset = z.output<typeof assetView>;
export type AssetKind = Asset['kind'];

/** A list to choose from is short enough to be read as a whole; of an endless one, this much. */
const MOST_PAGES = 10;

const readAll = async ({ api, accountId }: Account, kind: AssetKind): Promise<readonly Asset[]> => {
  const found: Asset[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = { limit: 100, ...(cursor !== undefined && { cursor }) };
    const { items, nextCursor } = await bodyOf(
      api.GET('/v1/accounts/{accountId}/assets/{kind}', { params: { path: { accountId, kind }, query } }),
    );
    found.push(...items);
    if (nextCursor === undefined) break;
    cursor = nextCursor;
  }
  return found;
};

/** What the account has of a kind, without what is archived. */
export const useAssets = (kind: AssetKind) => {
  const account = useAccount();
  return useQuery({
    queryKey: ['assets', account.accountId, kind],
    queryFn: () => readAll(account, kind),
    enabled: account.may('listAssets'),
  });
};
