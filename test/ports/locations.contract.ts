import { describe, expect, it } from 'vitest';
import { stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const HERE = { 'us-east-1': 'https://one.example', 'eu-west-1': 'https://two.example' };

export const locationsContract = (open: OpenStore): void => {
  describe('locations', () => {
    it('AP-130 AP-131 B-7 keep where their APIs are, as it was told last, however often', async () => {
      const { ports } = open();
      await ports.locations.name(HERE, stampAt());
      await ports.locations.name(HERE, stampAt());
      expect(await ports.locations.apiUrls()).toEqual(HERE);
      const there = { 'eu-west-1': 'https://three.example' };
      await ports.locations.name(there, stampAt());
      expect(await ports.locations.apiUrls()).toEqual(there);
    });
  });
};
