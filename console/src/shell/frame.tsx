import { Anchor, Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { useWords } from '../language/language-provider.tsx';
import { AccountSwitcher } from './account-switcher.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import classes from './frame.module.css';
import { HelpMenu } from './help-menu.tsx';
import { Navigation } from './navigation.tsx';
import { PersonMenu } from './person-menu.tsx';
import { SHELL_WORDS } from './words.ts';

/** What stands around every room: where one is, where one can go, and who one is. */
export const Frame = ({ children }: { children: ReactNode }) => {
  const words = useWords(SHELL_WORDS);
  const { pathname } = useLocation();
  const [isOpen, { open, close }] = useDisclosure();
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has chosen a room wants to see it
  useEffect(close, [pathname]);
  return (
    <div className={classes.frame}>
      <Anchor href="#room" className={classes.skip ?? ''}>
        {words.skip}
      </Anchor>
      <header className={classes.top}>
        <Burger
          className={classes.burger ?? ''}
          size="sm"
          opened={isOpen}
          onClick={open}
          aria-label={words.navigation}
        />
        <Link to={ADDRESSES.home} className={classes.brand} aria-label="Rollcall">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span>Rollcall</span>
        </Link>
        <AccountSwitcher />
        <div className={classes.right}>
          <HelpMenu />
          <PersonMenu />
        </div>
      </header>
      <ConnectionNotice />
      <div className={classes.below}>
        <aside className={classes.side}>
          <Navigation />
        </aside>
        <Drawer
          opened={isOpen}
          onClose={close}
          title="Rollcall"
          size="18rem"
          closeButtonProps={{ 'aria-label': words.close }}
        >
          <Navigation />
        </Drawer>
        <main id="room" className={classes.room} tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
};
