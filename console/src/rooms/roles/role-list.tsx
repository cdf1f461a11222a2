import { Anchor, Badge, Paper, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Role } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './roles.module.css';
import { useRoleName } from './use-role-name.ts';
import { ROLES_WORDS } from './words.ts';

/** The roles there are, each with what it is for. */
export const RoleList = ({ roles }: { roles: readonly Role[] }) => {
  const words = useWords(ROLES_WORDS);
  const nameOf = useRoleName();
  const { accountId } = useAccount();
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th className={classes.onlyWide ?? ''}>{words.kind}</Table.Th>
            <Table.Th className={classes.onlyWide ?? ''}>{words.permissions}</Table.Th>
            <Table.Th>{words.source}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {roles.map((role) => (
            <Table.Tr key={role.role}>
              <Table.Td>
                <Anchor component={Link} to={addressesIn(accountId).role(role.role)} fw={500}>
                  {nameOf(role)}
                </Anchor>
                <Text size="sm" c="dimmed">
                  {role.help}
                </Text>
              </Table.Td>
              <Table.Td className={classes.onlyWide ?? ''}>{words.designations[role.designation]}</Table.Td>
              <Table.Td className={classes.onlyWide ?? ''}>{role.permissions.length}</Table.Td>
              <Table.Td>
                <Badge variant="light" color={role.builtIn ? 'gray' : 'brand'} tt="none">
                  {role.builtIn ? words.builtIn : words.own}
                </Badge>
                {!role.givable && (
                  <Text size="xs" c="dimmed">
                    {words.notYours}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
