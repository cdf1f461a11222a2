import { NotFound } from '../domain/errors.ts';
import { LICENSE_KIND_NAMES, licenseFacts } from '../domain/licenses.ts';
import { freeSeats } from '../domain/pool.ts';
import type { Ports } from './ports.ts';

/** Reads an account with what it owns, uses and has free of each license kind. Throws `NotFound`. */
export const readAccount =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async (accountId: string) => {
    const found = await accounts.readWithPools(accountId);
    if (found === undefined) throw new NotFound();
    const byKind = [...found.pools].sort(
      (one, other) => LICENSE_KIND_NAMES.indexOf(one.kind) - LICENSE_KIND_NAMES.indexOf(other.kind),
    );
    return {
      ...found.account,
      pools: byKind.map((pool) => {
        const { name, help, mode } = licenseFacts(pool.kind);
        return { ...pool, name, help, mode, free: freeSeats(pool) };
      }),
    };
  };
