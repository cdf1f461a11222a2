import { Title } from '@mantine/core';
import { CircleUser, UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import { ADDRESSES, addressesIn } from '../../addresses.ts';
import type { Membership } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { type AccountRoom, type Door, doorsIn } from '../../shell/doors.ts';
import { SHELL_WORDS } from '../../shell/words.ts';
import classes from './home.module.css';
import { HOME_WORDS } from './words.ts';

const doorsOf = (membership: Membership): readonly Door<AccountRoom | 'addUser' | 'me'>[] => {
  const { addUser } = addressesIn(membership.accountId);
  const mayAdd = membership.endpoints.includes('startOnboarding');
  return [
    ...(mayAdd ? [{ room: 'addUser', to: addUser, icon: UserPlus } as const] : []),
    ...doorsIn(membership),
    { room: 'me', to: ADDRESSES.me, icon: CircleUser },
  ];
};

/** The rooms that one may use in an account. */
export const Doors = ({ membership }: { membership: Membership }) => {
  const words = useWords(HOME_WORDS);
  const { rooms } = useWords(SHELL_WORDS);
  return (
    <section className={classes.section}>
      <Title order={2} className={classes.heading ?? ''}>
        {words.canDo(membership.accountName)}
      </Title>
      <ul className={classes.doors}>
        {doorsOf(membership).map(({ room, to, icon: Icon }) => (
          <li key={room}>
            <Link to={to} className={classes.door}>
              <Icon size={20} aria-hidden />
              <span>
                <strong>{room === 'addUser' ? words.doors.addUser.title : rooms[room]}</strong>
                <small>{words.doors[room].about}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
};
