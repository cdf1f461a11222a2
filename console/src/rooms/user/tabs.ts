import type { Account } from '../../api/account.tsx';

export const TABS = [
  'profile',
  'employee',
  'dialing',
  'messaging',
  'work',
  'access',
  'licenses',
  'sessions',
  'diagnosis',
] as const;

export type Tab = (typeof TABS)[number];

export const isTab = (text: string | null): text is Tab => TABS.some((tab) => tab === text);

/** The call without which a tab is nothing; all others are the profile itself. */
const NEEDED = {
  access: 'readMemberAccess',
  licenses: 'readMemberLicenses',
  sessions: 'listMemberSessions',
  diagnosis: 'diagnoseMember',
} as const;

const isNeeding = (tab: Tab): tab is keyof typeof NEEDED => Object.hasOwn(NEEDED, tab);

export const tabsFor = ({ may }: Pick<Account, 'may'>): readonly Tab[] =>
  TABS.filter((tab) => !isNeeding(tab) || may(NEEDED[tab]));
