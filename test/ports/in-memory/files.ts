import { Busy, TooManyFiles } from '../../../core/domain/errors.ts';
import { MOST_UNUSED_FILES, type StoredFile } from '../../../core/domain/file.ts';
import type { FileRef, FileStorage, Files } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes } from './page.ts';
import { keepReplay, replayAt } from './replays.ts';

export const inMemoryFiles = (database: Database): Files => {
  const { files } = database;
  const find = (ref: FileRef) => files.get(keys.file(ref));
  const shown = (ref: FileRef): StoredFile | undefined => {
    const found = find(ref);
    if (found === undefined || found.state === 'removing') return undefined;
    const { dueAt: _, ...file } = found;
    return copy(file);
  };

  return {
    async create(file, due, stamp, idempotency) {
      const replayOf = replayAt(database, idempotency, stamp);
      if (replayOf !== undefined) return { replayOf };
      const isUnused = (other: StoredFile): boolean =>
        other.accountId === file.accountId &&
        other.uploadedBy === file.uploadedBy &&
        other.state !== 'removing' &&
        other.usedBy === undefined;
      if ([...files.values()].filter(isUnused).length >= MOST_UNUSED_FILES)
        throw new TooManyFiles(MOST_UNUSED_FILES);
      if (find(file) !== undefined) throw new Busy();
      files.set(keys.file(file), copy({ ...file, dueAt: due }));
      keepReplay(database, idempotency, file.fileId, stamp);
      return {};
    },
    read: async (ref) => shown(ref),
    readMany: async (accountId, fileIds) =>
      [...new Set(fileIds)].flatMap((fileId) => shown({ accountId, fileId }) ?? []),
    async accept(ref, content, due) {
      const found = find(ref);
      if (found?.state !== 'uploading') return false;
      Object.assign(found, copy({ state: 'accepted', content, dueAt: due }));
      return true;
    },
    async condemn(ref, which, stamp) {
      const found = find(ref);
      if (found === undefined) return false;
      const isMeant =
        which === 'uploading'
          ? found.state === 'uploading'
          : found.dueAt !== undefined && found.dueAt <= stamp.at;
      if (!isMeant && found.state !== 'removing') return false;
      Object.assign(found, { state: 'removing', dueAt: stamp.at });
      return true;
    },
    async forget(ref) {
      files.delete(keys.file(ref));
    },
    due: async (now, limit) =>
      [...files.values()]
        .flatMap(({ accountId, fileId, dueAt }) =>
          dueAt !== undefined && dueAt <= now ? [{ accountId, fileId, dueAt }] : [],
        )
        .sort((one, other) => byBytes(one.dueAt, other.dueAt))
        .slice(0, limit)
        .map(({ accountId, fileId }) => ({ accountId, fileId })),
  };
};

/** What is in files: in quarantine, and kept, each by its file's key. */
export const inMemoryFileStorage = () => {
  const uploads = new Map<string, Uint8Array>();
  const kept = new Map<string, { bytes: Uint8Array; contentType: string }>();
  const fileStorage: FileStorage = {
    openUpload: async (ref) => ({ url: 'https://storage.example', fields: { key: keys.file(ref) } }),
    async readUpload(ref, mostBytes) {
      const upload = uploads.get(keys.file(ref));
      return upload !== undefined && upload.length <= mostBytes ? upload : undefined;
    },
    async keep(ref, content) {
      kept.set(keys.file(ref), content);
      uploads.delete(keys.file(ref));
    },
    async discard(ref) {
      uploads.delete(keys.file(ref));
      kept.delete(keys.file(ref));
    },
    addressOf: async (ref, contentType) => `https://storage.example/${keys.file(ref)}?as=${contentType}`,
  };
  return { fileStorage, uploads, kept };
};
