import '../look/signed-in.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { ApiProvider, useApi } from '../api/api-provider.tsx';
import { meQuery } from '../api/me.ts';
import { useLanguage } from '../language/language-provider.tsx';
import { Loading } from '../parts/loading.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { Safely } from '../parts/safely.tsx';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/session-provider.tsx';
import { Frame } from './frame.tsx';

/** Draws nothing of the rooms before it is known who is in. */
const Known = ({ children }: { children: ReactNode }) => {
  const { data, error, refetch } = useQuery(meQuery(useApi()));
  const { speak } = useLanguage();
  const language = data?.language;
  useEffect(() => {
    if (language !== undefined) speak(language);
  }, [language, speak]);
  if (data !== undefined) return children;
  return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
};

/** What is behind the sign-in: the frame, and the room at the address in it. */
export default function SignedIn() {
  const { session, state } = useSession();
  const { pathname } = useLocation();
  const [opened, setOpened] = useState<Session>();
  useEffect(() => {
    void session().then(setOpened, () => undefined);
  }, [session]);
  if (state === 'signed-out') return <Navigate to={ADDRESSES.signIn} state={{ from: pathname }} replace />;
  if (state === 'starting' || opened === undefined) return <Loading />;
  return (
    <ApiProvider session={opened}>
      <Known>
        <Frame>
          <Safely key={pathname}>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </Safely>
        </Frame>
      </Known>
    </ApiProvider>
  );
}
