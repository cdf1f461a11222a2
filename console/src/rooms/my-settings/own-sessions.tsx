import { Badge, Button, Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useMe } from '../../api/me.ts';
import { useEndSession, useMemberSessions } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { workSessionQuery } from '../../api/work-session.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './my-settings.module.css';
import { MY_SETTINGS_WORDS } from './words.ts';

/** Where one is signed in to this account, with the licenses that each session takes (C-44). */
export const OwnSessions = () => {
  const { sessions: words } = useWords(MY_SETTINGS_WORDS);
  const names = useRightNames();
  const { dateTime, list } = useFormats();
  const { userId } = useMe();
  const { api, accountId, membership } = useAccount();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useMemberSessions(userId);
  const end = useEndSession(userId);
  // The one of this tab is begun and kept alive elsewhere.
  const { data: own } = useQuery({ ...workSessionQuery(api, accountId, userId), enabled: false });
  const here = own?.sessionId;
  const found = data?.pages.flatMap(({ items }) => items);
  const isListed = found?.some(({ sessionId }) => sessionId === here);
  useEffect(() => {
    if (here !== undefined && isListed === false) void refetch();
  }, [here, isListed, refetch]);
  return (
    <Card title={words.title} about={words.about(membership.accountName)}>
      {found === undefined && error === null && <Loading />}
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {found?.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {found !== undefined && found.length > 0 && (
        <Table mod={['flush', 'stacked']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.began}</Table.Th>
              <Table.Th>{words.seen}</Table.Th>
              <Table.Th>{words.licenses}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {found.map(({ sessionId, startedAt, seenAt, kinds }) => (
              <Table.Tr key={sessionId}>
                <Table.Td>
                  {dateTime(startedAt)} {sessionId === here && <Badge variant="light">{words.here}</Badge>}
                </Table.Td>
                <Table.Td data-label={words.seen}>{dateTime(seenAt)}</Table.Td>
                <Table.Td data-label={words.licenses}>{list(kinds.map(names.license)) || '—'}</Table.Td>
                <Table.Td className={classes.end ?? ''}>
                  {sessionId !== here && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={words.endOf(dateTime(startedAt))}
                      loading={end.isPending && end.variables === sessionId}
                      onClick={() => end.mutate(sessionId)}
                    >
                      {words.end}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {end.error !== null && <ProblemNotice error={end.error} />}
      {hasNextPage && (
        <div>
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.more}
          </Button>
        </div>
      )}
    </Card>
  );
};
