import type { Agency } from '../api.ts';
import { element } from '../element.ts';
import type { Words } from '../words/words.ts';

/** The agency that the person works for, with the accounts it lets them reach. */
export const agencyCard = (words: Words, { name, role, accounts }: Agency): HTMLElement =>
  element(
    'section',
    { class: 'card' },
    element('h3', {}, name),
    element('p', { class: 'role' }, `${words.signedIn.role}: ${words.roles[role]}`),
    element('h4', {}, words.agency.accounts),
    element('ul', { class: 'permissions' }, ...accounts.map((account) => element('li', {}, account.name))),
  );
