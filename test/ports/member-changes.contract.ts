import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { sectionRecord } from '../../core/domain/section-record.ts';
import { changeOf, memberAtWork, outcomes, permissionsRecord } from './member-samples.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, LATER, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const memberChangesContract = (open: OpenStore): void => {
  describe('changes of what a member may do', () => {
    it('AP-24 changes folder, sections and version at once, and leaves the rest', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const ref = await memberAtWork(ports, accountId);
      const before = await ports.members.read(ref);
      const records = [permissionsRecord({ role: 'call-manager' })];
      const change = await changeOf(ports, ref, { records, taken: [folder] });
      const member = { ...change.member, folderId: folder.id };
      await ports.members.change({ ...change, member }, stampAt());
      expect(await ports.members.read(ref)).toEqual({
        member: { ...before?.member, folderId: folder.id, version: 1 },
        records: [before?.records[0], ...records.map((record) => ({ ...record, revision: 1 }))],
      });
    });

    it('AP-24 takes a restriction away with its record’s data, and brings it back', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const left = { section: 'access', state: 'done', runId: newId('run'), startedAt: NOW, endedAt: NOW };
      const restricted = sectionRecord.parse({ ...left, data: { allowedNetworks: ['192.0.2.0/24'] } });
      await ports.members.change(await changeOf(ports, ref, { records: [restricted] }), stampAt());
      expect((await ports.standings.read(ref))?.access).toEqual({ allowedNetworks: ['192.0.2.0/24'] });
      const open_ = sectionRecord.parse(left);
      await ports.members.change(await changeOf(ports, ref, { records: [open_] }), stampAt());
      expect((await ports.standings.read(ref))?.access).toBeUndefined();
    });

    it('AP-24 suspends, restores and signs out: lists follow the state, and keep their order', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const ref = await memberAtWork(ports, accountId);
      const listed = async (status: 'active' | 'suspended') => {
        const { items } = await ports.members.list(accountId, { status, namePrefix: 'ana' }, { limit: 5 });
        return items.map(({ userId, version }) => [userId, version]);
      };
      const suspended = await changeOf(ports, ref);
      await ports.members.change(
        { ...suspended, member: { ...suspended.member, status: 'suspended', signedOutAt: LATER } },
        stampAt(),
      );
      expect(await listed('active')).toEqual([]);
      expect(await listed('suspended')).toEqual([[ref.userId, 1]]);
      const restored = await changeOf(ports, ref);
      expect(restored.before.member.signedOutAt).toBe(LATER);
      const { signedOutAt: _, ...member } = restored.member;
      await ports.members.change({ ...restored, member: { ...member, status: 'active' } }, stampAt());
      expect(await listed('active')).toEqual([[ref.userId, 2]]);
      expect((await ports.members.read(ref))?.member.signedOutAt).toBeUndefined();
    });

    it('AP-24 never touches a name', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const change = await changeOf(ports, ref);
      const member = { ...change.member, firstName: 'Eva', email: 'eva@example.com', location: 'nowhere' };
      await ports.members.change({ ...change, member }, stampAt());
      expect((await ports.members.read(ref))?.member).toMatchObject({ firstName: 'Ana', version: 1 });
    });

    it('AP-24 refuses a change of what has changed since it was read', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const stale = await changeOf(ports, ref, { records: [permissionsRecord({ role: 'call-manager' })] });
      await ports.members.change(await changeOf(ports, ref), stampAt());
      await expect(ports.members.change(stale, stampAt())).rejects.toThrow(ChangedMeanwhile);
      const { records = [] } = (await ports.members.read(ref)) ?? {};
      expect(records).toContainEqual(
        expect.objectContaining({ data: expect.objectContaining({ role: 'call-agent' }) }),
      );
      const elsewhere = {
        ...stale,
        before: { ...stale.before, member: { ...stale.member, status: 'suspended' as const } },
      };
      await expect(ports.members.change(elsewhere, stampAt())).rejects.toThrow(ChangedMeanwhile);
    });

    it('AP-24 of two changes of one member at once, one wins', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const changes = await Promise.all([1, 2, 3].map(() => changeOf(ports, ref)));
      const results = await outcomes(changes.map((change) => ports.members.change(change, stampAt())));
      expect(results.sort()).toEqual(['changed-meanwhile', 'changed-meanwhile', 'done']);
      expect((await ports.members.read(ref))?.member.version).toBe(1);
    });

    it('AP-24 gives a user a role in their agency, and takes it away', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const role = {
        agencyId: newId('agency'),
        accountId: ref.accountId,
        role: 'marketing-manager' as const,
      };
      await ports.members.change(await changeOf(ports, ref, { agencyRole: { is: role } }), stampAt());
      expect((await ports.users.read(ref.userId))?.agencyRole).toEqual(role);
      await ports.members.change(await changeOf(ports, ref), stampAt());
      expect((await ports.users.read(ref.userId))?.agencyRole).toEqual(role);
      await ports.members.change(await changeOf(ports, ref, { agencyRole: { is: undefined } }), stampAt());
      expect((await ports.users.read(ref.userId))?.agencyRole).toBeUndefined();
    });
  });
};
