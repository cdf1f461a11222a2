import { Anchor, Badge, Group, Paper, Table, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useRightHelp } from '../../api/right-names.ts';
import type { Role } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './roles.module.css';
import { useRoleName } from './use-role-name.ts';
import { ROLES_WORDS } from './words.ts';

/** The roles there are, each with what it is for: those that the account made itself come first. */
export const RoleList = ({ roles }: { roles: readonly Role[] }) => {
  const words = useWords(ROLES_WORDS);
  const nameOf = useRoleName();
  const helpOf = useRightHelp();
  const { accountId } = useAccount();
  return (
    <Paper withBorder>
      <Table verticalSpacing="sm" horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th className={classes.onlyWide ?? ''}>{words.kind}</Table.Th>
            <Table.Th className={`${classes.onlyWide} ${classes.count}`}>{words.permissions}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {[...roles.filter((role) => !role.builtIn), ...roles.filter((role) => role.builtIn)].map((role) => (
            <Table.Tr key={role.role}>
              <Table.Td>
                <Group gap="xs">
                  <Anchor component={Link} to={addressesIn(accountId).role(role.role)} fw={500}>
                    {nameOf(role)}
                  </Anchor>
                  {!role.builtIn && <Badge variant="light">{words.own}</Badge>}
                </Group>
                <Text size="sm" c="dimmed">
                  {helpOf('roles', role.role, role.help)}
                </Text>
                {!role.givable && (
                  <Text size="sm" fs="italic" c="dimmed">
                    {words.notYours}
                  </Text>
                )}
              </Table.Td>
              <Table.Td className={classes.onlyWide ?? ''}>{words.designations[role.designation]}</Table.Td>
              <Table.Td className={`${classes.onlyWide} ${classes.count}`}>
                {role.permissions.length}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};
