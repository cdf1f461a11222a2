import { describe, expect, it } from 'vitest';
import { AssetGone, ChangedMeanwhile, ExtensionTaken } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { recordOf } from '../../core/domain/section-record.ts';
import type { MemberEdit, MemberRef, PersonalData, Ports } from '../../core/usecases/ports.ts';
import {
  changeOf,
  editOf,
  givenAssets,
  memberAtWork,
  outcomes,
  permissionsRecord,
  sectionOf,
} from './member-samples.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Profile = Record<string, unknown>;

/** An edit of the profile, with what follows from it for head and person. */
const profileEdit = async (
  ports: Pick<Ports, 'members'>,
  ref: MemberRef,
  changes: Profile,
): Promise<MemberEdit> => {
  const { before } = await editOf(ports, ref);
  const data = { ...recordOf(before.records, 'profile')?.data, ...changes };
  const record = sectionOf('profile', data);
  const profile = recordOf([record], 'profile')?.data;
  if (profile === undefined) throw new Error('There is no profile to edit.');
  const { email, loginId, firstName, lastName, language, location } = profile;
  return editOf(ports, ref, {
    member: { email, loginId, firstName, lastName, location },
    person: { email, loginId, firstName, lastName, language },
    records: [record],
  });
};

const EVA = { firstName: 'Eva', lastName: 'Lind', language: 'sv' };

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
      expect(found && recordOf(found.records, 'profile')).toEqual(edit.records[0]);
      expect(found && recordOf(found.records, 'employee')).toEqual(employee);
      expect(await ports.users.read(ref.userId)).toMatchObject(names);
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

  describe('what edits take into use', () => {
    const schedule = { kind: 'schedule', key: 'weekdays' } as const;
    const queue = { kind: 'queue', key: 'support' } as const;
    const campaign = { kind: 'campaign', key: 'spring' } as const;

    it('AP-160 D-26 assign to work, name in settings, and give both up again', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await givenAssets(ports, accountId, schedule, queue, campaign);
      const ref = await memberAtWork(ports, accountId);
      const usersOf = async (asset: typeof schedule | typeof queue | typeof campaign) =>
        (await ports.assets.users({ ...asset, accountId }, 5)).map(({ by }) => by);
      const recorded = {
        inboundPercent: 1,
        outboundPercent: 1,
        campaigns: [{ campaign: 'spring', percent: 50 }],
      };
      const records = [
        sectionOf('employee', { schedule: 'weekdays' }),
        sectionOf('dialing', { firstDailyAttempts: 3, secondDailyAttempts: 2, callRecording: recorded }),
        sectionOf('work', { queues: ['support'], campaigns: ['spring'] }),
      ];
      await ports.members.edit(await editOf(ports, ref, { records }), stampAt());
      expect(await usersOf(schedule)).toEqual(['settings']);
      expect(await usersOf(queue)).toEqual(['member']);
      expect(await usersOf(campaign)).toEqual(['member', 'settings']);
      const emptied = [sectionOf('employee', {}), sectionOf('work', { campaigns: ['spring'] })];
      await ports.members.edit(await editOf(ports, ref, { records: emptied }), stampAt());
      expect(await usersOf(schedule)).toEqual([]);
      expect(await usersOf(queue)).toEqual([]);
      expect(await usersOf(campaign)).toEqual(['member', 'settings']);
    });

    it('AP-160 refuse what is not there or is archived, name each, and change nothing', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await givenAssets(ports, accountId, schedule, queue);
      const found = await ports.assets.read({ ...schedule, accountId });
      if (found === undefined) throw new Error('There is no schedule.');
      await ports.assets.change(found, { ...found, archived: true, version: 2 }, stampAt());
      const ref = await memberAtWork(ports, accountId);
      const records = [
        sectionOf('employee', { schedule: 'weekdays' }),
        sectionOf('work', { queues: ['support', 'sales'] }),
      ];
      const edit = await editOf(ports, ref, { records });
      const refusal = await ports.members.edit(edit, stampAt()).catch((error: unknown) => error);
      expect(refusal).toBeInstanceOf(AssetGone);
      expect(refusal).toMatchObject({
        faults: [
          {
            pointer: '/sections/employee/schedule',
            detail: 'is no schedule of this account, or is archived',
          },
          { pointer: '/sections/work/queues/1', detail: 'is no ACD queue of this account, or is archived' },
        ],
      });
      expect(await ports.members.read(ref)).toEqual(edit.before);
      expect(await ports.assets.users({ ...queue, accountId }, 5)).toEqual([]);
    });

    it('AP-160 look no more at what a member has already, though it is archived', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await givenAssets(ports, accountId, queue);
      const ref = await memberAtWork(ports, accountId);
      const work = (queues: string[], campaigns: string[] = []) => [sectionOf('work', { queues, campaigns })];
      await ports.members.edit(await editOf(ports, ref, { records: work(['support']) }), stampAt());
      const found = await ports.assets.read({ ...queue, accountId });
      if (found === undefined) throw new Error('There is no queue.');
      await ports.assets.change(found, { ...found, archived: true, version: 2 }, stampAt());
      await givenAssets(ports, accountId, campaign);
      const records = work(['support'], ['spring']);
      await expect(
        ports.members.edit(await editOf(ports, ref, { records }), stampAt()),
      ).resolves.toBeUndefined();
    });

    it('AP-21 a step takes what its section names, and leaves nothing when it is gone', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const run = await given(ports).member(accountId, request({ employee: { schedule: 'weekdays' } }));
      const record = { ...sectionOf('employee', { schedule: 'weekdays' }), runId: run.runId };
      await expect(ports.members.record(run, record, stampAt())).rejects.toMatchObject({
        code: 'asset-gone',
        faults: [{ pointer: '/employee/schedule' }],
      });
      expect((await ports.members.read(run))?.records).toHaveLength(1);
      await givenAssets(ports, accountId, schedule);
      await ports.members.record(run, record, stampAt());
      await ports.members.record(run, record, stampAt());
      expect(await ports.assets.users({ ...schedule, accountId }, 5)).toEqual([
        { by: 'settings', userId: run.userId },
      ]);
    });

    it('AP-26 who is removed uses nothing any more', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await givenAssets(ports, accountId, schedule);
      const run = await given(ports).member(accountId);
      const record = { ...sectionOf('employee', { schedule: 'weekdays' }), runId: run.runId };
      await ports.members.record(run, record, stampAt());
      const left = await ports.members.read(run);
      if (left === undefined) throw new Error('There is no member to remove.');
      await ports.members.remove(left, stampAt());
      expect(await ports.assets.users({ ...schedule, accountId }, 5)).toEqual([]);
    });
  });

  describe('a person who is called otherwise', () => {
    /** A member of two accounts, in whose own account the name has just changed. */
    const renamed = async (ports: Parameters<typeof given>[0] & Pick<Ports, 'members'>) => {
      const home = await memberAtWork(ports, await given(ports).account());
      const found = await ports.members.read(home);
      if (found === undefined) throw new Error('There is no member.');
      const away = { ...home, accountId: await given(ports).account() };
      const profile = recordOf(found.records, 'profile');
      if (profile === undefined) throw new Error('There is no profile.');
      const { accountId } = away;
      await ports.members.join({ ...found.member, accountId, version: 0 }, profile, stampAt());
      const edit = await profileEdit(ports, home, EVA);
      await ports.members.edit(edit, stampAt());
      const { person } = edit;
      if (person === undefined) throw new Error('Nobody is renamed.');
      return { away, person };
    };

    const saidIn = async ({ members }: Pick<Ports, 'members'>, ref: MemberRef) => {
      const found = await members.read(ref);
      return { member: found?.member, profile: found && recordOf(found.records, 'profile')?.data };
    };

    it('AP-161 D-35 is called so in their other accounts too, once', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      await ports.members.rename(away, person, stampAt());
      await ports.members.rename(away, person, stampAt());
      const { member, profile } = await saidIn(ports, away);
      expect(member).toMatchObject({ firstName: 'Eva', lastName: 'Lind', version: 1 });
      expect(profile).toMatchObject(EVA);
      const { items } = await ports.members.list(away.accountId, { namePrefix: 'eva' }, { limit: 5 });
      expect(items).toEqual([member]);
    });

    it('AP-161 never goes back to what they were called before', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      const former: PersonalData = { ...person, firstName: 'Ana' };
      await ports.members.rename(away, person, stampAt());
      await ports.members.rename(away, former, stampAt());
      expect((await saidIn(ports, away)).member).toMatchObject({ firstName: 'Eva', version: 1 });
    });

    it('AP-161 does nothing where they are not', async () => {
      const { ports } = open();
      const { away, person } = await renamed(ports);
      const nowhere = { ...away, accountId: newId('account') };
      await expect(ports.members.rename(nowhere, person, stampAt())).resolves.toBeUndefined();
      expect(await ports.members.read(nowhere)).toBeUndefined();
    });
  });
};
