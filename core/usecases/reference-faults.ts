import { ASSET_KINDS } from '../domain/asset-kinds.ts';
import { seesAsset } from '../domain/authorization/asset-authority.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import type { Fault } from '../domain/errors.ts';
import type { Reference } from '../domain/references.ts';
import type { Ports } from './ports.ts';

/** What is named newly has to be there, in sight, and not archived. `at` is where the references' pointers begin. */
export const referenceFaults =
  ({ assets }: Pick<Ports, 'assets'>) =>
  async (authority: Authority, named: readonly Reference[], at = ''): Promise<readonly Fault[]> => {
    if (named.length === 0) return [];
    const found = await assets.readMany(authority.accountId, named);
    return named.flatMap(({ kind, key, pointer }): Fault[] => {
      const asset = seesAsset(authority, { kind, key })
        ? found.find((one) => one.kind === kind && one.key === key)
        : undefined;
      if (asset !== undefined && !asset.archived) return [];
      const { name } = ASSET_KINDS[kind];
      const detail =
        asset === undefined ? `is no ${name} of this account` : `is archived: restore the ${name} first`;
      return [{ pointer: `${at}${pointer}`, detail }];
    });
  };
