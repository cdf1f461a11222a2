import type { Membership } from '../api.ts';
import { element } from '../element.ts';
import type { Words } from '../words/words.ts';

const permissionList = (words: Words, { permissions }: Membership): readonly HTMLElement[] => {
  const { mayDo, mayDoNothing } = words.signedIn;
  if (permissions.length === 0) return [element('p', { class: 'hint' }, mayDoNothing)];
  const items = permissions.map((permission) => element('li', {}, words.permissions[permission]));
  return [element('h4', {}, mayDo), element('ul', { class: 'permissions' }, ...items)];
};

/** One account of the signed-in person: their status there, their role, what they may do. */
export const membershipCard = (words: Words, membership: Membership): HTMLElement => {
  const { signedIn, roles } = words;
  const { accountName, status, role } = membership;
  const head = element(
    'div',
    { class: 'card-head' },
    element('h3', {}, accountName),
    element('p', { class: `status ${status}` }, signedIn.status[status]),
  );
  const card = element('section', { class: 'card' }, head);
  if (role !== undefined) card.append(element('p', { class: 'role' }, `${signedIn.role}: ${roles[role]}`));
  if (status === 'active') card.append(...permissionList(words, membership));
  else card.append(element('p', {}, signedIn.statusMeaning[status]));
  return card;
};
