import type { Setting } from './settings.ts';

/** The parts of a profile, the first two on top: contact data, and what changes the user's own experience. */
export const MEMBER_PARTS = ['contact', 'own', 'employee', 'dialing', 'messaging', 'work'] as const;
export type MemberPart = (typeof MEMBER_PARTS)[number];

/** In the order in which people say them: the name comes before the login ID (C-48). */
const CONTACT: readonly string[] = [
  '/profile/firstName',
  '/profile/lastName',
  '/profile/loginId',
  '/profile/email',
  '/profile/phone',
  '/profile/extension',
  '/employee/mobilePhone',
  '/employee/faxNumber',
];

/** The folder is changed with the access, and an invitation is sent by a call of its own. */
const ELSEWHERE: readonly string[] = ['/profile/folderId', '/profile/sendInvitation'];

const isField = ({ pointer }: Setting): boolean => pointer.split('/').length === 3;

const partOf = ({ pointer, section, changedBy }: Setting): MemberPart | undefined => {
  if (ELSEWHERE.includes(pointer)) return undefined;
  if (CONTACT.includes(pointer)) return 'contact';
  switch (section) {
    case 'profile':
    case 'employee':
      return changedBy.members ? 'own' : 'employee';
    case 'dialing':
    case 'messaging':
    case 'work':
      return section;
    default:
      return undefined;
  }
};

const placeOf = ({ pointer }: Setting): number => CONTACT.indexOf(pointer);

/** The settings of a part, each a field that is saved by itself. */
export const settingsOf = (part: MemberPart, settings: readonly Setting[]): readonly Setting[] =>
  settings
    .filter((setting) => isField(setting) && partOf(setting) === part)
    .toSorted((one, other) => placeOf(one) - placeOf(other));
