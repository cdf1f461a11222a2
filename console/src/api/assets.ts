import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import type { assetView } from '../../../core/contract/asset.ts';
import { type Account, useAccount } from './account.tsx';
import { bodyOf } from './client.ts';
import { isProblem } from './problem.ts';

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

type Fields<Kind extends AssetKind> = Omit<
  Extract<Asset, { kind: Kind }>,
  'kind' | 'key' | 'archived' | 'createdAt'
>;

/** What can be made on the spot, and what is said of it. */
type NewAsset = { readonly key: string } & (
  | { readonly kind: 'schedule'; readonly fields: Fields<'schedule'> }
  | { readonly kind: 'sip-client'; readonly fields: Fields<'sip-client'> }
);

/** Makes something that the account has from now on. If there is something else of its key, it gets one of its own. */
export const useMakeAsset = () => {
  const { api, accountId } = useAccount();
  const queries = useQueryClient();
  const put = ({ kind, fields }: NewAsset, key: string) =>
    bodyOf(
      api.POST('/v1/accounts/{accountId}/assets/{kind}', {
        params: { path: { accountId, kind } },
        body: { ...fields, key },
      }),
    );
  return useMutation({
    mutationFn: (asset: NewAsset) =>
      put(asset, asset.key).catch((error: unknown) => {
        if (!isProblem(error, 'asset-exists')) throw error;
        return put(asset, `${asset.key}-${crypto.randomUUID().slice(0, 8)}`);
      }),
    onSuccess: (made) => {
      const queryKey = ['assets', accountId, made.kind];
      queries.setQueryData<readonly Asset[]>(queryKey, (before = []) => [...before, made]);
      return queries.invalidateQueries({ queryKey });
    },
  });
};
