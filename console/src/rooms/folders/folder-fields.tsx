import { MultiSelect, Paper, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useCatalogue } from '../../api/catalogue.ts';
import { type Folder, useKnownFolders } from '../../api/folders.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useRoles } from '../../api/roles.ts';
import { foldersWithPaths } from '../../form/editors/folder-paths.ts';
import { PermissionPicker } from '../../form/permission-picker.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { type FolderDraft, RIGHTS } from './folder-draft.ts';
import { useSubjectChoices, useSubjectName } from './subject-names.tsx';
import { isWithin } from './tree-of.ts';
import { FOLDERS_WORDS } from './words.ts';

interface FolderFieldsProps {
  readonly draft: FolderDraft;
  readonly onChange: (draft: FolderDraft) => void;
  /** The folder that is changed; none of a new one. */
  readonly folder: Folder | undefined;
  readonly faultAt: (pointer: string) => string | undefined;
  readonly notHeld: ReadonlySet<string>;
}

/** What whoever is in a folder has from those above it. */
const useFromAbove = (parentId: string | undefined): readonly string[] => {
  const parent = useKnownFolders().find(({ folderId }) => folderId === parentId);
  return parent === undefined ? [] : [...parent.inherited.permissions, ...parent.permissions];
};

/** The roles that a folder can give: without those that are given by hand alone. */
const useRoleChoices = () => {
  const names = useRightNames();
  const { roles: builtIn } = useCatalogue();
  const { data: roles = [] } = useRoles();
  const byHand = new Set(builtIn.flatMap(({ role, byHandOnly }) => (byHandOnly ? [role] : [])));
  return roles
    .filter(({ role, designation }) => !byHand.has(role) && designation !== 'api')
    .map(({ role, name, givable }) => ({
      value: role,
      label: names.role({ role, roleName: name }) ?? name,
      disabled: !givable,
    }));
};

const AccessFields = ({ draft, onChange, faultAt }: Omit<FolderFieldsProps, 'notHeld' | 'folder'>) => {
  const words = useWords(FOLDERS_WORDS);
  const choices = useSubjectChoices();
  const named = RIGHTS.flatMap((right) => draft.access[right]);
  const nameOf = useSubjectName(named);
  const others = [...new Set(named)]
    .filter((subject) => !choices.some(({ value }) => value === subject))
    .map((value) => ({ value, label: nameOf(value) }));
  return (
    <Card order={3} title={words.access} about={`${words.accessHelp} ${words.accessHint}`}>
      {RIGHTS.map((right) => (
        <MultiSelect
          key={right}
          label={words.rights[right]}
          data={[...choices, ...others]}
          value={[...draft.access[right]]}
          onChange={(subjects) => onChange({ ...draft, access: { ...draft.access, [right]: subjects } })}
          searchable
          hidePickedOptions
          error={faultAt(`/access/${right}`)}
        />
      ))}
    </Card>
  );
};

/** The fields of a folder: its name and place, the role and the permissions that it gives, and who may do what in it. */
export const FolderFields = ({ draft, onChange, folder, faultAt, notHeld }: FolderFieldsProps) => {
  const words = useWords(FOLDERS_WORDS);
  const folders = useKnownFolders();
  const roleChoices = useRoleChoices();
  const above = useFromAbove(draft.parentId);
  const put = (change: Partial<FolderDraft>) => onChange({ ...draft, ...change });
  const places = foldersWithPaths(folders).filter(
    (one) => folder === undefined || !isWithin(folders, one.folder.folderId, folder.folderId),
  );
  return (
    <>
      <Paper withBorder p="lg">
        <Stack>
          <TextInput
            label={words.name}
            required
            maxLength={80}
            value={draft.name}
            onChange={(event) => put({ name: event.currentTarget.value })}
            error={faultAt('/name')}
          />
          {draft.parentId !== undefined && (
            <Select
              label={words.parent}
              data={places.map((one) => ({ value: one.folder.folderId, label: one.path }))}
              value={draft.parentId}
              onChange={(parentId) => parentId !== null && put({ parentId })}
              searchable
              allowDeselect={false}
              error={faultAt('/parentId')}
            />
          )}
          <Select
            label={words.role}
            description={words.roleHelp}
            placeholder={words.noRole}
            data={roleChoices}
            value={draft.role ?? null}
            onChange={(role) => put({ role: role ?? undefined })}
            searchable
            clearable={draft.parentId !== undefined}
            error={faultAt('/role')}
          />
        </Stack>
      </Paper>
      <div>
        <Title order={3} size="h5">
          {words.permissions}
        </Title>
        <Text size="sm" c="dimmed">
          {words.permissionsHelp}
        </Text>
      </div>
      <PermissionPicker
        value={draft.permissions}
        onChange={(permissions) => put({ permissions })}
        inherited={Object.fromEntries(above.map((permission) => [permission, words.from]))}
        error={faultAt('/permissions')}
        faultAt={(index) => (notHeld.has(draft.permissions[index] ?? '') ? words.mine : undefined)}
      />
      <AccessFields draft={draft} onChange={onChange} faultAt={faultAt} />
    </>
  );
};
