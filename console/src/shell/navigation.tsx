import { NavLink } from '@mantine/core';
import { CircleUser, House } from 'lucide-react';
import { Link, matchPath, useLocation } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { useWords } from '../language/language-provider.tsx';
import { type Door, doorsIn } from './doors.ts';
import classes from './navigation.module.css';
import { useCurrentMembership } from './use-current-membership.ts';
import { SHELL_WORDS } from './words.ts';

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
