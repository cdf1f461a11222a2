import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { Misconfigured } from './configuration.ts';
import type { Session } from './session.ts';

/** Why somebody has come to the sign-in page, if it has to be said. */
export type News =
  | 'signed-out'
  | 'signed-out-everywhere'
  | 'session-over'
  | 'password-reset'
  | 'to-see-offer';

interface Access {
  /** The sign-in library is big: the page stands before it has come. A failed load is tried again with the next call. */
  readonly session: () => Promise<Session>;
  readonly state: 'starting' | 'signed-out' | 'signed-in';
  readonly news: News | undefined;
  /** What is wrong with the deployment, told to whoever has to mend it. */
  readonly misconfigured: string | undefined;
  readonly signedIn: () => void;
  readonly signedOut: (news: News) => void;
}

const Context = createContext<Access | undefined>(undefined);

/** Amplify keeps its tokens in the tab's storage, under names of its own. */
const mayBeSignedIn = (): boolean =>
  Object.keys(sessionStorage).some((name) => name.startsWith('CognitoIdentityServiceProvider.'));

const load = async (): Promise<Session> => (await import('./session.ts')).openSession();

/** Whether somebody is signed in, and the way to become it. */
export const SessionProvider = ({ children }: { children: ReactNode }) => {
  const [state, setState] = useState<Access['state']>(() => (mayBeSignedIn() ? 'starting' : 'signed-out'));
  const [news, setNews] = useState<News>();
  const [misconfigured, setMisconfigured] = useState<string>();
  const [loader] = useState<{ opening?: Promise<Session> | undefined }>({});

  const session = useCallback((): Promise<Session> => {
    loader.opening ??= load().catch((error: unknown) => {
      loader.opening = undefined;
      if (error instanceof Misconfigured) setMisconfigured(error.message);
      throw error;
    });
    return loader.opening;
  }, [loader]);

  useEffect(() => {
    // A fault shows once the person submits; one of the configuration shows at once.
    session()
      .then(async (opened) => {
        if (!mayBeSignedIn()) return;
        // When nothing answers, it is the rooms that say so, and go on once something does.
        const token = await opened.accessToken().catch(() => 'not known yet');
        setState(token === undefined ? 'signed-out' : 'signed-in');
      })
      .catch(() => setState('signed-out'));
  }, [session]);

  const access = useMemo<Access>(
    () => ({
      session,
      state,
      news,
      misconfigured,
      signedIn: () => {
        setNews(undefined);
        setState('signed-in');
      },
      signedOut: (why) => {
        setNews(why);
        setState('signed-out');
      },
    }),
    [session, state, news, misconfigured],
  );
  return <Context value={access}>{children}</Context>;
};

export const useSession = (): Access => {
  const access = useContext(Context);
  if (access === undefined) throw new Error('there is no session outside of SessionProvider');
  return access;
};
