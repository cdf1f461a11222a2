import { Avatar, Menu, Text, UnstyledButton, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { CircleUser, LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Link } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { useMe } from '../api/me.ts';
import { useWords } from '../language/language-provider.tsx';
import { useLeave } from './use-leave.ts';
import { SHELL_WORDS } from './words.ts';

const SCHEMES = [
  { scheme: 'auto', icon: Monitor },
  { scheme: 'light', icon: Sun },
  { scheme: 'dark', icon: Moon },
] as const;

/** Who is signed in; their own settings, the colours they like, and the way out. */
export const PersonMenu = () => {
  const words = useWords(SHELL_WORDS);
  const { firstName, lastName, email } = useMe();
  const leave = useLeave();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const name = `${firstName} ${lastName}`;
  return (
    <Menu position="bottom-end" width="16rem">
      <Menu.Target>
        <UnstyledButton>
          <Avatar name={name} color="brand" size="md" />
          <VisuallyHidden>{words.person(name)}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {name}
          </Text>
          <Text size="xs" fw={400} truncate title={email}>
            {email}
          </Text>
        </Menu.Label>
        <Menu.Item component={Link} to={ADDRESSES.me} leftSection={<CircleUser size={16} aria-hidden />}>
          {words.rooms.me}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{words.colours.title}</Menu.Label>
        {SCHEMES.map(({ scheme, icon: Icon }) => (
          <Menu.Item
            key={scheme}
            leftSection={<Icon size={16} aria-hidden />}
            fw={scheme === colorScheme ? 600 : 400}
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme)}
          >
            {words.colours[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void leave('signed-out')}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
};
