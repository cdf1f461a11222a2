import { describe, expect, it } from 'vitest';
import { IdempotencyKeyReused, TooManyFiles } from '../../core/domain/errors.ts';
import { MOST_UNUSED_FILES, type StoredFile, unusedFileDue } from '../../core/domain/file.ts';
import { newId } from '../../core/domain/ids.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { editOf, memberAtWork, sectionOf } from './member-samples.ts';
import { given as givenIn, idempotency, LATER, NOW, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const CONTENT = { contentType: 'image/png', bytes: 1_234, width: 64, height: 32 };
const NEXT_DAY = unusedFileDue(NOW);

const newFile = (accountId = newId('account'), more: Partial<StoredFile> = {}): StoredFile => ({
  accountId,
  fileId: newId('file'),
  purpose: 'picture',
  state: 'uploading',
  uploadedBy: newId('user'),
  createdAt: NOW,
  ...more,
});

const given = async ({ files }: Pick<Ports, 'files'>, accountId?: string): Promise<StoredFile> => {
  const file = newFile(accountId);
  await files.create(file, NEXT_DAY, stampAt());
  return file;
};

/** Whether a file is among those to be removed by then; those of other tests are there too. */
const isDue = async ({ files }: Pick<Ports, 'files'>, { fileId }: StoredFile, now: string) =>
  (await files.due(now, 10_000)).some((ref) => ref.fileId === fileId);

export const filesContract = (open: OpenStore): void => {
  describe('files', () => {
    it('AP-120 AP-121 D-10 are begun, and nobody’s in another account', async () => {
      const { ports } = open();
      const file = await given(ports);
      expect(await ports.files.read(file)).toEqual(file);
      expect(await ports.files.read({ ...file, accountId: newId('account') })).toBeUndefined();
    });

    it('AP-120 are begun once under one key', async () => {
      const { ports } = open();
      const key = idempotency();
      const first = newFile();
      const again = newFile(first.accountId);
      expect(await ports.files.create(first, NEXT_DAY, stampAt(), key)).toEqual({});
      expect(await ports.files.create(again, NEXT_DAY, stampAt(), key)).toEqual({ replayOf: first.fileId });
      expect(await ports.files.read(again)).toBeUndefined();
      await expect(
        ports.files.create(again, NEXT_DAY, stampAt(), { ...key, requestHash: 'hash-2' }),
      ).rejects.toThrow(IdempotencyKeyReused);
    });

    it('AP-129 are so many of one uploader that nobody uses, in one account, and no more until one is used or gone', async () => {
      const { ports } = open();
      const ref = await memberAtWork(ports, await givenIn(ports).account());
      const mine = { uploadedBy: ref.userId };
      const begin = async (more: Partial<StoredFile> = mine, accountId = ref.accountId) => {
        const file = newFile(accountId, more);
        await ports.files.create(file, NEXT_DAY, stampAt());
        return file;
      };
      const refused = () => expect(begin()).rejects.toThrow(TooManyFiles);
      const begun: StoredFile[] = [];
      while (begun.length < MOST_UNUSED_FILES) begun.push(await begin());
      const [used = expect.fail(), bad = expect.fail(), swept = expect.fail()] = begun;
      await refused();
      await begin({});
      await begin(mine, newId('account'));
      // What was taken over is still nobody's.
      await ports.files.accept(used, CONTENT, NEXT_DAY, stampAt());
      await refused();
      const employee = sectionOf('employee', { picture: used.fileId });
      const edit = await editOf(ports, ref, { records: [employee] });
      await ports.members.edit(edit, { ...stampAt(), by: ref.userId });
      await begin();
      await refused();
      await ports.files.condemn(bad, 'uploading', stampAt());
      await ports.files.condemn(swept, 'due', stampAt(NEXT_DAY));
      await ports.files.forget(swept);
      await begin();
      await begin();
      await refused();
    });

    it('AP-120 are begun again under one key though there is no place left', async () => {
      const { ports } = open();
      const key = idempotency();
      const { accountId, uploadedBy, ...first } = newFile();
      const begin = (fileId: string, again?: typeof key) =>
        ports.files.create({ ...first, accountId, uploadedBy, fileId }, NEXT_DAY, stampAt(), again);
      await begin(first.fileId, key);
      for (let count = 1; count < MOST_UNUSED_FILES; count += 1) await begin(newId('file'));
      expect(await begin(newId('file'), key)).toEqual({ replayOf: first.fileId });
    });

    it('AP-122 are read many at once, but for those that are not there or another account’s', async () => {
      const { ports } = open();
      const accountId = newId('account');
      const [one, two, stranger] = [
        await given(ports, accountId),
        await given(ports, accountId),
        await given(ports),
      ];
      const ids = [one, two, one, stranger, newFile()].map(({ fileId }) => fileId);
      const found = await ports.files.readMany(accountId, ids);
      expect(found.map(({ fileId }) => fileId).toSorted()).toEqual([one.fileId, two.fileId].toSorted());
      expect(await ports.files.readMany(accountId, [])).toEqual([]);
    });

    it('AP-123 are accepted once, with what they turned out to be', async () => {
      const { ports } = open();
      const file = await given(ports);
      expect(await ports.files.accept(file, CONTENT, NEXT_DAY, stampAt())).toBe(true);
      expect(await ports.files.read(file)).toEqual({ ...file, state: 'accepted', content: CONTENT });
      const other = { ...CONTENT, bytes: 5 };
      expect(await ports.files.accept(file, other, NEXT_DAY, stampAt())).toBe(false);
      expect((await ports.files.read(file))?.content).toEqual(CONTENT);
      expect(await ports.files.accept(newFile(), CONTENT, NEXT_DAY, stampAt())).toBe(false);
    });

    it('AP-124 AP-125 are as good as gone when they are refused, until they are forgotten', async () => {
      const { ports } = open();
      const file = await given(ports);
      expect(await ports.files.condemn(file, 'uploading', stampAt(LATER))).toBe(true);
      expect(await ports.files.read(file)).toBeUndefined();
      expect(await ports.files.readMany(file.accountId, [file.fileId])).toEqual([]);
      expect(await ports.files.accept(file, CONTENT, NEXT_DAY, stampAt())).toBe(false);
      // Whoever does not get further leaves the rest to the sweeper.
      expect(await isDue(ports, file, LATER)).toBe(true);
      expect(await ports.files.condemn(file, 'uploading', stampAt(LATER))).toBe(true);
      await ports.files.forget(file);
      await ports.files.forget(file);
      expect(await isDue(ports, file, LATER)).toBe(false);
      expect(await ports.files.condemn(file, 'uploading', stampAt(LATER))).toBe(false);
    });

    it('AP-124 stay when they were accepted meanwhile', async () => {
      const { ports } = open();
      const file = await given(ports);
      await ports.files.accept(file, CONTENT, NEXT_DAY, stampAt());
      expect(await ports.files.condemn(file, 'uploading', stampAt())).toBe(false);
      expect((await ports.files.read(file))?.state).toBe('accepted');
    });

    it('AP-124 AP-126 are due a day after, accepted or not, and not before', async () => {
      const { ports } = open();
      for (const isAccepted of [false, true]) {
        const file = await given(ports);
        if (isAccepted) await ports.files.accept(file, CONTENT, NEXT_DAY, stampAt());
        expect(await isDue(ports, file, LATER)).toBe(false);
        expect(await ports.files.condemn(file, 'due', stampAt(LATER))).toBe(false);
        expect(await isDue(ports, file, NEXT_DAY)).toBe(true);
        expect(await ports.files.condemn(file, 'due', stampAt(NEXT_DAY))).toBe(true);
        await ports.files.forget(file);
      }
    });
  });
};
