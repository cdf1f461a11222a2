import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Session } from '../session/session.ts';
import { useSession } from '../session/session-provider.tsx';
import { type Api, createApi } from './client.ts';
import { isProblem } from './problem.ts';

/** The API at an address, or at the home location's. */
type ApiAt = (apiUrl?: string) => Api;

const Context = createContext<ApiAt | undefined>(undefined);

const TRIES = 3;

const createQueries = (onSessionOver: () => void): QueryClient => {
  let isOver = false;
  const onError = (error: unknown): void => {
    if (isOver || !isProblem(error, 'session-over', 'signed-out')) return;
    isOver = true;
    onSessionOver();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // What the API has answered it would answer again.
        retry: (failures, error) => failures < TRIES && isProblem(error, 'unreachable', 'busy'),
      },
    },
  });
};

/** What the person has been told is forgotten with them: the next one begins with nothing. */
export const ApiProvider = ({ session, children }: { session: Session; children: ReactNode }) => {
  const { signedOut } = useSession();
  const [queries] = useState(() =>
    createQueries(() => {
      // Its tokens are good for nothing any more.
      void session
        .signOut()
        .catch(() => undefined)
        .then(() => signedOut('session-over'));
    }),
  );
  const apiAt = useMemo<ApiAt>(() => {
    const byAddress = new Map<string, Api>();
    return (apiUrl = session.configuration.apiUrl) => {
      const known = byAddress.get(apiUrl);
      if (known !== undefined) return known;
      const api = createApi(apiUrl, session.accessToken);
      byAddress.set(apiUrl, api);
      return api;
    };
  }, [session]);
  return (
    <QueryClientProvider client={queries}>
      <Context value={apiAt}>{children}</Context>
    </QueryClientProvider>
  );
};

export const useApi: ApiAt = (apiUrl) => {
  const apiAt = useContext(Context);
  if (apiAt === undefined) throw new Error('there is no API outside of ApiProvider');
  return apiAt(apiUrl);
};
