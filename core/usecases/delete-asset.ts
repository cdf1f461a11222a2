import { ASSET_KINDS, type AssetRef } from '../domain/asset-kinds.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import { type Authority, reaches } from '../domain/authorization/authority.ts';
import { ChangedMeanwhile, InUse, NotArchived } from '../domain/errors.ts';
import type { Member } from '../domain/member.ts';
import { fullName } from '../domain/sections/profile.ts';
import { assetToChange } from './asset-to-change.ts';
import type { AssetUser, Ports } from './ports.ts';

type Needs = Pick<Ports, 'assets' | 'accessLists' | 'members'>;

const MOST_NAMED = 10;

/** What an account uses of each kind. */
const OF_ACCOUNT: Partial<Record<AssetRef['kind'], string>> = {
  number: 'the account’s default number',
  campaign: 'the account’s call recording',
};

const idsOf = (users: readonly AssetUser[]): readonly string[] =>
  users.flatMap((user) => ('userId' in user ? [user.userId] : []));

/** Who uses it, in words; nobody learns more of a member or of work than they see. */
const inWords = (
  authority: Authority,
  { kind }: AssetRef,
  users: readonly AssetUser[],
  heads: readonly Member[],
): readonly string[] => {
  const nameOf = (userId: string): string => {
    const head = heads.find((one) => one.userId === userId);
    return head !== undefined && reaches(authority, head)
      ? `${fullName(head)} (${userId})`
      : 'a member whom you do not see';
  };
  const wordsFor = (user: AssetUser): string => {
    switch (user.by) {
      case 'account':
        return OF_ACCOUNT[kind] ?? 'the account’s settings';
      case 'asset':
        return seesAsset(authority, user)
          ? `the ${ASSET_KINDS[user.kind].name} ${user.key}`
          : 'work that you do not see';
      case 'member':
        return `${nameOf(user.userId)} is assigned to it`;
      case 'settings':
        return `${nameOf(user.userId)} has it in their settings`;
    }
  };
  const words = users.slice(0, MOST_NAMED).map(wordsFor);
  return [...new Set(words), ...(users.length > MOST_NAMED ? ['others'] : [])];
};

/**
 * Deletes an asset that is archived and that nobody uses: whoever wants to use it says so before they look whether it is
 * archived, so of two who meet one sees the other (ADR 0021).
 * Throws `Forbidden`, `NotFound`, `NotOnAccessList`, `ChangedMeanwhile`, `NotArchived`, and `InUse`, which names by whom.
 */
export const deleteAsset =
  (ports: Needs) =>
  async (authority: Authority, ref: AssetRef, ifMatch: number): Promise<void> => {
    const asset = await assetToChange(ports)(authority, ref);
    if (asset.version !== ifMatch) throw new ChangedMeanwhile();
    if (!asset.archived) throw new NotArchived();
    const users = await ports.assets.users(asset, MOST_NAMED + 1);
    if (users.length > 0) {
      const heads = await ports.members.heads(asset.accountId, idsOf(users));
      throw new InUse(ASSET_KINDS[asset.kind].name, inWords(authority, asset, users, heads));
    }
    await ports.assets.remove(asset);
  };
