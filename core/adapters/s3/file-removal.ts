import { DeleteObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { FileStorage } from '../../usecases/ports.ts';
import { keptKey, uploadKey } from './keys.ts';

/** Removes files from the bucket, which is all that the sweeper does there: it need not load how they are read. */
export const s3FileRemoval = (
  environment: { FILES_BUCKET: string; HOME_REGION: string },
  client = new S3Client({ region: environment.HOME_REGION }),
): Pick<FileStorage, 'discard'> => ({
  async discard(ref) {
    for (const Key of [uploadKey(ref), keptKey(ref)]) {
      await client.send(new DeleteObjectCommand({ Bucket: environment.FILES_BUCKET, Key }));
    }
  },
});
