import { describe, expect, it } from 'vitest';
import { type Use, usesOf, usesWithout } from '../../core/domain/authorization/uses.ts';
import { Busy, ChangedMeanwhile, LastAdministrator } from '../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../core/domain/ids.ts';
import { type SectionRecord, sectionRecord } from '../../core/domain/section-record.ts';
import type { MemberChange, MemberRef, Ports } from '../../core/usecases/ports.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, LATER, NOW, recordOfRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Store = Pick<Ports, 'accounts' | 'runs' | 'members' | 'seats' | 'policies'>;

/** A member at work, with their permissions left by step 4. */
const memberAtWork = async (
  ports: Store,
  accountId: string,
  permissions: Record<string, unknown> = {},
): Promise<MemberRef> => {
  const run = await given(ports).member(accountId, request({ permissions }));
  await ports.members.record(run, recordOfRun(run, 'permissions'), stampAt());
  const administrator = permissions.role === 'administrator';
  await ports.runs.finish(run, { outcome: 'active', administrator }, stampAt());
  return run;
};

/** A change of what was read just now: nothing, unless told. */
const changeOf = async (
  { members }: Store,
  ref: MemberRef,
  more: Partial<Omit<MemberChange, 'before'>> = {},
): Promise<MemberChange> => {
  const before = await members.read(ref);
  if (before === undefined) throw new Error('There is no member to change.');
  const { member } = before;
  const next = { ...member, ...more.member, accessVersion: member.accessVersion + 1 };
  return { records: [], taken: [], givenUp: [], administrators: 0, ...more, before, member: next };
};

const permissionsRecord = (data: Record<string, unknown>): SectionRecord =>
  sectionRecord.parse({
    section: 'permissions',
    state: 'done',
    runId: newId('run'),
    startedAt: NOW,
    endedAt: NOW,
    data,
  });

/** Gives a member a role of the account's own. */
const giveRole = async (ports: Store, ref: MemberRef, role: Use): Promise<MemberChange> => ({
  ...(await changeOf(ports, ref)),
  records: [permissionsRecord({ role: role.id })],
  taken: [role],
});

const outcomes = async (attempts: readonly Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(attempts)).map((result) =>
    result.status === 'fulfilled' ? 'done' : Object(result.reason).code,
  );

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
        member: { ...before?.member, folderId: folder.id, accessVersion: 1 },
        records: [before?.records[0], ...records],
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
        return items.map(({ userId, accessVersion, signedOutAt }) => [userId, accessVersion, signedOutAt]);
      };
      const suspended = await changeOf(ports, ref);
      await ports.members.change(
        { ...suspended, member: { ...suspended.member, status: 'suspended', signedOutAt: LATER } },
        stampAt(),
      );
      expect(await listed('active')).toEqual([]);
      expect(await listed('suspended')).toEqual([[ref.userId, 1, LATER]]);
      const restored = await changeOf(ports, ref);
      const { signedOutAt: _, ...member } = restored.member;
      await ports.members.change({ ...restored, member: { ...member, status: 'active' } }, stampAt());
      expect(await listed('active')).toEqual([[ref.userId, 2, undefined]]);
    });

    it('AP-24 never touches a name', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const change = await changeOf(ports, ref);
      const member = { ...change.member, firstName: 'Eva', email: 'eva@example.com', location: 'nowhere' };
      await ports.members.change({ ...change, member }, stampAt());
      expect((await ports.members.read(ref))?.member).toMatchObject({ firstName: 'Ana', accessVersion: 1 });
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
      expect((await ports.members.read(ref))?.member.accessVersion).toBe(1);
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

  describe('the administrators of an account', () => {
    it('AP-24 are counted as they come and go, and never come to none', async () => {
      const { ports, activeAdministrators } = open();
      const accountId = await given(ports).account();
      const first = await memberAtWork(ports, accountId, { role: 'administrator' });
      const second = await memberAtWork(ports, accountId);
      const by = async (ref: MemberRef, administrators: MemberChange['administrators']) =>
        ports.members.change(await changeOf(ports, ref, { administrators }), stampAt());
      await expect(by(first, -1)).rejects.toThrow(LastAdministrator);
      expect((await ports.members.read(first))?.member.accessVersion).toBe(0);
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
      expect((await ports.members.read(ref))?.member.accessVersion).toBe(0);
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
      const [folder, role, first, second] = await Promise.all(
        (['folder', 'role', 'group', 'group'] as const).map(async (kind) => ({ kind, id: newId(kind) })),
      ).then(
        async () =>
          [
            await givenPolicy(ports).folder(accountId),
            await givenPolicy(ports).role(accountId),
            await givenPolicy(ports).group(accountId),
            await givenPolicy(ports).group(accountId),
          ] as const,
      );
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
