import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '../api/api-provider.tsx';
import { endWorkSession } from '../api/work-session.ts';
import { forgetDrafts } from '../session/drafts.ts';
import { type News, useSession } from '../session/session-provider.tsx';
import { forgetLastAccount, useCurrentMembership } from './use-current-membership.ts';

/** Signs out here: nothing of the person is left in the tab, and the seats of their session are for others. */
export const useLeave = (): ((news: News) => Promise<void>) => {
  const { session, signedOut } = useSession();
  const queries = useQueryClient();
  const api = useApi(useCurrentMembership()?.server?.apiUrl);
  return async (news) => {
    await endWorkSession(api);
    await (await session()).signOut();
    forgetDrafts();
    forgetLastAccount();
    queries.clear();
    signedOut(news);
  };
};
