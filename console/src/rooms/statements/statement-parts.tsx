import { Group, Table, Text } from '@mantine/core';
import type { Statement } from '../../api/billing.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { HelpTip } from '../../parts/help-tip.tsx';
import classes from './statements.module.css';
import { STATEMENTS_WORDS } from './words.ts';

export const Charges = ({ lines, currency, total }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { money, number } = useFormats();
  const amount = classes.amount ?? '';
  const wide = `${amount} ${classes.onlyWide}`;
  return (
    <Card title={words.lines}>
      {lines.length === 0 && <Text>{words.noCharges}</Text>}
      <Table verticalSpacing="xs" mod="flush">
        <Table.Thead hidden={lines.length === 0}>
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
    </Card>
  );
};

export const Owned = ({ opening, closing }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { number } = useFormats();
  const amount = classes.amount ?? '';
  const before = new Map(opening.map(({ kind, seats }) => [kind, seats]));
  const after = new Map(closing.map(({ kind, seats }) => [kind, seats]));
  const kinds = [...new Set([...before.keys(), ...after.keys()])];
  const owned = kinds.filter((kind) => before.get(kind) || after.get(kind));
  return (
    <Card title={words.owned}>
      {owned.length === 0 && <Text>{words.none}</Text>}
      {owned.length > 0 && (
        <Table verticalSpacing="xs" mod="flush">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.license}</Table.Th>
              <Table.Th className={amount}>{words.opening}</Table.Th>
              <Table.Th className={amount}>{words.closing}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {owned.map((kind) => (
              <Table.Tr key={kind}>
                <Table.Td>{names.license(kind)}</Table.Td>
                <Table.Td className={amount}>{number(before.get(kind) ?? 0)}</Table.Td>
                <Table.Td className={amount}>{number(after.get(kind) ?? 0)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Card>
  );
};

export const Changes = ({ entries }: Statement) => {
  const words = useWords(STATEMENTS_WORDS);
  const names = useRightNames();
  const { dateTime, list } = useFormats();
  return (
    <Card title={words.changes}>
      {entries.length === 0 && <Text>{words.noChanges}</Text>}
      {entries.length > 0 && (
        <Table verticalSpacing="xs" mod={['flush', 'stacked']}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.at}</Table.Th>
              <Table.Th>{words.what}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {entries.map(({ entry, at, lines }) => (
              <Table.Tr key={entry}>
                <Table.Td className={classes.time ?? ''}>{dateTime(at)}</Table.Td>
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
      )}
    </Card>
  );
};
