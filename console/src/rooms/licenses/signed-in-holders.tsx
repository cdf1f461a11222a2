import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import type { LicenseKind } from '../../api/billing.ts';
import { useWorkSessions, type WorkSession } from '../../api/licenses.ts';
import { useActOnMember } from '../../api/members.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { LICENSES_WORDS } from './words.ts';

const SignOut = ({ session: { userId, name } }: { session: WorkSession }) => {
  const words = useWords(LICENSES_WORDS).holders;
  const { accountId } = useAccount();
  const queries = useQueryClient();
  const [isAsked, setAsked] = useState(false);
  const { mutate, isPending, error } = useActOnMember(userId);
  const signOut = () =>
    mutate('sign-out', {
      onSuccess: () => {
        setAsked(false);
        for (const resource of ['sessions', 'billing', 'seats'])
          void queries.invalidateQueries({ queryKey: [resource, accountId] });
      },
    });
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => setAsked(true)}
        aria-label={words.signOutOf(name)}
      >
        {words.signOut}
      </Button>
      <Confirm
        opened={isAsked}
        title={words.signingOut(name)}
        action={words.signOut}
        onConfirm={signOut}
        onCancel={() => setAsked(false)}
        isPending={isPending}
        error={error}
        destructive
      >
        <Text>{words.signOutText}</Text>
      </Confirm>
    </>
  );
};

/** Whose sessions have seats of a kind that is taken at sign-in; whoever may, signs them out (C-45). */
export const SignedInHolders = ({ kind }: { kind: LicenseKind }) => {
  const words = useWords(LICENSES_WORDS);
  const { dateTime } = useFormats();
  const { may } = useAccount();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useWorkSessions(true);
  if (error !== null) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <Loading />;
  const sessions = data.pages.flatMap(({ items }) => items).filter(({ kinds }) => kinds.includes(kind));
  return (
    <Stack gap="sm">
      {sessions.length === 0 && <Text>{words.holders.nobody}</Text>}
      {sessions.map((session) => (
        <Group key={session.sessionId} justify="space-between" wrap="nowrap">
          <div>
            <Text>{session.name}</Text>
            <Text size="sm" c="dimmed">
              {words.holders.since(dateTime(session.startedAt))}
            </Text>
          </div>
          {may('signOutMember') && <SignOut session={session} />}
        </Group>
      ))}
      {hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </Stack>
  );
};
