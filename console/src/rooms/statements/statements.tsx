import { Anchor, Badge, Button, Paper, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useStatements } from '../../api/billing.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Page } from '../../parts/page.tsx';
import classes from './statements.module.css';
import { useMonthName } from './use-month-name.ts';
import { STATEMENTS_WORDS } from './words.ts';

/** The statements of an account, newest first (D-18). */
export default function Statements() {
  const words = useWords(STATEMENTS_WORDS);
  const { accountId } = useAccount();
  const addresses = addressesIn(accountId);
  const { money } = useFormats();
  const monthName = useMonthName();
  const statements = useStatements();
  return (
    <Page
      title={words.title}
      about={words.about}
      narrow
      actions={
        <Button component={Link} to={addresses.licenses} variant="default">
          {words.licenses}
        </Button>
      }
    >
      {statements.length === 0 ? (
        <Text>{words.nothing}</Text>
      ) : (
        <Paper withBorder className={classes.scroll ?? ''}>
          <Table verticalSpacing="sm" horizontalSpacing="md" highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.month}</Table.Th>
                <Table.Th>{words.state}</Table.Th>
                <Table.Th className={classes.amount ?? ''}>{words.total}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {statements.map(({ month, open, currency, total }) => (
                <Table.Tr key={month}>
                  <Table.Td>
                    <Anchor component={Link} to={addresses.statement(month)} fw={500}>
                      {monthName(month)}
                    </Anchor>
                  </Table.Td>
                  <Table.Td>
                    <Badge variant="light" color={open ? 'brand' : 'gray'}>
                      {open ? words.open : words.closed}
                    </Badge>
                  </Table.Td>
                  <Table.Td className={classes.amount ?? ''}>{money(total, currency)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
    </Page>
  );
}
