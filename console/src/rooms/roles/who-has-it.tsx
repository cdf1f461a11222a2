import { Anchor, List, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type Folder, useFolders } from '../../api/folders.ts';
import type { RoleWithMembers } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { ROLES_WORDS } from './words.ts';

/** The folders that give a role themselves; those below them inherit it. */
export const useFoldersGiving = (role: string): readonly Folder[] => {
  const { data = [] } = useFolders();
  return data.filter((folder) => folder.role === role);
};

/** Whom a role concerns: those who have it by hand, and the folders that give it. */
export const WhoHasIt = ({ role: { role, builtIn, members = [] } }: { role: RoleWithMembers }) => {
  const words = useWords(ROLES_WORDS).who;
  const { accountId, may } = useAccount();
  const addresses = addressesIn(accountId);
  const folders = useFoldersGiving(role);
  return (
    <Card title={words.title}>
      {builtIn && <Text>{words.builtIn}</Text>}
      {!builtIn && members.length + folders.length === 0 && <Text>{words.nobody}</Text>}
      {members.length > 0 && (
        <div>
          <Text fw={500}>{words.byHand}</Text>
          <List>
            {members.map(({ userId, name }) => (
              <List.Item key={userId}>
                {may('readMember') ? (
                  <Anchor component={Link} to={addresses.user(userId)}>
                    {name}
                  </Anchor>
                ) : (
                  name
                )}
              </List.Item>
            ))}
          </List>
        </div>
      )}
      {folders.length > 0 && (
        <div>
          <Text fw={500}>{words.byFolder}</Text>
          <List>
            {folders.map(({ folderId, name }) => (
              <List.Item key={folderId}>
                <Anchor component={Link} to={addresses.folder(folderId)} underline="always">
                  {name}
                </Anchor>
                {`, ${words.below}`}
              </List.Item>
            ))}
          </List>
        </div>
      )}
    </Card>
  );
};
