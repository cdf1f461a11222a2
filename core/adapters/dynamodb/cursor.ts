import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type * as z from 'zod/mini';
import { InvalidRequest } from '../../domain/errors.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
/** Said outright: a decipher would take a shorter tag as well, and those can be guessed. */
const TAG_BYTES = 16;

/** A list of an account, and the key of that account's cursors. */
export interface CursorList {
  accountId: string;
  name: string;
  key: Buffer;
}

const refused = () =>
  new InvalidRequest([{ pointer: '/query/cursor', detail: 'is not a cursor of this list' }]);

/** What a cursor holds good for: the same bytes say nothing in any other list. */
const boundTo = ({ accountId, name }: CursorList): Buffer => Buffer.from(JSON.stringify([accountId, name]));

/**
 * A place in a list, as the client carries it: the sort key of the last item looked at. Encrypted, since that may be the
 * name, email or login ID of somebody whom the client may not see, and the client may start nowhere else.
 */
export const toCursor = (list: CursorList, sortKey: string): string => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, list.key, nonce, { authTagLength: TAG_BYTES }).setAAD(boundTo(list));
  const sealed = [cipher.update(sortKey, 'utf8'), cipher.final()];
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed]).toString('base64url');
};

/**
 * The sort key in a cursor of this very list, shaped like those of the list: cursors may be older than the code. Throws
 * `InvalidRequest` for any other text: DynamoDB would refuse a position outside the list as an error of ours.
 */
export const fromCursor = (list: CursorList, cursor: string, shape: z.ZodMiniType<string>): string => {
  const bytes = Buffer.from(cursor, 'base64url');
  // Base64 overlooks what it does not know: one cursor would have many spellings.
  if (bytes.toString('base64url') !== cursor || bytes.length < NONCE_BYTES + TAG_BYTES) throw refused();
  const sortKey = shape.safeParse(opened(list, bytes));
  if (!sortKey.success) throw refused();
  return sortKey.data;
};

/** What was sealed; nothing where it was not for this list, or not by us. */
const opened = (list: CursorList, bytes: Buffer): string | undefined => {
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, list.key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(boundTo(list))
    .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const sealed = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([sealed, decipher.final()]).toString();
  } catch {
    return undefined;
  }
};
