import { queryOptions } from '@tanstack/react-query';
import type { Api } from './client.ts';
import { bodyOf } from './client.ts';
import { isProblem } from './problem.ts';

/** A session of the platform, which has the concurrent licenses of whoever works (C-44). */
interface WorkSession {
  readonly accountId: string;
  readonly userId: string;
  readonly sessionId: string;
  readonly heartbeatSeconds: number;
}

const NAME = 'rollcall.session';
const FAILURES = 3;

const isKept = (value: unknown): value is WorkSession =>
  typeof value === 'object' &&
  value !== null &&
  'accountId' in value &&
  'userId' in value &&
  'sessionId' in value &&
  'heartbeatSeconds' in value;

/** A reload goes on with the session there is. */
const kept = (): WorkSession | undefined => {
  const value: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
  return isKept(value) ? value : undefined;
};

const ofSession = ({ accountId, userId, sessionId }: WorkSession) => ({
  params: { path: { accountId, userId, sessionId } },
});

const goesOn = async (api: Api, session: WorkSession): Promise<boolean> => {
  try {
    await api.POST(
      '/v1/accounts/{accountId}/members/{userId}/sessions/{sessionId}/heartbeat',
      ofSession(session),
    );
    return true;
  } catch (error) {
    if (isProblem(error, 'not-found')) return false;
    throw error;
  }
};

const begin = async (api: Api, accountId: string, userId: string): Promise<WorkSession> => {
  const { sessionId, heartbeatSeconds } = await bodyOf(
    api.POST('/v1/accounts/{accountId}/members/{userId}/sessions', {
      params: { path: { accountId, userId } },
    }),
  );
  return { accountId, userId, sessionId, heartbeatSeconds };
};

/** Gives the seats back; whoever cannot be told finds out by themselves, since the session is not heard of any more. */
export const endWorkSession = async (api: Api): Promise<void> => {
  const session = kept();
  sessionStorage.removeItem(NAME);
  if (session === undefined) return;
  await api
    .DELETE('/v1/accounts/{accountId}/members/{userId}/sessions/{sessionId}', ofSession(session))
    .catch(() => undefined);
};

/** The session of whoever is in, in the account that they are in: begun once, kept alive as long as the tab is there. */
export const workSessionQuery = (api: Api, accountId: string, userId: string) =>
  queryOptions({
    queryKey: ['work-session', accountId, userId],
    queryFn: async () => {
      const known = kept();
      if (known?.accountId === accountId && known.userId === userId) {
        if (await goesOn(api, known)) return known;
      } else {
        await endWorkSession(api);
      }
      const begun = await begin(api, accountId, userId);
      sessionStorage.setItem(NAME, JSON.stringify(begun));
      return begun;
    },
    staleTime: Number.POSITIVE_INFINITY,
    // Whoever comes back from another account has ended this one's session by going there.
    refetchOnMount: 'always',
    retry: (failures, error) => failures < FAILURES && isProblem(error, 'unreachable', 'busy'),
    refetchInterval: ({ state }) =>
      state.status === 'success' && state.data !== undefined && state.data.heartbeatSeconds * 1000,
    // Who works in another window works on.
    refetchIntervalInBackground: true,
    refetchOnWindowFocus: false,
    refetchOnReconnect: ({ state }) => (state.status === 'success' ? 'always' : false),
  });
