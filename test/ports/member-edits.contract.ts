import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile, ExtensionTaken } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { recordOf } from '../../core/domain/section-record.ts';
import type { MemberRef } from '../../core/usecases/ports.ts';
import {
  changeOf,
  EVA,
  editOf,
  memberAtWork,
  outcomes,
  permissionsRecord,
  profileEdit,
  sectionOf,
} from './member-samples.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, LATER, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const memberEditsContract = (open: OpenStore): void => {
  describe('edits of a member', () => {
    it('AP-160 C-12 change head, person and sections at once, at the next version', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const unique = newId('user').slice(4);
      const names = { ...EVA, email: `${unique}@example.com`, loginId: unique };
      const edit = await profileEdit(ports, ref, { ...names, location: 'eu-west-1', extension: '7' });
      const employee = sectionOf('employee', { title: 'Agent' });
      await ports.members.edit({ ...edit, records: [...edit.records, employee] }, stampAt());
      const { language: _, ...said } = names;
      const found = await ports.members.read(ref);
      expect(found?.member).toEqual({
        ...edit.before.member,
        ...said,
        location: 'eu-west-1',
        version: edit.before.member.version + 1,
      });
      expect(found && recordOf(found.records, 'profile')).toEqual({ ...edit.records[0], revision: 1 });
      expect(found && recordOf(found.records, 'employee')).toEqual({ ...employee, revision: 1 });
      expect(await ports.users.read(ref.userId)).toMatchObject(names);
    });

    it('AP-160 are refused where a section is not as it was read, whatever the head says', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const first = await profileEdit(ports, ref, { ...EVA, extension: '7' });
      await ports.members.edit(first, stampAt());
      const next = await profileEdit(ports, ref, EVA);
      // As a Query may see a transaction: the head as it has become, a section as it was.
      const half = { ...next, before: { ...next.before, records: first.before.records } };
      await expect(ports.members.edit(half, stampAt())).rejects.toThrow(ChangedMeanwhile);
      await ports.members.edit(next, stampAt());
    });

    it('AP-160 leave status, folder and access as they are', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const edit = await editOf(ports, ref, {
        member: { status: 'suspended', folderId: newId('folder'), signedOutAt: '2026-06-01T09:05:00.000Z' },
      });
      await ports.members.edit(edit, stampAt());
      expect((await ports.members.read(ref))?.member).toEqual({ ...edit.before.member, version: 1 });
    });

    it('AP-160 C-49 move the claims on email and login ID: the former ones are free', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const edit = await profileEdit(ports, ref, {
        email: `new-${ref.userId}@example.com`,
        loginId: `n${ref.userId.slice(5)}`,
      });
      await ports.members.edit(edit, stampAt());
      const { before, member } = edit;
      expect(await ports.users.findByEmail(member.email)).toBe(ref.userId);
      expect(await ports.users.findByLoginId(member.loginId)).toBe(ref.userId);
      expect(await ports.users.findByEmail(before.member.email)).toBeUndefined();
      expect(await ports.users.findByLoginId(before.member.loginId)).toBeUndefined();
    });

    it.each([
      ['email', 'user-exists'],
      ['loginId', 'login-id-taken'],
    ] as const)('AP-160 C-49 refuse the %s of somebody else, and change nothing', async (name, code) => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const ref = await memberAtWork(ports, accountId);
      const other = await ports.members.read(await memberAtWork(ports, await given(ports).account()));
      const edit = await profileEdit(ports, ref, { ...EVA, [name]: other?.member[name] });
      await expect(ports.members.edit(edit, stampAt())).rejects.toMatchObject({
        code,
        faults: [{ pointer: `/sections/profile/${name}`, detail: 'belongs to a user who exists already' }],
      });
      expect(await ports.members.read(ref)).toEqual(edit.before);
      expect(await ports.users.read(ref.userId)).toMatchObject({ firstName: 'Ana' });
    });

    it('AP-160 D-14 take, move and give up the extension', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const ref = await memberAtWork(ports, accountId);
      const other = await memberAtWork(ports, accountId);
      const dial = async (who: MemberRef, extension: string | undefined) =>
        ports.members.edit(await profileEdit(ports, who, { extension }), stampAt());
      await dial(ref, '101');
      await expect(dial(other, '101')).rejects.toMatchObject({
        code: new ExtensionTaken('').code,
        faults: [{ pointer: '/sections/profile/extension' }],
      });
      await dial(ref, '102');
      await dial(other, '101');
      await dial(ref, undefined);
      await dial(other, '102');
      await expect(dial(ref, '101')).resolves.toBeUndefined();
    });

    it('AP-160 of 20 edits of one member at once, one wins', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const edits = await Promise.all(
        Array.from({ length: 20 }, (_, number) =>
          editOf(ports, ref, { records: [sectionOf('employee', { title: `Agent ${number}` })] }),
        ),
      );
      const results = await outcomes(edits.map((edit) => ports.members.edit(edit, stampAt())));
      expect(results.filter((result) => result === 'done')).toHaveLength(1);
      expect(new Set(results)).toEqual(new Set(['done', 'changed-meanwhile']));
      expect((await ports.members.read(ref))?.member.version).toBe(1);
    });

    it('AP-160 C-49 D-14 of two members who want one login ID and extension at once, one has both', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const both = [await memberAtWork(ports, accountId), await memberAtWork(ports, accountId)];
      const wanted = { loginId: newId('user').slice(4), extension: '101' };
      const edits = await Promise.all(both.map((ref) => profileEdit(ports, ref, wanted)));
      const results = await outcomes(edits.map((edit) => ports.members.edit(edit, stampAt())));
      expect(results.sort()).toEqual(['done', 'login-id-taken']);
      const heads = await ports.members.heads(
        accountId,
        both.map(({ userId }) => userId),
      );
      expect(heads.filter(({ loginId }) => loginId === wanted.loginId)).toHaveLength(1);
    });

    it('AP-160 AP-24 of an edit and a change of access at once, one wins', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const edit = await editOf(ports, ref, { records: [sectionOf('employee', { title: 'Agent' })] });
      const change = await changeOf(ports, ref, { records: [permissionsRecord({ role: 'call-manager' })] });
      const results = await outcomes([
        ports.members.edit(edit, stampAt()),
        ports.members.change(change, stampAt()),
      ]);
      expect(results.sort()).toEqual(['changed-meanwhile', 'done']);
    });

    it('AP-160 D-35 refuse to overwrite a person who has been changed elsewhere', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const stale = await profileEdit(ports, ref, { lastName: 'Lind' });
      const before = { ...stale.before, member: { ...stale.before.member, firstName: 'Anna' } };
      await expect(ports.members.edit({ ...stale, before }, stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.members.read(ref)).toEqual(stale.before);
    });

    it('AP-160 D-35 let nobody who has joined another account meanwhile sign in otherwise', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const { before } = await profileEdit(ports, ref, {});
      const profile = recordOf(before.records, 'profile');
      if (profile === undefined) throw new Error('There is no profile.');
      const names = await profileEdit(ports, ref, EVA);
      const signIns = await profileEdit(ports, ref, { email: `new-${ref.userId}@example.com` });
      const accountId = await given(ports).account();
      await ports.members.join({ ...before.member, accountId, version: 0 }, profile, stampAt());
      await expect(ports.members.edit(signIns, stampAt())).rejects.toThrow(ChangedMeanwhile);
      await ports.members.edit(names, stampAt());
    });

    it('AP-160 C-49 refuse tokens from before once a person signs in otherwise, and not for another name', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await given(ports).account());
      const signedOutAt = async () => (await ports.users.read(ref.userId))?.signedOutAt;
      await ports.members.edit(await profileEdit(ports, ref, { firstName: 'Eva' }), stampAt());
      expect(await signedOutAt()).toBeUndefined();
      const loginId = newId('user').slice(4);
      await ports.members.edit(await profileEdit(ports, ref, { loginId }), stampAt());
      expect(await signedOutAt()).toBe(NOW);
      // A sign-out that counts already is not taken back by a change from before it.
      await ports.users.signOut(ref.userId, LATER, stampAt(LATER));
      const late = await profileEdit(ports, ref, { email: `new-${ref.userId}@example.com` });
      await expect(ports.members.edit(late, stampAt())).rejects.toThrow(ChangedMeanwhile);
      await ports.members.edit(late, stampAt(LATER));
      expect(await signedOutAt()).toBe(LATER);
    });

    it('AP-160 let roles, folders and groups name the member as they are called now', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const role = await givenPolicy(ports).role(accountId);
      const ref = await memberAtWork(ports, accountId);
      const records = [permissionsRecord({ role: role.id })];
      await ports.members.change(await changeOf(ports, ref, { records, taken: [role] }), stampAt());
      await ports.members.edit(await profileEdit(ports, ref, EVA), stampAt());
      expect(await ports.policies.users(accountId, role, 5)).toEqual([
        { userId: ref.userId, name: 'Eva Lind' },
      ]);
    });
  });
};
