import type { Locations } from '../../../core/usecases/ports.ts';
import type { Database } from './database.ts';

export const inMemoryLocations = (database: Database): Locations => ({
  apiUrls: async () => Object.fromEntries(database.apiUrls),
  async name(apiUrls) {
    database.apiUrls.clear();
    for (const [region, url] of Object.entries(apiUrls)) database.apiUrls.set(region, url);
  },
});
