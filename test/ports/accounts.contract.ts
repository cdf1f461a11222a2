import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { given, NOW, recordOfRun, request, stampAt } from './samples.ts';
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

  describe('standings', () => {
    it('AP-04 reads account, member, permissions and restriction at once', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const asked = request({ access: { allowedNetworks: ['2001:db8::/32'] } });
      const run = await given(ports).member(accountId, asked);
      await ports.members.record(run, recordOfRun(run, 'permissions'), stampAt());
      await ports.members.record(run, recordOfRun(run, 'access'), stampAt());
      const standing = await ports.standings.read(run);
      expect(standing?.account).toMatchObject({ accountId, name: 'Acme' });
      expect(standing?.member).toMatchObject({ userId: run.userId, status: 'onboarding' });
      expect(standing?.permissions).toEqual(asked.permissions);
      expect(standing?.access).toEqual({ allowedNetworks: ['2001:db8::/32'] });
    });

    it('AP-04 has neither permissions nor restriction while their steps are to come, or were skipped', async () => {
      const { ports } = open();
      const run = await given(ports).member(await given(ports).account());
      expect(await ports.standings.read(run)).toMatchObject({ permissions: undefined, access: undefined });
      await ports.members.record(run, recordOfRun(run, 'access'), stampAt());
      expect((await ports.standings.read(run))?.access).toBeUndefined();
    });

    it('AP-04 knows nothing of who is no member, and of members of accounts that are not there', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const elsewhere = await given(ports).member(await given(ports).account());
      expect(await ports.standings.read({ accountId, userId: elsewhere.userId })).toBeUndefined();
      expect(await ports.standings.read(await given(ports).member())).toBeUndefined();
    });
  });
};
