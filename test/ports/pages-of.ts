import type { Page, PageRequest } from '../../core/usecases/ports.ts';

const NEVER_ENDS = 100;

/** Every page of a list, one after the other. */
export const pagesOf = async <Item>(
  list: (page: PageRequest) => Promise<Page<Item>>,
  limit: number,
): Promise<readonly (readonly Item[])[]> => {
  const pages: (readonly Item[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < NEVER_ENDS);
  return pages;
};
