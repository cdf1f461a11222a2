import { Button, Tabs } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type Member, useMember } from '../../api/members.ts';
import { isProblem } from '../../api/problem.ts';
import { MemberSections } from '../../form/member-form.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { NotHere } from '../../parts/not-here.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { useActs } from './acts.tsx';
import { Completeness } from './completeness.tsx';
import { Head } from './head.tsx';
import { isTab, type Tab, tabsFor } from './tabs.ts';
import classes from './user.module.css';
import { USER_WORDS } from './words.ts';

const AccessTab = lazy(() => import('./access/access-tab.tsx'));
const LicensesTab = lazy(() => import('./licenses-tab.tsx'));
const SessionsTab = lazy(() => import('./sessions-tab.tsx'));
const DiagnosisTab = lazy(() => import('./diagnosis-tab.tsx'));

const inside = (tab: Tab, member: Member): ReactNode => {
  const { userId } = member;
  switch (tab) {
    case 'profile':
      return (
        <div className={classes.columns}>
          <MemberSections userId={userId} parts={['contact', 'own']} />
          <Completeness userId={userId} />
        </div>
      );
    case 'employee':
    case 'dialing':
    case 'messaging':
    case 'work':
      return <MemberSections userId={userId} parts={[tab]} />;
    case 'access':
      return <AccessTab member={member} />;
    case 'licenses':
      return <LicensesTab member={member} />;
    case 'sessions':
      return <SessionsTab member={member} />;
    case 'diagnosis':
      return <DiagnosisTab member={member} />;
  }
};

const Profile = ({ member }: { member: Member }) => {
  const words = useWords(USER_WORDS);
  const account = useAccount();
  const [search, setSearch] = useSearchParams();
  const { menu, news, dialog } = useActs(member);
  const list = useRef<HTMLDivElement>(null);
  const tabs = tabsFor(account);
  const wanted = search.get('tab');
  const shown = isTab(wanted) && tabs.includes(wanted) ? wanted : 'profile';
  const { accountId, may } = account;
  // On a phone it may stand further to the right.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is shown has to be seen
  useEffect(() => {
    const tab = list.current?.querySelector('[aria-selected="true"]');
    tab?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [shown]);
  return (
    <Page
      title={`${member.firstName} ${member.lastName}`}
      about={<Head member={member} />}
      {...(may('listMembers') && { up: { to: addressesIn(accountId).users, name: words.back } })}
      actions={
        <>
          {member.onboardedBy !== undefined && may('readOnboarding') && member.status === 'onboarding' && (
            <Button component={Link} to={addressesIn(accountId).run(member.onboardedBy)} variant="default">
              {words.run}
            </Button>
          )}
          {menu}
        </>
      }
    >
      {news}
      {dialog}
      <Tabs
        value={shown}
        onChange={(tab) => tab !== null && setSearch({ tab }, { replace: true })}
        keepMounted={false}
      >
        <Tabs.List ref={list} className={classes.tabs ?? ''} aria-label={words.tabList}>
          {tabs.map((tab) => (
            <Tabs.Tab key={tab} value={tab} className={classes.tab ?? ''}>
              {words.tabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((tab) => (
          <Tabs.Panel key={tab} value={tab} pt="lg">
            <Suspense fallback={<Loading />}>{inside(tab, member)}</Suspense>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
};

/** A user of the account: to read first; what one may change, one changes part by part. */
export default function User() {
  const { userId = '' } = useParams();
  const { data, error, refetch } = useMember(userId);
  if (isProblem(error, 'not-found', 'invalid-request')) return <NotHere />;
  if (data !== undefined) return <Profile key={userId} member={data.body} />;
  return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
}
