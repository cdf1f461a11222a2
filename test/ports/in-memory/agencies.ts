import type { Agencies } from '../../../core/usecases/ports.ts';
import { copy, type Database } from './database.ts';
import { byBytes } from './page.ts';

export const inMemoryAgencies = ({ agencies, accounts }: Database): Agencies => ({
  async create(agency) {
    if (!agencies.has(agency.agencyId)) agencies.set(agency.agencyId, copy(agency));
  },
  read: async (agencyId) => copy(agencies.get(agencyId)),
  accounts: async (agencyId) =>
    [...accounts.values()]
      .filter((account) => account.agencyId === agencyId)
      .map(({ accountId, name }) => ({ accountId, name }))
      .sort((one, other) => byBytes(one.accountId, other.accountId)),
});
