import { BUCKET } from '../../contract/bucket.ts';
import type { FileRef } from '../../usecases/ports.ts';

export const uploadKey = ({ accountId, fileId }: FileRef): string =>
  `${BUCKET.uploads}${accountId}/${fileId}`;
export const keptKey = ({ accountId, fileId }: FileRef): string => `${BUCKET.kept}${accountId}/${fileId}`;
