import { Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { useCatalogue } from '../../api/catalogue.ts';
import { useFolders } from '../../api/folders.ts';
import { useLocations } from '../../api/locations.ts';
import { useRightNames } from '../../api/right-names.ts';
import { type Role, useRoles } from '../../api/roles.ts';
import { foldersWithPaths } from '../../form/editors/folder-paths.ts';
import { useWords } from '../../language/language-provider.tsx';
import { STATUS_WORDS } from '../../parts/member-status.tsx';
import { type Filters, useFilters } from './filters.ts';
import classes from './users.module.css';
import { USERS_WORDS } from './words.ts';

const WAIT_MS = 250;

/** Searches while one types, without asking for every letter. */
const SearchField = () => {
  const words = useWords(USERS_WORDS);
  const { filters, put } = useFilters();
  const [typed, setTyped] = useState(filters.sought);
  const told = useRef(filters.sought);
  const tell = useDebouncedCallback((sought: string) => {
    told.current = sought;
    put({ sought });
  }, WAIT_MS);
  useEffect(() => {
    // Somebody has cleared it elsewhere.
    if (filters.sought === '' && told.current !== '') setTyped('');
    told.current = filters.sought;
  }, [filters.sought]);
  return (
    <TextInput
      type="search"
      label={words.find}
      placeholder={filters.by === 'loginId' ? words.findLoginId : words.findHint}
      leftSection={<Search size={16} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
      className={classes.search ?? ''}
    />
  );
};

const isBy = (text: string | null): text is Filters['by'] => text === 'name' || text === 'loginId';

const Folders = () => {
  const words = useWords(USERS_WORDS);
  const { filters, put } = useFilters();
  const { data = [] } = useFolders();
  return (
    <Select
      label={words.folder}
      placeholder={words.anyFolder}
      data={foldersWithPaths(data).map(({ folder, path }) => ({ value: folder.folderId, label: path }))}
      value={filters.folder || null}
      onChange={(folder) => put({ folder: folder ?? '' })}
      comboboxProps={{ width: 'min(24rem, calc(100vw - 2rem))', position: 'bottom-start' }}
      clearable
      searchable
    />
  );
};

/** The roles that a user can have: programs are no users, and agency roles come besides. */
const useRolesOfUsers = (): readonly Role[] => {
  const { data = [] } = useRoles();
  const builtIn = new Map(useCatalogue().roles.map((facts) => [facts.role, facts]));
  return data.filter(
    ({ role, designation }) => designation !== 'api' && builtIn.get(role)?.needsAdministrator !== true,
  );
};

const Roles = () => {
  const words = useWords(USERS_WORDS);
  const names = useRightNames();
  const { filters, put } = useFilters();
  const roles = useRolesOfUsers();
  return (
    <Select
      label={words.role}
      placeholder={words.anyRole}
      data={roles.map(({ role, name }) => ({
        value: role,
        label: names.role({ role, roleName: name }) ?? name,
      }))}
      value={filters.role || null}
      onChange={(role) => put({ role: role ?? '' })}
      clearable
      searchable
    />
  );
};

/** By what the list of users is narrowed. */
export const Toolbar = () => {
  const words = useWords(USERS_WORDS);
  const { statuses } = useWords(STATUS_WORDS);
  const { filters, put } = useFilters();
  const { may } = useAccount();
  const { data: locations = [] } = useLocations();
  return (
    <search className={classes.toolbar}>
      <SearchField />
      <Select
        label={words.findBy}
        data={[
          { value: 'name', label: words.byName },
          { value: 'loginId', label: words.byLoginId },
        ]}
        value={filters.by}
        onChange={(by) => isBy(by) && put({ by })}
        allowDeselect={false}
        className={classes.by ?? ''}
      />
      <Select
        label={words.status}
        data={[
          ...Object.entries(statuses).map(([value, label]) => ({ value, label })),
          { value: 'any', label: words.anyStatus },
        ]}
        value={filters.status}
        onChange={(status) => status !== null && put({ status })}
        allowDeselect={false}
      />
      {may('listFolders') && <Folders />}
      {may('listRoles') && <Roles />}
      <Select
        label={words.location}
        placeholder={words.anyLocation}
        data={locations.map(({ region, label }) => ({ value: region, label }))}
        value={filters.location || null}
        onChange={(location) => put({ location: location ?? '' })}
        clearable
      />
    </search>
  );
};
