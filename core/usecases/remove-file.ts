import type { FileRef, FileStorage, Ports } from './ports.ts';

/** Removes a file that nobody may have any more: first what it holds, so that nothing is left that nobody knows of. */
export const removeFile =
  ({ files, fileStorage }: Pick<Ports, 'files'> & { fileStorage: Pick<FileStorage, 'discard'> }) =>
  async ({ accountId, fileId }: FileRef): Promise<void> => {
    await fileStorage.discard({ accountId, fileId });
    await files.forget({ accountId, fileId });
  };
