import type { AssetRef } from '../domain/asset-kinds.ts';
import { requireAssetInSight } from '../domain/authorization/asset-authority.ts';
import { type Authority, reaches } from '../domain/authorization/authority.ts';
import { withRole } from '../domain/authorization/member-role.ts';
import type { PageRequest, Ports } from './ports.ts';

/**
 * Lists the members who are assigned to an asset, by user id, as far as one reaches them: a page may be short and yet have
 * a cursor. What nobody is assigned to is not told from what is not there: a page is one query and one batch read.
 * Throws `NotFound`, `InvalidRequest` for a cursor that is not ours.
 */
export const listAssetMembers =
  ({ assets, members }: Pick<Ports, 'assets' | 'members'>) =>
  async (authority: Authority, { kind, key }: AssetRef, query: PageRequest) => {
    requireAssetInSight(authority, { kind, key });
    const { accountId, policy } = authority;
    const row = withRole(policy);
    const { items, nextCursor } = await assets.members({ accountId, kind, key }, query);
    const heads = await members.heads(accountId, items);
    const byId = new Map(heads.map((head) => [head.userId, head]));
    return {
      items: items.flatMap((userId) => {
        const head = byId.get(userId);
        return head !== undefined && reaches(authority, head) ? [row(head)] : [];
      }),
      nextCursor,
    };
  };
