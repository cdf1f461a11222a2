import { describe, expect, it } from 'vitest';
import type { Account } from '../../core/domain/account.ts';
import { newId } from '../../core/domain/ids.ts';
import { freshPool } from '../../core/domain/pool.ts';
import { given, LATER, NOW, openingOf, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const newAccount = (): Account => ({
  accountId: newId('account'),
  name: 'Acme',
  language: 'en',
  licensePolicy: 'reject',
  apps: [],
  createdAt: NOW,
});

export const accountsContract = (open: OpenStore): void => {
  describe('accounts', () => {
    it('AP-01 creates an account with what it owns: its pools, its plan, the first entry of its ledger', async () => {
      const { ports } = open();
      const account = newAccount();
      const { accountId } = account;
      const opening = openingOf(accountId, { lmp: 3, desktop: 120, fax: 0 }, { planId: 'starter' });
      await ports.accounts.create(account, opening, stampAt());
      const found = await ports.accounts.readWithPools(accountId);
      expect(found?.account).toEqual(account);
      expect(new Set(found?.pools)).toEqual(
        new Set([freshPool('lmp', 3), freshPool('desktop', 120), freshPool('fax', 0)]),
      );
      expect(await ports.billing.read(accountId)).toMatchObject({ planId: 'starter', version: 1 });
      expect((await ports.billing.ledger(accountId, { limit: 5 })).items).toEqual([opening]);
    });

    it('AP-01 creates a pool of any size, none of whose seats is lost', async () => {
      const { ports } = open();
      const seats = { lmp: 1, dialer: 49, voip: 51, email: 500, fax: 1_000_000 } as const;
      const accountId = await given(ports).account(seats);
      const found = await ports.accounts.readWithPools(accountId);
      expect(Object.fromEntries(found?.pools.map(({ kind, purchased }) => [kind, purchased]) ?? [])).toEqual(
        seats,
      );
    });

    it('AP-01 changes nothing when repeated, not even with other words', async () => {
      const { ports } = open();
      const account = newAccount();
      const { accountId } = account;
      await ports.accounts.create(account, openingOf(accountId, { lmp: 3 }), stampAt());
      const others = openingOf(accountId, { lmp: 9, fax: 3 }, { planId: 'other' });
      await ports.accounts.create({ ...account, name: 'Other' }, others, stampAt());
      const found = await ports.accounts.readWithPools(accountId);
      expect(found?.account.name).toBe('Acme');
      expect(found?.pools).toEqual([freshPool('lmp', 3)]);
      expect(await ports.billing.read(accountId)).toMatchObject({ planId: 'standard', version: 1 });
    });

    it('AP-02 reads an account, and nothing for an id that nobody has', async () => {
      const { ports } = open();
      const account = newAccount();
      await ports.accounts.create(account, openingOf(account.accountId, {}), stampAt());
      expect(await ports.accounts.read(account.accountId)).toEqual(account);
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

    it('AP-09 changes how the account wants things done, and nothing else', async () => {
      const { ports } = open();
      const account = newAccount();
      const { accountId } = account;
      await ports.accounts.create(account, openingOf(accountId, { lmp: 1 }), stampAt());
      await ports.accounts.change(accountId, { licensePolicy: 'deactivate' }, stampAt(LATER));
      expect(await ports.accounts.read(accountId)).toEqual({ ...account, licensePolicy: 'deactivate' });
      await ports.accounts.change(accountId, { apps: ['crm-connector', 'wallboard'] }, stampAt(LATER));
      expect(await ports.accounts.read(accountId)).toEqual({
        ...account,
        licensePolicy: 'deactivate',
        apps: ['crm-connector', 'wallboard'],
      });
    });

    it('AP-09 makes no account by changing one that is not there', async () => {
      const { ports } = open();
      const accountId = newId('account');
      await expect(
        ports.accounts.change(accountId, { licensePolicy: 'reject' }, stampAt()),
      ).rejects.toMatchObject({ code: 'not-found' });
      expect(await ports.accounts.read(accountId)).toBeUndefined();
    });
  });
};
