import { describe, expect, it } from 'vitest';
import { AssetGone } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import type { MemberRef, Ports } from '../../core/usecases/ports.ts';
import { furnish } from './asset-samples.ts';
import { editOf, memberAtWork, sectionOf } from './member-samples.ts';
import { given, LATER, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

export const editStakesContract = (open: OpenStore): void => {
  describe('what edits take into use', () => {
    const schedule = { kind: 'schedule', key: 'weekdays' } as const;
    const queue = { kind: 'queue', key: 'support' } as const;
    const campaign = { kind: 'campaign', key: 'spring' } as const;

    it('AP-160 D-26 assign to work, name in settings, and give both up again', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await furnish(ports, accountId, [schedule, queue, campaign]);
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
      await furnish(ports, accountId, [schedule, queue]);
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
      await furnish(ports, accountId, [queue]);
      const ref = await memberAtWork(ports, accountId);
      const work = (queues: string[], campaigns: string[] = []) => [sectionOf('work', { queues, campaigns })];
      await ports.members.edit(await editOf(ports, ref, { records: work(['support']) }), stampAt());
      const found = await ports.assets.read({ ...queue, accountId });
      if (found === undefined) throw new Error('There is no queue.');
      await ports.assets.change(found, { ...found, archived: true, version: 2 }, stampAt());
      await furnish(ports, accountId, [campaign]);
      const records = work(['support'], ['spring']);
      await expect(
        ports.members.edit(await editOf(ports, ref, { records }), stampAt()),
      ).resolves.toBeUndefined();
    });

    it('AP-21 a step takes what its section names, and leaves nothing when it is gone', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const run = await given(ports).member(accountId);
      const record = { ...sectionOf('employee', { schedule: 'weekdays' }), runId: run.runId };
      await expect(ports.members.record(run, record, stampAt())).rejects.toMatchObject({
        code: 'asset-gone',
        faults: [{ pointer: '/employee/schedule' }],
      });
      expect((await ports.members.read(run))?.records).toHaveLength(1);
      await furnish(ports, accountId, [schedule]);
      await ports.members.record(run, record, stampAt());
      await ports.members.record(run, record, stampAt());
      expect(await ports.assets.users({ ...schedule, accountId }, 5)).toEqual([
        { by: 'settings', userId: run.userId },
      ]);
    });

    it('AP-26 who is removed uses nothing any more', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await furnish(ports, accountId, [schedule]);
      const run = await given(ports).member(accountId);
      const record = { ...sectionOf('employee', { schedule: 'weekdays' }), runId: run.runId };
      await ports.members.record(run, record, stampAt());
      const left = await ports.members.read(run);
      if (left === undefined) throw new Error('There is no member to remove.');
      await ports.members.remove(left, stampAt());
      expect(await ports.assets.users({ ...schedule, accountId }, 5)).toEqual([]);
    });
  });

  describe('files that edits take into use', () => {
    /** A picture that somebody has uploaded, and that was accepted. */
    const uploaded = async ({ files }: Pick<Ports, 'files'>, accountId: string, uploadedBy: string) => {
      const fileId = newId('file');
      const ref = { accountId, fileId };
      const file = { ...ref, purpose: 'picture', state: 'uploading', uploadedBy, createdAt: NOW } as const;
      await files.create(file, LATER, stampAt());
      await files.accept(ref, { contentType: 'image/png', bytes: 9, width: 1, height: 1 }, LATER, stampAt());
      return ref;
    };

    const pictured = (picture: string | undefined) => [sectionOf('employee', { picture })];

    it('AP-160 D-10 take a picture, and give it up for the next: the former one is to be removed', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const ref = await memberAtWork(ports, accountId);
      const by = newId('user');
      const stamp = { ...stampAt(), by };
      const [first, second] = [await uploaded(ports, accountId, by), await uploaded(ports, accountId, by)];
      await ports.members.edit(await editOf(ports, ref, { records: pictured(first.fileId) }), stamp);
      expect((await ports.files.read(first))?.usedBy).toBe(ref.userId);
      const due = async () => (await ports.files.due(LATER, 10_000)).map(({ fileId }) => fileId);
      expect(await due()).not.toContain(first.fileId);
      await ports.members.edit(await editOf(ports, ref, { records: pictured(second.fileId) }), stamp);
      expect((await ports.files.read(second))?.usedBy).toBe(ref.userId);
      expect((await ports.files.read(first))?.usedBy).toBeUndefined();
      expect(await due()).toContain(first.fileId);
    });

    it('AP-160 D-10 refuse what somebody else has uploaded or has', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const [ref, other] = [await memberAtWork(ports, accountId), await memberAtWork(ports, accountId)];
      const by = newId('user');
      const { fileId } = await uploaded(ports, accountId, by);
      const take = async (who: MemberRef, stampBy: string) =>
        ports.members.edit(await editOf(ports, who, { records: pictured(fileId) }), {
          ...stampAt(),
          by: stampBy,
        });
      const refusal = { code: 'asset-gone', faults: [{ pointer: '/sections/employee/picture' }] };
      await expect(take(ref, newId('user'))).rejects.toMatchObject(refusal);
      await take(ref, by);
      await expect(take(other, by)).rejects.toMatchObject(refusal);
    });

    it('AP-160 go on without a file that they never had', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const ref = await memberAtWork(ports, accountId);
      const edit = await editOf(ports, ref, { records: [sectionOf('employee', {})] });
      const before = { ...edit.before, records: [...edit.before.records, ...pictured(newId('file'))] };
      await expect(ports.members.edit({ ...edit, before }, stampAt())).resolves.toBeUndefined();
    });

    it('AP-21 AP-26 D-10 are theirs with the step, and nobody’s when they are removed', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const file = await uploaded(ports, run.accountId, newId('user'));
      const [employee] = pictured(file.fileId);
      if (employee === undefined) throw new Error('There is no section.');
      await ports.members.record(run, { ...employee, runId: run.runId }, stampAt());
      expect((await ports.files.read(file))?.usedBy).toBe(run.userId);
      const left = await ports.members.read(run);
      if (left === undefined) throw new Error('There is no member to remove.');
      await ports.members.remove(left, stampAt());
      expect((await ports.files.read(file))?.usedBy).toBeUndefined();
    });
  });
};
