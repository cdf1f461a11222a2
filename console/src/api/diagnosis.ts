import { useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { diagnosisView } from '../../../core/contract/diagnosis.ts';
import { useAccount } from './account.tsx';
import { bodyOf } from './client.ts';
import { memberKey } from './members.ts';

export type Diagnosis = z.output<typeof diagnosisView>;
export type Cause = Diagnosis['causes'][number];
export type Remedy = Cause['remedies'][number];

/** What is known of an attempt to sign in: what was typed as the login ID, and from which address. */
export interface Attempt {
  readonly signInName: string;
  readonly address: string;
}

/** Why a member cannot sign in or take a call, and what mends it. */
export const useDiagnosis = (userId: string, { signInName, address }: Attempt) => {
  const { api, accountId } = useAccount();
  return useQuery({
    queryKey: [...memberKey(accountId, userId), 'diagnosis', signInName, address],
    queryFn: () =>
      bodyOf(
        api.GET('/v1/accounts/{accountId}/members/{userId}/diagnosis', {
          params: {
            path: { accountId, userId },
            query: { ...(signInName !== '' && { signInName }), ...(address !== '' && { address }) },
          },
        }),
      ),
    placeholderData: (before) => before,
  });
};
