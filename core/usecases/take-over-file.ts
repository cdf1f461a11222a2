import type { Authority } from '../domain/authorization/authority.ts';
import { FileNotUploaded, FileRefused, NotFound } from '../domain/errors.ts';
import { FILE_PURPOSES, type FileContent, type StoredFile, unusedFileDue } from '../domain/file.ts';
import type { Ports, Stamp } from './ports.ts';
import { removeFile } from './remove-file.ts';

type Needs = Pick<Ports, 'files' | 'fileStorage' | 'inspectFile'>;
type TakenOver = Pick<StoredFile, 'fileId' | 'purpose'> & FileContent;

const shown = ({ fileId, purpose }: StoredFile, content: FileContent): TakenOver => ({
  fileId,
  purpose,
  ...content,
});

/**
 * Looks at what was uploaded, and keeps of it what it is for; whoever uploaded it alone can ask. What is not what it is for
 * is gone, from storage too. A repeat answers the same. Throws `NotFound`, `FileNotUploaded`, `FileRefused`.
 */
export const takeOverFile =
  ({ files, fileStorage, inspectFile }: Needs) =>
  async (
    { accountId, userId }: Pick<Authority, 'accountId' | 'userId'>,
    fileId: string,
    stamp: Stamp,
  ): Promise<TakenOver> => {
    const mine = async (): Promise<StoredFile> => {
      const file = await files.read({ accountId, fileId });
      if (file?.uploadedBy !== userId) throw new NotFound();
      return file;
    };
    const file = await mine();
    if (file.content !== undefined) return shown(file, file.content);
    const upload = await fileStorage.readUpload(file, FILE_PURPOSES[file.purpose].mostBytes);
    if (upload === undefined) {
      // A repeat that the first has overtaken finds nothing in quarantine any more.
      const { content } = await mine();
      if (content === undefined) throw new FileNotUploaded();
      return shown(file, content);
    }
    const inspection = inspectFile(file.purpose, upload);
    if (inspection.faults !== undefined) {
      if (await files.condemn(file, 'uploading', stamp)) await removeFile({ files, fileStorage })(file);
      throw new FileRefused(inspection.faults);
    }
    const { kept, content } = inspection;
    await fileStorage.keep(file, { bytes: kept, contentType: content.contentType });
    if (await files.accept(file, content, unusedFileDue(stamp.at), stamp)) return shown(file, content);
    const found = await files.read(file);
    if (found?.content !== undefined) return shown(found, found.content);
    // Somebody has removed it meanwhile: what was kept just now is nobody's.
    await fileStorage.discard(file);
    throw new NotFound();
  };
