import * as z from 'zod/mini';
import { InvalidRequest } from '../../domain/errors.ts';

const position = z.tuple([z.string(), z.string()]);

const refused = (detail: string) => new InvalidRequest([{ pointer: '/query/cursor', detail }]);

/**
 * A place in a list, as the client carries it: which list (without its account, which is always the path's) and the
 * sort key of the last item shown.
 */
export const toCursor = (list: string, sortKey: string): string =>
  Buffer.from(JSON.stringify([list, sortKey])).toString('base64url');

/**
 * The sort key in a cursor of this very list, shaped like those of the list. Throws `InvalidRequest` for any other
 * text: DynamoDB would refuse a position outside the list as an error of ours.
 */
export const fromCursor = (list: string, cursor: string, shape: z.ZodMiniType<string>): string => {
  const [from, sortKey] = decode(cursor);
  if (from !== list) throw refused('belongs to a different list');
  if (!shape.safeParse(sortKey).success) throw refused('is not a cursor of ours');
  return sortKey;
};

const decode = (cursor: string): z.infer<typeof position> => {
  try {
    return position.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw refused('is not a cursor of ours');
  }
};
