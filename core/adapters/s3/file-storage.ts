import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { FileStorage } from '../../usecases/ports.ts';
import { s3FileRemoval } from './file-removal.ts';
import { keptKey, uploadKey } from './keys.ts';

/**
 * What S3 says where there is nothing: whoever may not list a bucket is not told what is in it and what is not. We may not,
 * since nobody has to see all accounts' files.
 */
const NOTHING_THERE = ['NoSuchKey', 'AccessDenied'];

const isNothingThere = (error: unknown): boolean =>
  error instanceof Error && NOTHING_THERE.includes(error.name);

/** One bucket, in the home region. Uploads wait under `quarantine/`; what is kept is under `files/`. */
export const s3FileStorage = (environment: { FILES_BUCKET: string; HOME_REGION: string }): FileStorage => {
  const client = new S3Client({ region: environment.HOME_REGION });
  const Bucket = environment.FILES_BUCKET;

  return {
    async openUpload(ref, { mostBytes, seconds }) {
      return createPresignedPost(client, {
        Bucket,
        Key: uploadKey(ref),
        Conditions: [['content-length-range', 1, mostBytes]],
        Expires: seconds,
      });
    },

    async readUpload(ref, mostBytes) {
      try {
        const { Body, ContentLength = 0 } = await client.send(
          new GetObjectCommand({ Bucket, Key: uploadKey(ref) }),
        );
        // S3 has held to it already; memory must not depend on that.
        if (Body === undefined || ContentLength > mostBytes) return undefined;
        return await Body.transformToByteArray();
      } catch (error) {
        if (isNothingThere(error)) return undefined;
        throw error;
      }
    },

    async keep(ref, { bytes, contentType }) {
      await client.send(
        new PutObjectCommand({ Bucket, Key: keptKey(ref), Body: bytes, ContentType: contentType }),
      );
      await client.send(new DeleteObjectCommand({ Bucket, Key: uploadKey(ref) }));
    },

    ...s3FileRemoval(environment, client),

    addressOf: (ref, contentType, seconds) =>
      getSignedUrl(
        client,
        new GetObjectCommand({
          Bucket,
          Key: keptKey(ref),
          ResponseContentType: contentType,
          ResponseContentDisposition: 'inline',
        }),
        { expiresIn: seconds },
      ),
  };
};
