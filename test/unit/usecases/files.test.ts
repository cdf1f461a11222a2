import { describe, expect, it } from 'vitest';
import { FileNotUploaded, FileRefused, NotFound } from '../../../core/domain/errors.ts';
import type { FilePurpose } from '../../../core/domain/file.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { Files } from '../../../core/usecases/ports.ts';
import { readMemberFile } from '../../../core/usecases/read-member-file.ts';
import { sweepFiles } from '../../../core/usecases/sweep-files.ts';
import { takeOverFile } from '../../../core/usecases/take-over-file.ts';
import { uploadFile } from '../../../core/usecases/upload-file.ts';
import { png, SVG_WITH_SCRIPT, wav } from '../../ports/file-samples.ts';
import { keys } from '../../ports/in-memory/database.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { idempotency, stampAt } from '../../ports/samples.ts';

const HOUR = 3_600_000;

const office = () => {
  const world = inMemory();
  const { ports, uploads, kept, database } = world;
  const me = { accountId: newId('account'), userId: newId('user') };
  const now = () => stampAt(ports.clock.now().toISOString());
  const begin = async (purpose: FilePurpose = 'picture', content?: Uint8Array) => {
    const { fileId } = await uploadFile(ports)(me, purpose, now());
    const ref = { accountId: me.accountId, fileId };
    if (content !== undefined) uploads.set(keys.file(ref), content);
    return ref;
  };
  const takeOver = (ref: { fileId: string }, who = me, files: Partial<Files> = {}) =>
    takeOverFile({ ...ports, files: { ...ports.files, ...files } })(who, ref.fileId, now());
  const sweep = () => sweepFiles(ports)('req');
  const use = (ref: { accountId: string; fileId: string }, userId = me.userId) =>
    Object.assign(database.files.get(keys.file(ref)) ?? {}, { usedBy: userId, dueAt: undefined });
  const left = () => [uploads.size, kept.size, database.files.size];
  return { ...world, me, now, begin, takeOver, sweep, use, left };
};

describe('files', () => {
  it('D-10 C-51 are kept once they were looked at, and a repeat answers the same', async () => {
    const at = office();
    const picture = await at.begin('picture', png());
    const greeting = await at.begin('greeting', wav(2));
    const shown = await at.takeOver(picture);
    expect(shown).toMatchObject({ purpose: 'picture', contentType: 'image/png', width: 8, height: 6 });
    expect(await at.takeOver(greeting)).toMatchObject({ contentType: 'audio/wav', seconds: 2 });
    expect(await at.takeOver(picture)).toEqual(shown);
    expect(at.left()).toEqual([0, 2, 2]);
  });

  it('are begun again under the same Idempotency-Key as the same file', async () => {
    const at = office();
    const key = idempotency();
    const first = await uploadFile(at.ports)(at.me, 'picture', at.now(), key);
    expect(await uploadFile(at.ports)(at.me, 'picture', at.now(), key)).toEqual(first);
  });

  it('that are not what they are for are gone, from storage too', async () => {
    const at = office();
    const script = await at.begin('picture', SVG_WITH_SCRIPT);
    await expect(at.takeOver(script)).rejects.toThrow(FileRefused);
    expect(at.left()).toEqual([0, 0, 0]);
    await expect(at.takeOver(script)).rejects.toThrow(NotFound);
  });

  it('are not taken over before they have arrived, nor by others, nor in another account', async () => {
    const at = office();
    const file = await at.begin();
    await expect(at.takeOver(file)).rejects.toThrow(FileNotUploaded);
    at.uploads.set(keys.file(file), png());
    await expect(at.takeOver(file, { ...at.me, userId: newId('user') })).rejects.toThrow(NotFound);
    await expect(at.takeOver(file, { ...at.me, accountId: newId('account') })).rejects.toThrow(NotFound);
    expect(at.left()).toEqual([1, 0, 1]);
  });

  it('answer the same to a repeat that the first has overtaken', async () => {
    const at = office();
    const file = await at.begin('picture', png());
    const answers = await Promise.all([at.takeOver(file), at.takeOver(file)]);
    expect(answers[0]).toEqual(answers[1]);
    const late = await at.begin('picture', png());
    // It has read the file before the first was done, and looks for the upload after.
    const stale = await at.ports.files.read(late);
    await at.takeOver(late);
    let reads = 0;
    const read: Files['read'] = async (ref) => (reads++ === 0 ? stale : at.ports.files.read(ref));
    expect(await at.takeOver(late, at.me, { read })).toMatchObject({ contentType: 'image/png' });
  });

  it('leave nothing behind when they are removed while they are looked at', async () => {
    const at = office();
    const file = await at.begin('picture', png());
    const accept: Files['accept'] = async (...asked) => {
      at.moveClock(25 * HOUR);
      await at.sweep();
      return at.ports.files.accept(...asked);
    };
    await expect(at.takeOver(file, at.me, { accept })).rejects.toThrow(NotFound);
    expect(at.left()).toEqual([0, 0, 0]);
  });

  it('are shown to those who may see the member who has them, and as no other’s', async () => {
    const at = office();
    const file = await at.begin('picture', png());
    await at.takeOver(file);
    const ofMe = { ...at.me, ...file };
    const read = readMemberFile(at.ports);
    await expect(read(ofMe, at.now().at)).rejects.toThrow(NotFound);
    at.use(file);
    expect(await read(ofMe, at.now().at)).toMatchObject({ contentType: 'image/png' });
    await expect(read({ ...ofMe, userId: newId('user') }, at.now().at)).rejects.toThrow(NotFound);
  });

  it('that nobody uses are removed a day after; those in use stay', async () => {
    const at = office();
    await at.begin('picture');
    await at.takeOver(await at.begin('picture', png()));
    const used = await at.begin('picture', png());
    await at.takeOver(used);
    at.use(used);
    at.moveClock(23 * HOUR);
    expect(await at.sweep()).toBe(0);
    at.moveClock(HOUR);
    expect(await at.sweep()).toBe(2);
    expect(at.left()).toEqual([0, 1, 1]);
    expect(await at.sweep()).toBe(0);
  });

  it('are removed by a later sweep when one fails half-way, and hold up no other', async () => {
    const at = office();
    const [stuck] = [await at.begin('picture', png()), await at.begin('picture', png())];
    at.moveClock(24 * HOUR);
    const discard: typeof at.ports.fileStorage.discard = async (ref) => {
      if (ref.fileId === stuck.fileId) throw new Error('S3 is away');
      await at.ports.fileStorage.discard(ref);
    };
    await sweepFiles({ ...at.ports, fileStorage: { discard } })('req');
    expect(at.left()).toEqual([1, 0, 1]);
    expect(at.logged.map(({ code }) => code)).toContain('SWEEP_FAILED');
    await expect(at.takeOver(stuck)).rejects.toThrow(NotFound);
    await at.sweep();
    expect(at.left()).toEqual([0, 0, 0]);
  });
});
