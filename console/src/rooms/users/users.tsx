import { Button, Paper, Skeleton, Stack, Text } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { membersQuery } from '../../api/members.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { NO_FILTERS, queryOf, soughtBy, useFilters } from './filters.ts';
import { MemberRows } from './member-rows.tsx';
import { Toolbar } from './toolbar.tsx';
import classes from './users.module.css';
import { USERS_WORDS } from './words.ts';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

const Coming = () => (
  <Paper withBorder className={classes.skeletons ?? ''} aria-hidden>
    {ROWS.map((row) => (
      <Skeleton key={row} height={20} />
    ))}
  </Paper>
);

const Nobody = () => {
  const words = useWords(USERS_WORDS);
  const { put } = useFilters();
  return (
    <Paper withBorder p="xl">
      <Stack align="center" gap="xs">
        <Text fw={600}>{words.nobody}</Text>
        <Text c="dimmed" ta="center">
          {words.nobodyText}
        </Text>
        <Button variant="default" mt="xs" onClick={() => put(NO_FILTERS)}>
          {words.clear}
        </Button>
      </Stack>
    </Paper>
  );
};

const Found = () => {
  const words = useWords(USERS_WORDS);
  const account = useAccount();
  const { filters } = useFilters();
  const members = useInfiniteQuery({
    ...membersQuery(account, queryOf(filters)),
    placeholderData: keepPreviousData,
  });
  if (members.data === undefined) {
    if (members.error === null) return <Coming />;
    return <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />;
  }
  const found = members.data.pages.flatMap(({ items }) => items);
  const isAll = !members.hasNextPage;
  if (found.length === 0 && isAll && !members.isPlaceholderData) return <Nobody />;
  return (
    <>
      {members.error !== null && (
        <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />
      )}
      <MemberRows members={found} />
      <div className={classes.foot}>
        <span role="status">
          {words.shown(found.length, isAll)}, {words.order[soughtBy(filters)]}
        </span>
        {!isAll && (
          <Button
            variant="default"
            loading={members.isFetchingNextPage}
            onClick={() => void members.fetchNextPage()}
          >
            {words.more}
          </Button>
        )}
      </div>
    </>
  );
};

/** The users of the account: those active now, unless one chooses otherwise. */
export default function Users() {
  const words = useWords(USERS_WORDS);
  const { accountId, may } = useAccount();
  return (
    <Page
      title={words.title}
      about={words.about}
      actions={
        may('startOnboarding') && (
          <Button
            component={Link}
            to={addressesIn(accountId).addUser}
            leftSection={<UserPlus size={16} aria-hidden />}
          >
            {words.add}
          </Button>
        )
      }
    >
      <Toolbar />
      <Found />
    </Page>
  );
}
