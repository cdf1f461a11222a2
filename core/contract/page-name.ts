import { PAGES, type Page } from '../domain/pages.ts';

/** What a page is called, in English. */
export const pageName = (page: Page): string => PAGES[page].name;
