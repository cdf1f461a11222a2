import type { Page, PageRequest } from '../../usecases/ports.ts';

/** How many items one page looks at, for those that may be seen. */
const MOST_LOOKED_AT = 1_000;

/** A sorted list in the table. */
interface List<Item> {
  /** Up to `count` items after a sort key; `isCut` when DynamoDB has more, as also after a megabyte. */
  read: (count: number, after: string | undefined) => Promise<{ items: readonly Item[]; isCut: boolean }>;
  sortKeyOf: (item: Item) => string;
  cursorAt: (sortKey: string) => Promise<string>;
}

/**
 * One page of a list: what `sees` lets through. The cursor is at the last item that was looked at, shown or not; there
 * is none where the list ends.
 */
export const pageOf = async <Item>(
  { read, sortKeyOf, cursorAt }: List<Item>,
  { limit, after }: Pick<PageRequest, 'limit'> & { after: string | undefined },
  sees: ((item: Item) => boolean) | undefined,
): Promise<Page<Item>> => {
  const pageTo = async (end: string | undefined): Promise<Page<Item>> => ({
    items: shown,
    nextCursor: end === undefined ? undefined : await cursorAt(end),
  });
  const shown: Item[] = [];
  let position = after;
  let looked = 0;
  for (;;) {
    // One more than asked for tells whether there is a next page; who sees little has to look further at a time.
    const count = Math.min(MOST_LOOKED_AT - looked, Math.max(limit + 1, looked));
    const { items, isCut } = await read(count, position);
    for (const [index, item] of items.entries()) {
      position = sortKeyOf(item);
      looked += 1;
      if (sees === undefined || sees(item)) shown.push(item);
      const hasMore = isCut || index < items.length - 1;
      if (shown.length === limit) return pageTo(hasMore ? position : undefined);
    }
    if (!isCut || sees === undefined || looked >= MOST_LOOKED_AT) {
      return pageTo(isCut ? position : undefined);
    }
  }
};
