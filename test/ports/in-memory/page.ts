import { randomUUID } from 'node:crypto';
import { InvalidRequest } from '../../../core/domain/errors.ts';
import type { Page, PageRequest } from '../../../core/usecases/ports.ts';

/** How many items one page looks at. */
const MOST_LOOKED_AT = 1_000;

/** The order of a table's sort keys: by their bytes. */
export const byBytes = (one: string, other: string): number =>
  Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Where each cursor leads: by itself it says nothing, and nobody guesses another. */
const places = new Map<string, { list: string; position: string }>();

const cursorAt = (list: string, position: string): string => {
  const cursor = randomUUID();
  places.set(cursor, { list, position });
  return cursor;
};

const positionIn = (list: string, cursor: string): string => {
  const place = places.get(cursor);
  if (place?.list === list) return place.position;
  throw new InvalidRequest([{ pointer: '/query/cursor', detail: 'is not a cursor of this list' }]);
};

/** One page of a sorted list. The cursor stands for the list, named with its account, and the key of the last item looked at. */
export const pageOf = <Item>(
  list: string,
  sorted: readonly (readonly [key: string, item: Item])[],
  isAfter: (key: string, position: string) => boolean,
  { limit, cursor }: PageRequest,
  sees: (item: Item) => boolean = () => true,
): Page<Item> => {
  const position = cursor === undefined ? undefined : positionIn(list, cursor);
  const rest = sorted.filter(([key]) => position === undefined || isAfter(key, position));
  const seen = rest
    .slice(0, MOST_LOOKED_AT)
    .flatMap(([, item], index) => (sees(item) ? [{ item, index }] : []))
    .slice(0, limit);
  const looked =
    seen.length === limit ? (seen.at(-1)?.index ?? 0) + 1 : Math.min(rest.length, MOST_LOOKED_AT);
  const last = rest[looked - 1];
  const isCut = rest.length > looked && last !== undefined;
  return {
    items: seen.map(({ item }) => item),
    nextCursor: isCut ? cursorAt(list, last[0]) : undefined,
  };
};
