import { Stack, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { useMe } from '../../api/me.ts';
import { MemberSections } from '../../form/member-form.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { AccountOf } from '../../shell/account-of.tsx';
import { useCurrentMembership } from '../../shell/use-current-membership.ts';
import { AboutMe } from './about-me.tsx';
import { Authenticator } from './authenticator.tsx';
import classes from './my-settings.module.css';
import { OwnAgentFeatures } from './own-agent-features.tsx';
import { OwnSessions } from './own-sessions.tsx';
import { Password } from './password.tsx';
import { SignOutEverywhere } from './sign-out-everywhere.tsx';
import { MY_SETTINGS_WORDS } from './words.ts';

type Tab = 'profile' | 'calls' | 'security' | 'about-me';

/** Everybody has the last two; the first two are about an account that one is in. */
const TABS = ['profile', 'calls', 'security', 'about-me'] as const satisfies readonly Tab[];

const isTab = (text: string | null): text is Tab => TABS.some((tab) => tab === text);

/** One's own settings (C-43): what others see of one, and what only oneself can change. */
export default function MySettings() {
  const words = useWords(MY_SETTINGS_WORDS);
  const { userId, email } = useMe();
  const membership = useCurrentMembership();
  const [search, setSearch] = useSearchParams();
  const tabs = TABS.filter((tab) => membership !== undefined || (tab !== 'profile' && tab !== 'calls'));
  const [first = 'security'] = tabs;
  const wanted = search.get('tab');
  const shown = isTab(wanted) && tabs.includes(wanted) ? wanted : first;

  const inAccount = (content: ReactNode): ReactNode =>
    membership !== undefined && <AccountOf membership={membership}>{content}</AccountOf>;

  const inside = (tab: Tab): ReactNode => {
    switch (tab) {
      case 'profile':
        return inAccount(
          <MemberSections userId={userId} parts={['contact', 'own', 'employee', 'messaging', 'work']} />,
        );
      case 'calls':
        return inAccount(
          <Stack gap="lg">
            <MemberSections userId={userId} parts={['dialing']} />
            <OwnAgentFeatures />
          </Stack>,
        );
      case 'security':
        return (
          <Stack gap="lg">
            <Password />
            <Authenticator />
            {inAccount(<OwnSessions />)}
            <SignOutEverywhere />
          </Stack>
        );
      case 'about-me':
        return <AboutMe />;
    }
  };

  return (
    <Page
      title={words.title}
      about={membership === undefined ? email : words.about(email, membership.accountName)}
      narrow
    >
      <Tabs
        value={shown}
        onChange={(tab) => tab !== null && setSearch({ tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List className={classes.tabs ?? ''} aria-label={words.title}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} className={classes.tab ?? ''}>
              {words.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="lg">
            {inside(tab)}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}
