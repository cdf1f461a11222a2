import type { Membership } from '../api.ts';
import { element } from '../element.ts';
import type { Words } from '../words/words.ts';
import { roleName } from './role-name.ts';

const permissionList = (words: Words, { permissions }: Membership): readonly HTMLElement[] => {
  const { mayDo, mayDoNothing } = words.signedIn;
  if (permissions.length === 0) return [element('p', { class: 'hint' }, mayDoNothing)];
  const items = permissions.map((permission) => element('li', {}, words.permissions[permission]));
  return [element('h4', {}, mayDo), element('ul', { class: 'permissions' }, ...items)];
};

/** Folded, since an administrator has dozens. */
const pageList = (words: Words, { pages }: Membership): HTMLElement => {
  const { signedIn } = words;
  if (pages.length === 0) return element('p', { class: 'hint' }, signedIn.noPages);
  return element(
    'details',
    {},
    element('summary', {}, signedIn.pages(pages.length)),
    element('ul', { class: 'permissions' }, ...pages.map((page) => element('li', {}, words.page(page)))),
    element('p', { class: 'hint' }, signedIn.pagesToCome),
  );
};

/** One account of the signed-in person: their status there, their role, what they may do, and whose data they see. */
export const membershipCard = (words: Words, membership: Membership): HTMLElement => {
  const { signedIn } = words;
  const { accountName, status, dataViewLevel } = membership;
  const head = element(
    'div',
    { class: 'card-head' },
    element('h3', {}, accountName),
    element('p', { class: `status ${status}` }, signedIn.status[status]),
  );
  const card = element('section', { class: 'card' }, head);
  const role = roleName(words, membership);
  if (role !== undefined) card.append(element('p', { class: 'role' }, `${signedIn.role}: ${role}`));
  if (status !== 'active') {
    card.append(element('p', {}, signedIn.statusMeaning[status]));
    return card;
  }
  card.append(
    ...permissionList(words, membership),
    element('p', {}, `${signedIn.dataView}: ${signedIn.dataViewLevels[dataViewLevel]}`),
    pageList(words, membership),
  );
  return card;
};
