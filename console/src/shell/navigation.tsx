import { NavLink } from '@mantine/core';
import {
  CircleUser,
  CreditCard,
  FolderTree,
  House,
  ListChecks,
  Settings2,
  ShieldCheck,
  Ticket,
  Users,
} from 'lucide-react';
import type { ComponentType } from 'react';
import { Link, matchPath, useLocation } from 'react-router';
import { ADDRESSES, addressesIn } from '../addresses.ts';
import type { Membership } from '../api/me.ts';
import { useWords } from '../language/language-provider.tsx';
import classes from './navigation.module.css';
import { useCurrentMembership } from './use-current-membership.ts';
import { SHELL_WORDS } from './words.ts';

type Room = keyof (typeof SHELL_WORDS)['en']['rooms'];

interface Door {
  readonly room: Room;
  readonly to: string;
  readonly icon: ComponentType<{ size?: number; 'aria-hidden'?: boolean }>;
}

/** The rooms of an account, each with the call that it cannot do without: who may not make it, has no door to it. */
const doorsIn = ({ accountId, endpoints }: Membership): readonly Door[] => {
  const rooms = addressesIn(accountId);
  const doors = [
    { needs: 'listMembers', room: 'users', to: rooms.users, icon: Users },
    { needs: 'listOnboardings', room: 'runs', to: rooms.runs, icon: ListChecks },
    { needs: 'readBilling', room: 'licenses', to: rooms.licenses, icon: Ticket },
    { needs: 'listStatements', room: 'statements', to: rooms.statements, icon: CreditCard },
    { needs: 'listRoles', room: 'roles', to: rooms.roles, icon: ShieldCheck },
    { needs: 'listFolders', room: 'folders', to: rooms.folders, icon: FolderTree },
    { needs: 'changeAccountSettings', room: 'settings', to: rooms.settings, icon: Settings2 },
  ] as const;
  return doors.filter(({ needs }) => endpoints.includes(needs));
};

export const Navigation = () => {
  const { rooms, navigation } = useWords(SHELL_WORDS);
  const { pathname } = useLocation();
  const membership = useCurrentMembership();
  const doors: readonly Door[] = [
    { room: 'home', to: ADDRESSES.home, icon: House },
    ...(membership === undefined ? [] : doorsIn(membership)),
    { room: 'me', to: ADDRESSES.me, icon: CircleUser },
  ];
  return (
    <nav aria-label={navigation} className={classes.navigation}>
      {doors.map(({ room, to, icon: Icon }) => {
        const isHere = matchPath({ path: to, end: to === ADDRESSES.home }, pathname) !== null;
        return (
          <NavLink
            key={room}
            component={Link}
            to={to}
            label={rooms[room]}
            leftSection={<Icon size={18} aria-hidden />}
            active={isHere}
            {...(isHere && { 'aria-current': 'page' })}
          />
        );
      })}
    </nav>
  );
};
