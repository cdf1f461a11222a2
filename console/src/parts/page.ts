import { element } from '../element.ts';

interface PageOptions {
  readonly title: string;
  readonly width?: 'narrow' | 'wide';
  /** Stands at the end of the top line. */
  readonly action?: HTMLElement;
}

const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`index.html has no #${id}`);
  return found;
};

/** Puts a page in place of the one before, and leads keyboard and screen reader to its heading. */
export const showPage = (
  { title, width = 'narrow', action }: PageOptions,
  ...content: readonly Node[]
): void => {
  const page = place('page');
  const isFirst = page.childElementCount === 0;
  const heading = element('h1', { tabindex: '-1' }, title);
  document.title = `${title} · Rollcall`;
  place('action').replaceChildren(...(action === undefined ? [] : [action]));
  page.className = `page ${width}`;
  page.replaceChildren(heading, ...content);
  if (!isFirst) heading.focus();
};
