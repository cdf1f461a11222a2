import { describe, expect, it } from 'vitest';
import type { Account } from '../../core/domain/account.ts';
import { InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { freshPool } from '../../core/domain/pool.ts';
import { LATER, NOW, openingOf, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const newAgency = () => ({ agencyId: newId('agency'), name: 'Northwind', createdAt: NOW });

const newAccount = (more: Partial<Account> = {}): Account => ({
  accountId: newId('account'),
  name: 'Acme',
  language: 'en',
  licensePolicy: 'reject',
  apps: [],
  createdAt: NOW,
  ...more,
});

const pool = freshPool('lmp', 3);
/** Three seats of the base license. */
const owning = ({ accountId }: Account) => openingOf(accountId, { lmp: 3 });
const nothing = ({ accountId }: Account) => openingOf(accountId, {});

export const agenciesContract = (open: OpenStore): void => {
  describe('agencies', () => {
    it('AP-80 AP-81 are created once: a repeat changes nothing', async () => {
      const { ports } = open();
      const agency = newAgency();
      await ports.agencies.create(agency, stampAt());
      await ports.agencies.create({ ...agency, name: 'Other', createdAt: LATER }, stampAt(LATER));
      expect(await ports.agencies.read(agency.agencyId)).toEqual(agency);
      expect(await ports.agencies.read(newId('agency'))).toBeUndefined();
    });

    it('AP-82 D-25 reach the accounts created in them, by id, and no others', async () => {
      const { ports } = open();
      const { agencyId } = newAgency();
      const other = newAgency();
      await ports.agencies.create({ ...newAgency(), agencyId }, stampAt());
      await ports.agencies.create(other, stampAt());
      expect(await ports.agencies.accounts(agencyId)).toEqual([]);
      const made = ['One', 'Two', 'Three'].map((name) => newAccount({ name, agencyId }));
      for (const account of made) await ports.accounts.create(account, owning(account), stampAt());
      for (const account of [newAccount({ agencyId: other.agencyId }), newAccount()])
        await ports.accounts.create(account, nothing(account), stampAt());
      const expected = made
        .map(({ accountId, name }) => ({ accountId, name }))
        .sort((one, next) => (one.accountId < next.accountId ? -1 : 1));
      expect(await ports.agencies.accounts(agencyId)).toEqual(expected);
    });
  });

  describe('accounts of an agency', () => {
    it('AP-01 E-13 know their agency, and the account they belong to', async () => {
      const { ports } = open();
      const { agencyId, ...agency } = newAgency();
      await ports.agencies.create({ ...agency, agencyId }, stampAt());
      const parent = newAccount({ agencyId });
      const child = newAccount({ agencyId, parentAccountId: parent.accountId });
      await ports.accounts.create(parent, owning(parent), stampAt());
      await ports.accounts.create(child, owning(child), stampAt());
      expect(await ports.accounts.read(child.accountId)).toEqual(child);
      expect(await ports.accounts.readWithPools(parent.accountId)).toEqual({
        account: parent,
        pools: [pool],
      });
    });

    it('AP-01 are not created in an agency that is not there, nor below an account that is not', async () => {
      const { ports } = open();
      const account = newAccount({ agencyId: newId('agency'), parentAccountId: newId('account') });
      const refusal = await ports.accounts
        .create(account, owning(account), stampAt())
        .catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(InvalidRequest);
      expect(refusal).toMatchObject({
        faults: [{ pointer: '/account/agencyId' }, { pointer: '/account/parentAccountId' }],
      });
      expect(await ports.accounts.readWithPools(account.accountId)).toBeUndefined();
      expect(await ports.agencies.accounts(account.agencyId ?? '')).toEqual([]);
    });

    it('AP-01 are not their own parent', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const account = newAccount({ accountId, parentAccountId: accountId });
      await expect(ports.accounts.create(account, nothing(account), stampAt())).rejects.toMatchObject({
        faults: [{ pointer: '/account/parentAccountId' }],
      });
    });

    it('AP-01 stay where they are when their creation is repeated, whatever the repeat names', async () => {
      const { ports } = open();
      const agency = newAgency();
      await ports.agencies.create(agency, stampAt());
      const account = newAccount();
      await ports.accounts.create(account, nothing(account), stampAt());
      await ports.accounts.create({ ...account, agencyId: agency.agencyId }, owning(account), stampAt());
      await ports.accounts.create({ ...account, agencyId: newId('agency') }, owning(account), stampAt());
      expect(await ports.accounts.readWithPools(account.accountId)).toEqual({ account, pools: [] });
      expect(await ports.agencies.accounts(agency.agencyId)).toEqual([]);
    });
  });
};
