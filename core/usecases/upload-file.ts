import type { Authority } from '../domain/authorization/authority.ts';
import { NotFound } from '../domain/errors.ts';
import {
  afterSeconds,
  FILE_PURPOSES,
  type FilePurpose,
  type StoredFile,
  UPLOAD_SECONDS,
  unusedFileDue,
} from '../domain/file.ts';
import { newId } from '../domain/ids.ts';
import type { Idempotency, Ports, Stamp, UploadForm } from './ports.ts';

interface Upload extends Pick<StoredFile, 'fileId' | 'purpose'> {
  expiresAt: string;
  upload: UploadForm;
}

/**
 * Begins an upload (C-51, D-8, D-10): says where the browser sends the file, into quarantine. A repeat under the same
 * Idempotency-Key gives a new form for the same file. Throws `TooManyFiles`, `IdempotencyKeyReused`, and `NotFound` when
 * that file has gone meanwhile.
 */
export const uploadFile =
  ({ files, fileStorage }: Pick<Ports, 'files' | 'fileStorage'>) =>
  async (
    { accountId, userId }: Pick<Authority, 'accountId' | 'userId'>,
    purpose: FilePurpose,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<Upload> => {
    const begun: StoredFile = {
      accountId,
      fileId: newId('file'),
      purpose,
      state: 'uploading',
      uploadedBy: userId,
      createdAt: stamp.at,
    };
    const { replayOf } = await files.create(begun, unusedFileDue(stamp.at), stamp, idempotency);
    const file = replayOf === undefined ? begun : await files.read({ accountId, fileId: replayOf });
    if (file === undefined) throw new NotFound();
    const { mostBytes } = FILE_PURPOSES[file.purpose];
    const upload = await fileStorage.openUpload(file, { mostBytes, seconds: UPLOAD_SECONDS });
    return {
      fileId: file.fileId,
      purpose: file.purpose,
      expiresAt: afterSeconds(stamp.at, UPLOAD_SECONDS),
      upload,
    };
  };
