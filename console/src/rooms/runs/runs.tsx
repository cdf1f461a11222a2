import { Anchor, Badge, Button, Paper, SegmentedControl, Skeleton, Stack, Table, Text } from '@mantine/core';
import { UserPlus } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type RunStatus, type RunSummary, useRuns } from '../../api/onboardings.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { RUN_WORDS } from '../run/words.ts';
import classes from './runs.module.css';
import { RUNS_WORDS } from './words.ts';

const FILTERS = ['running', 'failed', 'offered', 'done', 'discarded'] as const satisfies readonly RunStatus[];

const COLORS: Readonly<Record<RunStatus, string>> = {
  running: 'blue',
  failed: 'red',
  offered: 'yellow',
  done: 'brand',
  discarding: 'gray',
  discarded: 'gray',
};

const Row = ({ run }: { run: RunSummary }) => {
  const words = useWords(RUN_WORDS);
  const { dateTime } = useFormats();
  const { accountId } = useAccount();
  const { runId, name, status, createdAt, outcome, failure } = run;
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={addressesIn(accountId).run(runId)} className={classes.name ?? ''}>
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Badge variant="light" color={COLORS[status]}>
          {words.statuses[status]}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Text size="sm">{failure?.reason ?? (outcome === undefined ? '' : words.outcomes[outcome])}</Text>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" className={classes.when ?? ''}>
          {dateTime(createdAt)}
        </Text>
      </Table.Td>
    </Table.Tr>
  );
};

/** The onboardings of the account, newest first: under way, parked, done. */
export default function Runs() {
  const words = useWords(RUNS_WORDS);
  const { statuses } = useWords(RUN_WORDS);
  const { accountId } = useAccount();
  const [search, setSearch] = useSearchParams();
  const status = FILTERS.find((one) => one === search.get('status'));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useRuns(status);
  const runs = data?.pages.flatMap(({ items }) => items);
  const addUser = (
    <Button
      component={Link}
      to={addressesIn(accountId).addUser}
      leftSection={<UserPlus size={16} aria-hidden />}
    >
      {words.addUser}
    </Button>
  );
  return (
    <Page title={words.title} about={words.about} actions={addUser}>
      <div className={classes.filters}>
        <SegmentedControl
          aria-label={words.filter}
          value={status ?? 'all'}
          onChange={(chosen) => setSearch(chosen === 'all' ? {} : { status: chosen }, { replace: true })}
          data={[
            { value: 'all', label: words.all },
            ...FILTERS.map((one) => ({ value: one, label: statuses[one] })),
          ]}
        />
      </div>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {runs === undefined && error === null && (
        <Stack gap="xs" role="status" aria-label={words.loading}>
          {[1, 2, 3, 4].map((row) => (
            <Skeleton key={row} height={44} />
          ))}
        </Stack>
      )}
      {runs?.length === 0 && (
        <Paper withBorder p="xl" ta="center" c="dimmed">
          {status === undefined ? words.none : words.noneSuch}
        </Paper>
      )}
      {runs !== undefined && runs.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by the keyboard too
        <section className={classes.table} aria-label={words.title} tabIndex={0}>
          <Table verticalSpacing="sm" horizontalSpacing="sm" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.user}</Table.Th>
                <Table.Th>{words.status}</Table.Th>
                <Table.Th>{words.result}</Table.Th>
                <Table.Th>{words.begun}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {runs.map((run) => (
                <Row key={run.runId} run={run} />
              ))}
            </Table.Tbody>
          </Table>
        </section>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Page>
  );
}
