import { Group, Paper, Stack, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Statement } from '../../api/billing.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { HelpTip } from '../../parts/help-tip.tsx';
import classes from './statements.module.css';
import { STATEMENTS_WORDS } from './words.ts';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <Paper withBorder p="md" component="section" aria-label={title}>
    <Stack gap="sm">
      <Title order={2} size="h4">
        {title}
      </Title>
      {children}
    </Stack>
  </Paper>
);

export const Charges = ({ lines, currency, total }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { money, number } = useFormats();
  const amount = classes.amount ?? '';
  const wide = `${amount} ${classes.onlyWide}`;
  return (
    <Part title={words.lines}>
      <div className={classes.scroll}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.license}</Table.Th>
              <Table.Th className={wide}>{words.price}</Table.Th>
              <Table.Th className={wide}>
                <Group gap={4} justify="flex-end" wrap="nowrap">
                  {words.seatDays}
                  <HelpTip name={words.seatDays} text={words.seatDaysHelp} />
                </Group>
              </Table.Th>
              <Table.Th className={amount}>{words.amount}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line) => (
              <Table.Tr key={`${line.kind} ${line.pricePerSeat}`}>
                <Table.Td>
                  {names.license(line.kind)}
                  <Text size="xs" c="dimmed" className={classes.onlyNarrow ?? ''}>
                    {words.charged(number(line.seatDays), money(line.pricePerSeat, currency))}
                  </Text>
                </Table.Td>
                <Table.Td className={wide}>{money(line.pricePerSeat, currency)}</Table.Td>
                <Table.Td className={wide}>{number(line.seatDays)}</Table.Td>
                <Table.Td className={amount}>{money(line.amount, currency)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr className={classes.total ?? ''}>
              <Table.Th scope="row">{words.total}</Table.Th>
              <Table.Td className={wide} colSpan={2} />
              <Table.Td className={amount}>{money(total, currency)}</Table.Td>
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </div>
    </Part>
  );
};

const Seats = ({ title, seats }: { title: string; seats: Statement['opening'] }) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { number } = useFormats();
  const owned = seats.filter((one) => one.seats > 0);
  return (
    <div>
      <Text fw={500}>{title}</Text>
      {owned.length === 0 && <Text c="dimmed">{words.none}</Text>}
      {owned.map((one) => (
        <Group key={one.kind} justify="space-between" wrap="nowrap">
          <Text>{names.license(one.kind)}</Text>
          <Text className={classes.amount ?? ''}>{number(one.seats)}</Text>
        </Group>
      ))}
    </div>
  );
};

export const Owned = ({ opening, closing }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  return (
    <Part title={words.owned}>
      <div className={classes.owned}>
        <Seats title={words.opening} seats={opening} />
        <Seats title={words.closing} seats={closing} />
      </div>
    </Part>
  );
};

export const Changes = ({ entries }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { dateTime, list } = useFormats();
  return (
    <Part title={words.changes}>
      {entries.length === 0 && <Text>{words.noChanges}</Text>}
      {entries.length > 0 && (
        <div className={classes.scroll}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.at}</Table.Th>
                <Table.Th>{words.what}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map(({ entry, at, lines }) => (
                <Table.Tr key={entry}>
                  <Table.Td>{dateTime(at)}</Table.Td>
                  <Table.Td>
                    {list(
                      lines
                        .filter(({ before, after }) => before !== after)
                        .map(({ kind, before, after }) => words.change(names.license(kind), before, after)),
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Part>
  );
};
