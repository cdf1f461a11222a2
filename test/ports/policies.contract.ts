import { describe, expect, it } from 'vitest';
import { firstPolicy } from '../../core/domain/authorization/policy.ts';
import type { Use } from '../../core/domain/authorization/uses.ts';
import { Busy, IdempotencyKeyReused, PolicyFull } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { givenPolicy, withFolder, withRole } from './policy-samples.ts';
import { given, idempotency, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const CHANGED = { outcome: 'changed' };

export const policiesContract = (open: OpenStore): void => {
  describe('policies', () => {
    it('AP-60 an account that has changed nothing has the first policy', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      expect(await ports.policies.read(accountId)).toEqual(firstPolicy(accountId));
    });

    it('AP-61 stores a policy as a whole, and its version with the account', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const role: Use = { kind: 'role', id: newId('role') };
      const policy = withRole(firstPolicy(accountId), role.id);
      expect(await ports.policies.change(policy, { created: role }, stampAt())).toEqual(CHANGED);
      expect(await ports.policies.read(accountId)).toEqual(policy);
      const standing = await ports.standings.read({ accountId, userId: newId('user') });
      expect(standing?.policyVersion).toBe(1);
      const next = withFolder(policy, newId('folder'));
      expect(await ports.policies.change(next, {}, stampAt())).toEqual(CHANGED);
      expect(await ports.policies.read(accountId)).toEqual(next);
      expect(await ports.policies.read(await given(ports).account())).toMatchObject({ version: 0 });
    });

    it('AP-61 leaves a policy that somebody else has changed meanwhile', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const first = withRole(firstPolicy(accountId), newId('role'), 'First');
      const second = withRole(firstPolicy(accountId), newId('role'), 'Second');
      await ports.policies.change(first, {}, stampAt());
      expect(await ports.policies.change(second, {}, stampAt())).toEqual({ outcome: 'stale' });
      expect(await ports.policies.change({ ...second, version: 3 }, {}, stampAt())).toEqual({
        outcome: 'stale',
      });
      expect(await ports.policies.read(accountId)).toEqual(first);
    });

    it('AP-61 of two changes at once, one is made', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await givenPolicy(ports).folder(accountId);
      const read = await ports.policies.read(accountId);
      const outcomes = await Promise.all(
        ['One', 'Two', 'Three'].map(async (name) => {
          const created: Use = { kind: 'role', id: newId('role') };
          const policy = withRole(read, created.id, name);
          return (await ports.policies.change(policy, { created }, stampAt())).outcome;
        }),
      );
      expect(outcomes.sort()).toEqual(['changed', 'stale', 'stale']);
      expect(Object.keys((await ports.policies.read(accountId)).roles)).toHaveLength(1);
    });

    it('AP-61 AP-05 changes once under one key, and a repeat names what came of it', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const key = idempotency();
      const created: Use = { kind: 'role', id: newId('role') };
      const policy = withRole(firstPolicy(accountId), created.id);
      const change = () =>
        ports.policies.change(policy, { created }, stampAt(), { key, resultId: created.id });
      expect(await change()).toEqual(CHANGED);
      expect(await change()).toEqual({ outcome: 'replayed', replayOf: created.id });
      expect(await ports.policies.read(accountId)).toEqual(policy);
      const reused = { key: { ...key, requestHash: 'hash-2' }, resultId: created.id };
      await expect(ports.policies.change({ ...policy, version: 2 }, {}, stampAt(), reused)).rejects.toThrow(
        IdempotencyKeyReused,
      );
    });

    it('AP-61 keeps nothing of what was refused: the key is free for the next request', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const key = idempotency();
      const stale = { ...firstPolicy(accountId), version: 5 };
      expect(await ports.policies.change(stale, {}, stampAt(), { key, resultId: 'x' })).toEqual({
        outcome: 'stale',
      });
      expect(await ports.replays.find(key)).toBeUndefined();
    });

    it('AP-61 refuses what would not fit into one item, and keeps what was there', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const group = (groupId: string) => ({
        groupId,
        name: 'Wide',
        folders: ['fld_root'],
        work: Array.from({ length: 200 }, (_, number) => `queue/${`${number}`.padEnd(58, 'x')}`),
        version: 1,
      });
      const groups = Object.fromEntries(
        Array.from({ length: 40 }, () => newId('group')).map((groupId) => [groupId, group(groupId)]),
      );
      const policy = { ...firstPolicy(accountId), version: 1, groups };
      await expect(ports.policies.change(policy, {}, stampAt())).rejects.toThrow(PolicyFull);
      expect(await ports.policies.read(accountId)).toMatchObject({ version: 0 });
      const fitting = { ...policy, groups: Object.fromEntries(Object.entries(groups).slice(0, 24)) };
      expect(await ports.policies.change(fitting, {}, stampAt())).toEqual(CHANGED);
      expect(await ports.policies.read(accountId)).toEqual(fitting);
    });

    it('AP-61 stores no policy for an account that is not there', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const policy = { ...firstPolicy(accountId), version: 1 };
      await expect(ports.policies.change(policy, {}, stampAt())).rejects.toThrow(Busy);
      expect(await ports.policies.read(accountId)).toMatchObject({ version: 0 });
    });

    it.each(['role', 'folder', 'group'] as const)(
      'AP-61 deletes a %s that nobody uses, once',
      async (kind) => {
        const { ports } = open();
        const accountId = await given(ports).account();
        const use = await givenPolicy(ports)[kind](accountId);
        const before = await ports.policies.read(accountId);
        expect(await givenPolicy(ports).deleted(accountId, use)).toBe('changed');
        expect(await ports.policies.read(accountId)).toEqual({
          ...firstPolicy(accountId),
          version: 2,
        });
        const again = { ...before, version: 2 };
        expect(await ports.policies.change(again, { deleted: use }, stampAt())).toEqual({
          outcome: 'stale',
        });
      },
    );

    it('AP-62 names some of those who use a folder, by name', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const asked = (firstName: string) =>
        request({ profile: { firstName, lastName: 'Lee', folderId: folder.id } });
      const zoe = await given(ports).run(accountId, asked('Zoe'));
      const ann = await given(ports).run(accountId, asked('Ann'));
      expect(await ports.policies.users(accountId, folder, 10)).toEqual([
        { userId: ann.userId, name: 'Ann Lee' },
        { userId: zoe.userId, name: 'Zoe Lee' },
      ]);
      expect(await ports.policies.users(accountId, folder, 1)).toHaveLength(1);
      const other = await givenPolicy(ports).folder(accountId);
      expect(await ports.policies.users(accountId, other, 10)).toEqual([]);
    });
  });
};
