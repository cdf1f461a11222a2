import { Alert } from '@mantine/core';
import { CircleCheck, Info } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { type Me, useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { useCurrentMembership } from '../../shell/use-current-membership.ts';
import { Accounts } from './accounts.tsx';
import { AgencyCard } from './agency-card.tsx';
import { AskCard } from './ask-card.tsx';
import { Doors } from './doors.tsx';
import classes from './home.module.css';
import { OFFER_WORDS } from './offer-words.ts';
import { Offers } from './offers.tsx';
import { SignInCard } from './sign-in-card.tsx';
import { HOME_WORDS } from './words.ts';

/** What there is to tell whoever comes: the latest first. */
const useNews = (me: Me, answered: string | undefined): string | undefined => {
  const words = useWords(HOME_WORDS);
  const offers = useWords(OFFER_WORDS);
  const { pathname, state } = useLocation();
  const hasJustComeIn = state?.welcome === true;
  if (answered !== undefined) return answered;
  if (pathname === ADDRESSES.offers && me.offers.length === 0) return offers.none;
  const how = me.acceptedAt === undefined ? words.onlyEmail : words.eitherWorks(me.loginId);
  if (hasJustComeIn) return `${words.welcome} ${how}`;
  return me.acceptedAt === undefined ? how : undefined;
};

/** What one can do now, in which accounts, and which others offer access. */
export default function Home() {
  const me = useMe();
  const words = useWords(HOME_WORDS);
  const current = useCurrentMembership();
  const offers = useWords(OFFER_WORDS);
  const [answered, setAnswered] = useState<string>();
  const news = useNews(me, answered);
  // That nothing is offered is told, and nothing to be glad of.
  const isGood = me.acceptedAt !== undefined && (answered !== undefined || news !== offers.none);
  return (
    <Page title={words.hello(me.firstName)}>
      <div role="status" hidden={news === undefined}>
        {news !== undefined && (
          <Alert role="presentation" color="brand" icon={isGood ? <CircleCheck /> : <Info />}>
            {news}
          </Alert>
        )}
      </div>
      <Offers offers={me.offers} onAnswered={setAnswered} />
      <div className={classes.columns}>
        <div className={classes.column}>
          {current !== undefined && <Doors membership={current} />}
          <Accounts memberships={me.memberships} current={current} />
        </div>
        <div className={classes.column}>
          {me.asks.includes('extra-profile') && <AskCard />}
          {me.agency !== undefined && <AgencyCard agency={me.agency} />}
          <SignInCard me={me} />
        </div>
      </div>
    </Page>
  );
}
