import { isDeepStrictEqual } from 'node:util';
import { ChangedMeanwhile } from '../../../core/domain/errors.ts';
import { freshPool, type Pool, takenSeats } from '../../../core/domain/pool.ts';
import type { Billing } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { pageOf } from './page.ts';

const NOT_BILLED_YET = { planId: '', version: 0 };

export const inMemoryBilling = ({ accounts, pools, billing, ledger }: Database): Billing => {
  const poolsOf = (accountId: string): Pool[] =>
    [...pools].filter(([key]) => key.startsWith(`${accountId}#`)).map(([, pool]) => pool);
  const entriesOf = (accountId: string) => ledger.get(accountId) ?? [];
  return {
    async read(accountId) {
      if (!accounts.has(accountId)) return undefined;
      return copy({ ...(billing.get(accountId) ?? NOT_BILLED_YET), pools: poolsOf(accountId) });
    },
    async change(entry, _stamp, gone = []) {
      const { accountId, planId, lines } = entry;
      const version = accounts.has(accountId) ? (billing.get(accountId)?.version ?? 0) : undefined;
      if (version !== entry.entry - 1) {
        if (isDeepStrictEqual(entriesOf(accountId)[entry.entry - 1], entry)) return { taken: [] };
        throw new ChangedMeanwhile();
      }
      const poolOf = ({ kind }: (typeof lines)[number]) => pools.get(keys.pool(accountId, kind));
      const taken = lines.filter((line) => {
        const pool = poolOf(line);
        return pool !== undefined && takenSeats(pool) > line.after;
      });
      if (taken.length > 0) return { taken: taken.map(({ kind }) => kind) };
      const going = poolsOf(accountId).filter(({ kind }) => gone.includes(kind));
      if (going.some(({ waiting }) => waiting > 0)) throw new ChangedMeanwhile();
      for (const { kind } of going) pools.delete(keys.pool(accountId, kind));
      for (const line of lines) {
        if (gone.includes(line.kind)) continue;
        const pool = poolOf(line) ?? freshPool(line.kind, 0);
        pools.set(keys.pool(accountId, line.kind), { ...pool, purchased: line.after });
      }
      billing.set(accountId, { planId, version: entry.entry });
      ledger.set(accountId, [...entriesOf(accountId), copy(entry)]);
      return { taken: [] };
    },
    async ledger(accountId, page) {
      const newestFirst = entriesOf(accountId)
        .map((entry) => [String(entry.entry).padStart(10, '0'), copy(entry)] as const)
        .toReversed();
      return pageOf(`${accountId}/ledger/`, newestFirst, (key, position) => key < position, page);
    },
    entriesBefore: async (accountId, time) => copy(entriesOf(accountId).filter(({ at }) => at < time)),
  };
};
