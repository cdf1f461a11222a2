import { Anchor, Badge, Button, Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useWaitingLine } from '../../api/licenses.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './licenses.module.css';
import { LICENSES_WORDS } from './words.ts';

/** Who waits for which licenses, in their order. */
export const WaitingLine = () => {
  const words = useWords(LICENSES_WORDS);
  const names = useRightNames();
  const { dateTime } = useFormats();
  const { accountId } = useAccount();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWaitingLine(true);
  const places = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Paper withBorder p="md" component="section" aria-label={words.line.title}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h4">
            {words.line.title}
          </Title>
          <Text size="sm" c="dimmed">
            {words.line.about}
          </Text>
        </div>
        {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
        {data === undefined && error === null && <Loading />}
        {data !== undefined && places.length === 0 && <Text>{words.line.nobody}</Text>}
        {places.length > 0 && (
          <div className={classes.scroll}>
            <Table verticalSpacing="xs">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.line.place}</Table.Th>
                  <Table.Th>{words.line.name}</Table.Th>
                  <Table.Th>{words.line.kinds}</Table.Th>
                  <Table.Th>{words.line.since}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {places.map(({ userId, firstName, lastName, kinds, since }, index) => (
                  <Table.Tr key={userId}>
                    <Table.Td>{index + 1}</Table.Td>
                    <Table.Td>
                      <Anchor component={Link} to={addressesIn(accountId).user(userId)} inherit>
                        {`${firstName} ${lastName}`}
                      </Anchor>
                    </Table.Td>
                    <Table.Td>
                      <Group gap={4}>
                        {kinds.map((kind) => (
                          <Badge key={kind} variant="light" color="gray" tt="none">
                            {names.license(kind)}
                          </Badge>
                        ))}
                      </Group>
                    </Table.Td>
                    <Table.Td>{dateTime(since)}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        )}
        {hasNextPage && (
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {words.showMore}
          </Button>
        )}
      </Stack>
    </Paper>
  );
};
