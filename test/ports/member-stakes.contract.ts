import { describe, expect, it } from 'vitest';
import { type Use, usesOf, usesWithout } from '../../core/domain/authorization/uses.ts';
import { Busy, ChangedMeanwhile, LastAdministrator } from '../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../core/domain/ids.ts';
import type { MemberChange, MemberRef, Ports } from '../../core/usecases/ports.ts';
import { changeOf, memberAtWork, outcomes, permissionsRecord } from './member-samples.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

/** Gives a member a role of the account's own. */
const giveRole = async (ports: Pick<Ports, 'members'>, ref: MemberRef, role: Use): Promise<MemberChange> => ({
  ...(await changeOf(ports, ref)),
  records: [permissionsRecord({ role: role.id })],
  taken: [role],
});

export const memberStakesContract = (open: OpenStore): void => {
  describe('the administrators of an account', () => {
    it('AP-24 are counted as they come and go, and never come to none', async () => {
      const { ports, activeAdministrators } = open();
      const accountId = await given(ports).account();
      const first = await memberAtWork(ports, accountId, { role: 'administrator' });
      const second = await memberAtWork(ports, accountId);
      const by = async (ref: MemberRef, administrators: MemberChange['administrators']) =>
        ports.members.change(await changeOf(ports, ref, { administrators }), stampAt());
      await expect(by(first, -1)).rejects.toThrow(LastAdministrator);
      expect((await ports.members.read(first))?.member.version).toBe(0);
      await by(second, 1);
      expect(await activeAdministrators(accountId)).toBe(2);
      await by(first, -1);
      await expect(by(second, -1)).rejects.toThrow(LastAdministrator);
      expect(await activeAdministrators(accountId)).toBe(1);
    });

    it('AP-24 of two who demote each other at once, one stays', async () => {
      const { ports, activeAdministrators } = open();
      const accountId = await given(ports).account();
      const both = await Promise.all(
        [1, 2].map(() => memberAtWork(ports, accountId, { role: 'administrator' })),
      );
      const changes = await Promise.all(both.map((ref) => changeOf(ports, ref, { administrators: -1 })));
      const results = await outcomes(changes.map((change) => ports.members.change(change, stampAt())));
      expect(results.sort()).toEqual(['done', 'last-administrator']);
      expect(await activeAdministrators(accountId)).toBe(1);
    });

    it('AP-24 are not counted in an account that is not there', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, newId('account'));
      const change = await changeOf(ports, ref, { administrators: 1 });
      await expect(ports.members.change(change, stampAt())).rejects.toThrow(Busy);
    });
  });

  describe('whether a member is an administrator', () => {
    /** What a Query sees of a member whose role has just become another, when it sees half of that. */
    const halfSeen = async (
      { ports, activeAdministrators }: ReturnType<OpenStore>,
      from: string,
      to: string,
      administrators: MemberChange['administrators'],
    ) => {
      const accountId = await given(ports).account();
      for (let count = 0; count < 2; count += 1)
        await memberAtWork(ports, accountId, { role: 'administrator' });
      const ref = await memberAtWork(ports, accountId, { role: from });
      const change = await changeOf(ports, ref, {
        records: [permissionsRecord({ role: to })],
        administrators,
      });
      await ports.members.change(change, stampAt());
      const { before, ...next } = await changeOf(ports, ref);
      const refused = async (more: Partial<MemberChange>) => {
        const counted = await activeAdministrators(accountId);
        const half = { ...next, before: { ...before, records: change.before.records }, ...more };
        await expect(ports.members.change(half, stampAt())).rejects.toThrow(ChangedMeanwhile);
        expect(await activeAdministrators(accountId)).toBe(counted);
        await ports.members.change({ ...half, before }, stampAt());
      };
      return { refused, suspended: { ...next.member, status: 'suspended' as const } };
    };

    it('AP-24 E-21 must be as it was read of whoever is suspended: they count by it', async () => {
      const promoted = await halfSeen(open(), 'call-agent', 'administrator', 1);
      await promoted.refused({ member: promoted.suspended });
      const demoted = await halfSeen(open(), 'administrator', 'call-agent', -1);
      await demoted.refused({ member: demoted.suspended });
    });

    it('AP-24 E-21 must be as it was read where their role becomes another', async () => {
      const records = [permissionsRecord({ role: 'call-manager' })];
      await (await halfSeen(open(), 'call-agent', 'administrator', 1)).refused({ records });
      await (await halfSeen(open(), 'administrator', 'call-agent', -1)).refused({ records });
    });
  });

  describe('what a member uses', () => {
    it('AP-24 AP-61 cannot be deleted until it is given up', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const role = await givenPolicy(ports).role(accountId);
      const ref = await memberAtWork(ports, accountId);
      await ports.members.change(await giveRole(ports, ref, role), stampAt());
      expect(await givenPolicy(ports).deleted(accountId, role)).toBe('in-use');
      expect(await ports.policies.users(accountId, role, 5)).toEqual([
        { userId: ref.userId, name: 'Ana Ruiz' },
      ]);
      await ports.members.change(await changeOf(ports, ref, { givenUp: [role] }), stampAt());
      expect(await ports.policies.users(accountId, role, 5)).toEqual([]);
      expect(await givenPolicy(ports).deleted(accountId, role)).toBe('changed');
    });

    it('AP-24 cannot be what has been deleted', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const role = await givenPolicy(ports).role(accountId);
      const ref = await memberAtWork(ports, accountId);
      const change = await giveRole(ports, ref, role);
      await givenPolicy(ports).deleted(accountId, role);
      await expect(ports.members.change(change, stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect((await ports.members.read(ref))?.member.version).toBe(0);
    });

    it('AP-24 AP-61 of giving a role and deleting it at once, one fails', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      for (let count = 0; count < 8; count += 1) {
        const role = await givenPolicy(ports).role(accountId);
        const ref = await memberAtWork(ports, accountId);
        const change = await giveRole(ports, ref, role);
        const [deleted, [given_]] = await Promise.all([
          givenPolicy(ports).deleted(accountId, role),
          outcomes([ports.members.change(change, stampAt())]),
        ]);
        expect([
          ['changed', 'changed-meanwhile'],
          ['in-use', 'done'],
        ]).toContainEqual([deleted, given_]);
      }
    });

    it('AP-24 moves with a member who changes folder, role and groups', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const role = await givenPolicy(ports).role(accountId);
      const first = await givenPolicy(ports).group(accountId);
      const second = await givenPolicy(ports).group(accountId);
      const ref = await memberAtWork(ports, accountId);
      const usesAs = (folderId: string, groups: readonly string[]) =>
        usesOf(folderId, { role: role.id, grants: [], groups: [...groups] });
      const from = usesAs(folder.id, [first.id]);
      const to = usesAs(ROOT_FOLDER, [first.id, second.id]);
      await ports.members.change(await changeOf(ports, ref, { taken: from }), stampAt());
      const moved = { taken: usesWithout(to, from), givenUp: usesWithout(from, to) };
      await ports.members.change(await changeOf(ports, ref, moved), stampAt());
      const used = async (use: Use) => (await ports.policies.users(accountId, use, 5)).length;
      expect(await Promise.all([folder, role, first, second].map(used))).toEqual([0, 1, 1, 1]);
    });
  });
};
