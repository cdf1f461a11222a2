import '../look/signed-in.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { ApiProvider, useApi } from '../api/api-provider.tsx';
import { meQuery } from '../api/me.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Safely } from '../parts/safely.tsx';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/session-provider.tsx';
import classes from './frame.module.css';
import { Frame } from './frame.tsx';
import { Rooms } from './rooms.tsx';
import { WorkSession } from './work-session.tsx';

/** Draws nothing of the rooms before it is known who is in. */
const Known = ({ children }: { children: ReactNode }) => {
  const { data, error, failureReason, refetch } = useQuery(meQuery(useApi()));
  const { speak } = useLanguage();
  const language = data?.language;
  useEffect(() => {
    if (language !== undefined) speak(language);
  }, [language, speak]);
  if (data !== undefined) return children;
  // It is said at once, and tried again meanwhile.
  const reason = error ?? failureReason;
  if (reason === null) return <Loading />;
  return (
    <main className={classes.room}>
      <Page title="Rollcall" narrow>
        <ProblemNotice error={reason} onRetry={() => void refetch()} />
      </Page>
    </main>
  );
};

/** What is behind the sign-in: the frame, and the room at the address in it. */
export default function SignedIn() {
  const { session } = useSession();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState<Session>();
  useEffect(() => {
    void session().then(setOpened, () => undefined);
  }, [session]);
  if (opened === undefined) return <Loading />;
  return (
    <ApiProvider session={opened}>
      <Known>
        <WorkSession />
        <Frame>
          <Safely key={pathname}>
            <Suspense fallback={<Loading />}>
              <Rooms />
            </Suspense>
          </Safely>
        </Frame>
      </Known>
    </ApiProvider>
  );
}
