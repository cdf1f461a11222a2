import { Anchor, Paper, Text } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Folder } from '../../api/folders.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useRoles } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Card } from '../../parts/card.tsx';
import { Facts } from '../../parts/facts.tsx';
import { RIGHTS } from './folder-draft.ts';
import { SubjectNames } from './subject-names.tsx';
import { FOLDERS_WORDS } from './words.ts';

const RoleOf = ({ folder: { role, inherited } }: { folder: Folder }) => {
  const words = useWords(FOLDERS_WORDS);
  const names = useRightNames();
  const { accountId, may } = useAccount();
  const { data: roles = [] } = useRoles();
  const given = role ?? inherited.role;
  if (given === undefined) return words.noRole;
  const name = names.role({ role: given, roleName: roles.find((one) => one.role === given)?.name });
  const from = role === undefined ? words.inheritedRole : words.ownRole;
  return (
    <>
      {may('readRole') ? (
        <Anchor component={Link} to={addressesIn(accountId).role(given)} underline="always">
          {name}
        </Anchor>
      ) : (
        name
      )}
      <Text component="span" c="dimmed">{` (${from})`}</Text>
    </>
  );
};

/** What a folder gives to whoever is in it (C-7, C-15), and who may do what there. */
export const FolderFacts = ({ folder }: { folder: Folder }) => {
  const words = useWords(FOLDERS_WORDS);
  const names = useRightNames();
  const { list } = useFormats();
  const { permissions, inherited, access } = folder;
  const told = (keys: readonly string[]) =>
    keys.length === 0 ? words.none : list(keys.map(names.permission));
  return (
    <>
      <Paper withBorder p="lg">
        <Facts
          as="rows"
          facts={[
            [words.role, <RoleOf key="role" folder={folder} />],
            [words.permissions, told(permissions)],
            [words.inherited, told(inherited.permissions)],
          ]}
        />
      </Paper>
      <Card order={3} title={words.access} about={words.accessHelp}>
        <Facts
          as="rows"
          facts={RIGHTS.map((right) => [
            words.rights[right],
            <SubjectNames key={right} subjects={access[right]} />,
          ])}
        />
      </Card>
    </>
  );
};
