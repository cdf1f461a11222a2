import { Button, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type LedgerEntry, useLedger } from '../../api/billing.ts';
import { useMe } from '../../api/me.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { PersonName } from '../../parts/person-name.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './licenses.module.css';
import { seatLines } from './seat-history.ts';
import { SeatsChart } from './seats-chart.tsx';
import { LICENSES_WORDS } from './words.ts';

/** Whoever has made a change. */
const By = ({ by }: { by: string }) => {
  const words = useWords(LICENSES_WORDS).history;
  const { userId } = useMe();
  if (by === 'operator') return words.operator;
  return by === userId ? words.you : <PersonName userId={by} />;
};

const Entries = ({ entries }: { entries: readonly LedgerEntry[] }) => {
  const words = useWords(LICENSES_WORDS).history;
  const names = useRightNames();
  const { dateTime, list } = useFormats();
  return (
    <Table verticalSpacing="xs" mod={['flush', 'stacked']}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.at}</Table.Th>
          <Table.Th>{words.by}</Table.Th>
          <Table.Th>{words.what}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map(({ entry, at, by, lines }) => (
          <Table.Tr key={entry}>
            <Table.Td className={classes.time ?? ''}>{dateTime(at)}</Table.Td>
            <Table.Td data-label={words.by}>
              <By by={by} />
            </Table.Td>
            <Table.Td>
              {list(
                lines
                  .filter(({ before, after }) => before !== after)
                  .map(({ kind, before, after }) => words.change(names.license(kind), before, after)),
              ) || words.first}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};

/** How many seats were owned when: as a chart, and as the list of changes that it is made of. */
export const History = () => {
  const words = useWords(LICENSES_WORDS);
  const [isListed, { toggle }] = useDisclosure();
  const { data, dataUpdatedAt, error, refetch, hasNextPage, fetchNextPage } = useLedger();
  const entries = data?.pages.flatMap(({ items }) => items) ?? [];
  const lines = seatLines(entries, dataUpdatedAt);
  return (
    <Card title={words.history.title} about={words.history.about}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && lines.length === 0 && <Text>{words.history.nothing}</Text>}
      {lines.length > 0 && <SeatsChart lines={lines} />}
      {entries.length > 0 && (
        <div>
          <Button variant="default" size="xs" onClick={toggle} aria-expanded={isListed}>
            {words.history.asTable}
          </Button>
        </div>
      )}
      {isListed && <Entries entries={entries} />}
      {isListed && hasNextPage && (
        <Button variant="default" onClick={() => void fetchNextPage()}>
          {words.showMore}
        </Button>
      )}
    </Card>
  );
};
