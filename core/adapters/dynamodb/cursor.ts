import * as z from 'zod';
import { InvalidRequest } from '../../domain/errors.ts';

const position = z.tuple([z.string(), z.string()]);

/**
 * A place in a list, as the client carries it: which list (without its account, which is always the path's) and the
 * sort key of the last item shown.
 */
export const toCursor = (list: string, sortKey: string): string =>
  Buffer.from(JSON.stringify([list, sortKey])).toString('base64url');

/** The sort key in a cursor of this very list. Throws `InvalidRequest` for any other text. */
export const fromCursor = (list: string, cursor: string): string => {
  const [from, sortKey] = decode(cursor);
  if (from === list) return sortKey;
  throw new InvalidRequest([{ pointer: '/query/cursor', detail: 'belongs to a different list' }]);
};

const decode = (cursor: string): z.infer<typeof position> => {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new InvalidRequest([{ pointer: '/query/cursor', detail: 'is not a cursor of ours' }]);
  }
};
