import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { FILE_PURPOSE_NAMES, FILE_PURPOSES } from '../domain/file.ts';
import { accountId, fileId, userId } from '../domain/ids.ts';
import { time } from '../domain/time.ts';

export const ofFile = z.strictObject({ accountId, fileId });
export const ofMemberFile = z.strictObject({ accountId, userId, fileId });

const purpose = z.enum(FILE_PURPOSE_NAMES).register(docs, {
  description: FILE_PURPOSE_NAMES.map((name) => `\`${name}\`: ${FILE_PURPOSES[name].help}`).join(' '),
});

export const uploadBody = z.strictObject({ purpose }).register(docs, { id: 'UploadFile' });

export const begunUpload = z
  .object({
    fileId,
    purpose,
    expiresAt: time,
    upload: z
      .object({
        url: z.string(),
        fields: z.record(z.string(), z.string()),
      })
      .register(docs, {
        description:
          'Post a multipart form to `url`: every one of `fields`, then the file as `file`. What is too large is refused there; the form works until `expiresAt`.',
      }),
  })
  .register(docs, { id: 'BegunUpload' });

export const takenOverFile = z
  .object({
    fileId,
    purpose,
    contentType: z.string(),
    bytes: z.int().register(docs, { description: 'How large what is kept of it is.' }),
    width: z.optional(z.int()).register(docs, { description: 'Of a picture as it is kept, in pixels.' }),
    height: z.optional(z.int()),
    seconds: z.optional(z.number()).register(docs, { description: 'How long a greeting is.' }),
  })
  .register(docs, { id: 'File' });

export const fileAddress = z
  .object({
    url: z.string().register(docs, { description: 'Shows it to whoever has the address, for five minutes.' }),
    contentType: z.string(),
    expiresAt: time,
  })
  .register(docs, { id: 'FileAddress' });
