import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { given, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const subjectsContract = (open: OpenStore): void => {
  describe('subjects', () => {
    it('AP-28 tells members and API users of the account from everybody else', async () => {
      const { ports } = open();
      const mine = await given(ports).member();
      const theirs = await given(ports).member();
      const apiUserId = newId('apiUser');
      const apiUser = {
        accountId: mine.accountId,
        apiUserId,
        name: 'Sync',
        endpoints: ['listMembers' as const],
        grants: [],
        pages: [],
        allowedNetworks: ['203.0.113.0/24'],
        createdAt: NOW,
        createdBy: mine.userId,
        version: 1,
      };
      await ports.apiUsers.create(apiUser, stampAt());
      const nobody = newId('user');
      const ids = [mine.userId, theirs.userId, apiUserId, nobody, nobody];
      expect(await ports.subjects.strangers(mine.accountId, ids)).toEqual([theirs.userId, nobody]);
      expect(await ports.subjects.strangers(theirs.accountId, [apiUserId])).toEqual([apiUserId]);
    });

    it('AP-28 knows more of them than one batch holds', async () => {
      const { ports } = open();
      const { accountId, userId } = await given(ports).member();
      const many = Array.from({ length: 150 }, () => newId('user'));
      expect(await ports.subjects.strangers(accountId, [...many, userId])).toEqual(many);
    });
  });
};
