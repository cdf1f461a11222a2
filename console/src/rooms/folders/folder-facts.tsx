import { Anchor, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import type { Folder } from '../../api/folders.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useRoles } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { RIGHTS } from './folder-draft.ts';
import classes from './folders.module.css';
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
      <Paper withBorder p="md">
        <dl className={classes.facts}>
          <dt>{words.role}</dt>
          <dd>
            <RoleOf folder={folder} />
          </dd>
          <dt>{words.permissions}</dt>
          <dd>{told(permissions)}</dd>
          <dt>{words.inherited}</dt>
          <dd>{told(inherited.permissions)}</dd>
        </dl>
      </Paper>
      <Paper withBorder p="md" component="section" aria-label={words.access}>
        <Stack gap="sm">
          <div>
            <Title order={3} size="h5">
              {words.access}
            </Title>
            <Text size="sm" c="dimmed">
              {words.accessHelp}
            </Text>
          </div>
          <dl className={classes.facts}>
            {RIGHTS.flatMap((right) => [
              <dt key={right}>{words.rights[right]}</dt>,
              <dd key={`${right} who`}>
                <SubjectNames subjects={access[right]} />
              </dd>,
            ])}
          </dl>
        </Stack>
      </Paper>
    </>
  );
};
