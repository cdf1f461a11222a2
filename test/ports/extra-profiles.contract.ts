import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { LATER, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const extraProfilesContract = (open: OpenStore): void => {
  describe('extra profiles', () => {
    it('AP-170 E-24 has nothing of who has neither answered nor skipped', async () => {
      const { extraProfiles } = open().ports;
      const userId = newId('user');
      expect(await extraProfiles.read(userId)).toBeUndefined();
      await extraProfiles.keep(userId, {}, stampAt());
      expect(await extraProfiles.read(userId)).toEqual({});
      expect(await extraProfiles.read(newId('user'))).toBeUndefined();
    });

    it('AP-171 E-24 keeps the whole of what was answered last', async () => {
      const { extraProfiles } = open().ports;
      const userId = newId('user');
      const all = { cellPhone: '+14155550123', smsOptIn: true, shirtSize: 'M', gender: 'woman' } as const;
      await extraProfiles.keep(userId, all, stampAt());
      expect(await extraProfiles.read(userId)).toEqual(all);
      await extraProfiles.keep(userId, { shirtSize: 'L' }, stampAt(LATER));
      expect(await extraProfiles.read(userId)).toEqual({ shirtSize: 'L' });
    });
  });
};
