import { Anchor, Paper, Table, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { useFolders } from '../../api/folders.ts';
import { useLocations } from '../../api/locations.ts';
import type { MemberSummary } from '../../api/members.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { MemberStatus } from '../../parts/member-status.tsx';
import classes from './users.module.css';
import { USERS_WORDS } from './words.ts';

interface MemberRowsProps {
  readonly members: readonly MemberSummary[];
}

/** The name opens the profile to read. */
const Name = ({ member }: { member: MemberSummary }) => {
  const { accountId, may } = useAccount();
  const name = `${member.firstName} ${member.lastName}`;
  if (!may('readMember')) return name;
  return (
    <Anchor component={Link} to={addressesIn(accountId).user(member.userId)} fw={500} inherit>
      {name}
    </Anchor>
  );
};

/** What the keys of a member stand for. */
const useNames = () => {
  const { data: folders = [] } = useFolders();
  const { data: locations = [] } = useLocations();
  const names = useRightNames();
  return {
    roleName: ({ role }: MemberSummary) => role && names.role({ role: role.role, roleName: role.name }),
    folderName: (id: string) => folders.find(({ folderId }) => folderId === id)?.name,
    locationName: (id: string) => locations.find(({ region }) => region === id)?.label ?? id,
  };
};

const Rows = ({ members }: MemberRowsProps) => {
  const words = useWords(USERS_WORDS);
  const { roleName, folderName, locationName } = useNames();
  const { date } = useFormats();
  return (
    <Paper withBorder className={classes.scroll ?? ''}>
      <Table verticalSpacing="sm" horizontalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.name}</Table.Th>
            <Table.Th>{words.loginId}</Table.Th>
            <Table.Th className={classes.role ?? ''}>{words.role}</Table.Th>
            <Table.Th>{words.folder}</Table.Th>
            <Table.Th>{words.location}</Table.Th>
            <Table.Th>{words.status}</Table.Th>
            <Table.Th className={classes.added ?? ''}>{words.since}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <Table.Tr key={member.userId}>
              <Table.Td className={classes.name ?? ''}>
                <Name member={member} />
                <Text size="xs" c="dimmed">
                  {member.email}
                </Text>
              </Table.Td>
              <Table.Td>{member.loginId}</Table.Td>
              <Table.Td className={classes.role ?? ''}>{roleName(member)}</Table.Td>
              <Table.Td>{folderName(member.folderId)}</Table.Td>
              <Table.Td>{locationName(member.location)}</Table.Td>
              <Table.Td className={classes.status ?? ''}>
                <MemberStatus status={member.status} reason={member.deactivationReason} />
              </Table.Td>
              <Table.Td className={classes.added ?? ''}>{date(member.createdAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
};

const Cards = ({ members }: MemberRowsProps) => {
  const { roleName, folderName, locationName } = useNames();
  return (
    <ul className={classes.cards}>
      {members.map((member) => (
        <Paper key={member.userId} component="li" withBorder p="md">
          <div className={classes.cardHead}>
            <Name member={member} />
            <MemberStatus status={member.status} reason={member.deactivationReason} />
          </div>
          <Text size="sm">{member.loginId}</Text>
          <Text size="sm">{member.email}</Text>
          <Text size="sm" c="dimmed">
            {[roleName(member), folderName(member.folderId), locationName(member.location)]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Paper>
      ))}
    </ul>
  );
};

/** Users, a row each; on a phone, a card each. */
export const MemberRows = ({ members }: MemberRowsProps) => {
  const isWide = useMediaQuery('(width >= 48em)', true, { getInitialValueInEffect: false });
  return isWide ? <Rows members={members} /> : <Cards members={members} />;
};
