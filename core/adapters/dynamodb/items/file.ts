import * as z from 'zod/mini';
import { FILE_PURPOSE_NAMES, FILE_STATES } from '../../../domain/file.ts';
import { accountId, fileId } from '../../../domain/ids.ts';
import { time } from '../../../domain/time.ts';

/** A file, as the domain knows it. */
export const fileItem = z.object({
  accountId,
  fileId,
  purpose: z.enum(FILE_PURPOSE_NAMES),
  state: z.enum(FILE_STATES),
  uploadedBy: z.string(),
  createdAt: time,
  content: z.optional(
    z.object({
      contentType: z.string(),
      bytes: z.int(),
      width: z.optional(z.int()),
      height: z.optional(z.int()),
      seconds: z.optional(z.number()),
    }),
  ),
  usedBy: z.optional(z.string()),
});
