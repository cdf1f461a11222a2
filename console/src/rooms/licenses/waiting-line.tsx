import { Anchor, Button, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useWaitingLine } from '../../api/licenses.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { LICENSES_WORDS } from './words.ts';

/** Who waits for which licenses, in their order. */
export const WaitingLine = () => {
  const words = useWords(LICENSES_WORDS);
  const names = useRightNames();
  const { dateTime, list } = useFormats();
  const { accountId } = useAccount();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useWaitingLine(true);
  const places = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Card title={words.line.title} about={words.line.about}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && places.length === 0 && <Text>{words.line.nobody}</Text>}
      {places.length > 0 && (
        <Table verticalSpacing="xs" mod={['flush', 'stacked']}>
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
                <Table.Td data-label={words.line.place}>{index + 1}</Table.Td>
                <Table.Td>
                  <Anchor component={Link} to={addressesIn(accountId).user(userId)} inherit>
                    {`${firstName} ${lastName}`}
                  </Anchor>
                </Table.Td>
                <Table.Td data-label={words.line.kinds}>{list(kinds.map(names.license))}</Table.Td>
                <Table.Td data-label={words.line.since}>{dateTime(since)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </Card>
  );
};
