import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { given, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const accountsContract = (open: OpenStore): void => {
  describe('accounts', () => {
    const account = {
      name: 'Acme',
      language: 'en',
      licensePolicy: 'reject',
      createdAt: NOW,
    } as const;
    const pool = { kind: 'lmp', purchased: 3, assigned: 0, waiting: 0 } as const;

    it('AP-01 creates an account with its pools', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await ports.accounts.create({ ...account, accountId }, [pool], stampAt());
      expect(await ports.accounts.readWithPools(accountId)).toEqual({
        account: { ...account, accountId },
        pools: [pool],
      });
    });

    it('AP-01 changes nothing when repeated, not even with other words', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await ports.accounts.create({ ...account, accountId }, [pool], stampAt());
      await ports.accounts.create(
        { ...account, accountId, name: 'Other' },
        [
          { ...pool, purchased: 9 },
          { ...pool, kind: 'fax' },
        ],
        stampAt(),
      );
      const found = await ports.accounts.readWithPools(accountId);
      expect(found?.account.name).toBe('Acme');
      expect(found?.pools).toEqual([pool]);
    });

    it('AP-02 reads an account, and nothing for an id that nobody has', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await ports.accounts.create({ ...account, accountId }, [], stampAt());
      expect(await ports.accounts.read(accountId)).toEqual({ ...account, accountId });
      expect(await ports.accounts.read(newId('account'))).toBeUndefined();
    });

    it('AP-03 reads the pools of this account only, and none for an id that nobody has', async () => {
      const { ports } = open();
      const accountId = await given(ports).account({ lmp: 2, voip: 1 });
      await given(ports).account({ fax: 7 });
      const found = await ports.accounts.readWithPools(accountId);
      expect(found?.pools.map(({ kind, purchased }) => `${kind} ${purchased}`).sort()).toEqual([
        'lmp 2',
        'voip 1',
      ]);
      expect(await ports.accounts.readWithPools(newId('account'))).toBeUndefined();
    });
  });
};
