import { element } from '../element.ts';
import { showPage } from '../parts/page.ts';
import type { Words } from '../words/words.ts';

/** For whoever deployed the console: what is wrong with its configuration. */
export const showMisconfigured = ({ misconfigured }: Words, fault: string): void => {
  showPage(
    { title: misconfigured.title },
    element('p', { class: 'lead' }, misconfigured.text),
    element('p', {}, element('code', {}, fault)),
  );
};
