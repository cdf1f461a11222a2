import type { ExtraProfiles } from '../../../core/usecases/ports.ts';
import { copy, type Database } from './database.ts';

export const inMemoryExtraProfiles = ({ extraProfiles }: Database): ExtraProfiles => ({
  read: async (userId) => copy(extraProfiles.get(userId)),
  async keep(userId, answers) {
    extraProfiles.set(userId, copy(answers));
  },
});
