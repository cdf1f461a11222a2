import { Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { type Member, useActOnMember, useMemberSessions } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Confirm } from '../../parts/confirm.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { HELP_WORDS } from './help-words.ts';
import classes from './user.module.css';

/** Where a member is signed in now, and the way to sign them out. */
export default function SessionsTab({ member }: { member: Member }) {
  const words = useWords(HELP_WORDS);
  const names = useRightNames();
  const { may } = useAccount();
  const { dateTime, list } = useFormats();
  const sessions = useMemberSessions(member.userId);
  const act = useActOnMember(member.userId);
  const [isAsking, setAsking] = useState(false);
  if (sessions.data === undefined) {
    if (sessions.error === null) return <Loading />;
    return <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />;
  }
  const found = sessions.data.pages.flatMap(({ items }) => items);
  return (
    <Paper withBorder p="lg">
      <Stack>
        <Group justify="space-between">
          <Title order={2} fz="lg">
            {words.sessions}
          </Title>
          {may('signOutMember') && found.length > 0 && (
            <Button
              variant="default"
              size="xs"
              onClick={() => {
                act.reset();
                setAsking(true);
              }}
            >
              {words.signOut}
            </Button>
          )}
        </Group>
        {found.length === 0 && <Text c="dimmed">{words.noSession}</Text>}
        {found.length > 0 && (
          <div className={classes.scroll}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.began}</Table.Th>
                  <Table.Th>{words.seen}</Table.Th>
                  <Table.Th>{words.takesSeats}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {found.map(({ sessionId, startedAt, seenAt, kinds }) => (
                  <Table.Tr key={sessionId}>
                    <Table.Td>{dateTime(startedAt)}</Table.Td>
                    <Table.Td>{dateTime(seenAt)}</Table.Td>
                    <Table.Td>{list(kinds.map(names.license)) || '—'}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {sessions.hasNextPage && (
          <Button
            variant="default"
            loading={sessions.isFetchingNextPage}
            onClick={() => void sessions.fetchNextPage()}
          >
            {words.more}
          </Button>
        )}
        <Confirm
          opened={isAsking}
          title={words.signOut}
          action={words.signOut}
          isPending={act.isPending}
          error={act.error}
          onCancel={() => setAsking(false)}
          onConfirm={() => act.mutate('sign-out', { onSuccess: () => setAsking(false) })}
        >
          <Text>{words.signOutText(`${member.firstName} ${member.lastName}`)}</Text>
        </Confirm>
      </Stack>
    </Paper>
  );
}
