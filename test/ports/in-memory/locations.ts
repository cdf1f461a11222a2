import type { Locations } from '../../../core/usecases/ports.ts';
import { copy, type Database } from './database.ts';

export const inMemoryLocations = (database: Database): Locations => ({
  apiUrls: async () => copy(database.apiUrls),
  async name(apiUrls) {
    database.apiUrls = copy(apiUrls);
  },
});
