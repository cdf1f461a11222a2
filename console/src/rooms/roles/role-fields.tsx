import { MultiSelect, Paper, Select, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core';
import { useCatalogue } from '../../api/catalogue.ts';
import { useRightNames } from '../../api/right-names.ts';
import { PermissionPicker } from '../../form/permission-picker.tsx';
import { useWords } from '../../language/language-provider.tsx';
import type { RoleDraft } from './role-draft.ts';
import classes from './roles.module.css';
import { ROLES_WORDS } from './words.ts';

interface RoleFieldsProps {
  readonly draft: RoleDraft;
  readonly onChange: (draft: RoleDraft) => void;
  readonly faultAt: (pointer: string) => string | undefined;
  /** What a refusal has named as not held. */
  readonly notHeld: ReadonlySet<string>;
}

const DESIGNATIONS = ['manager', 'agent'] as const;
const DATA_LEVELS = ['own', 'folder', 'group', 'account', 'agency'] as const;
const SITE_LEVELS = ['user', 'manager', 'administrator'] as const;

const choicesOf = <Key extends string>(keys: readonly Key[], names: Readonly<Record<Key, string>>) =>
  keys.map((value) => ({ value, label: names[value] }));

/** The fields of a role: name, kind of user, levels, permissions and pages. */
export const RoleFields = ({ draft, onChange, faultAt, notHeld }: RoleFieldsProps) => {
  const words = useWords(ROLES_WORDS);
  const names = useRightNames();
  const { pages } = useCatalogue();
  const put = (change: Partial<RoleDraft>) => onChange({ ...draft, ...change });
  const refused = draft.pages.filter((page) => notHeld.has(page)).map(names.page);
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
          <Textarea
            label={words.help}
            autosize
            maxLength={500}
            value={draft.help}
            onChange={(event) => put({ help: event.currentTarget.value })}
            error={faultAt('/help')}
          />
          <div className={classes.levels}>
            <Select
              label={words.form.designation}
              description={words.form.designationHelp}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              data={choicesOf(DESIGNATIONS, words.designations)}
              value={draft.designation}
              onChange={(designation) => designation !== null && put({ designation })}
              allowDeselect={false}
              error={faultAt('/designation')}
            />
            <Select
              label={words.data}
              data={choicesOf(DATA_LEVELS, words.dataLevels)}
              value={draft.dataViewLevel}
              onChange={(dataViewLevel) => dataViewLevel !== null && put({ dataViewLevel })}
              allowDeselect={false}
              error={faultAt('/dataViewLevel')}
            />
            <Select
              label={words.site}
              data={choicesOf(SITE_LEVELS, words.siteLevels)}
              value={draft.sitePermissionLevel}
              onChange={(sitePermissionLevel) => sitePermissionLevel !== null && put({ sitePermissionLevel })}
              allowDeselect={false}
              error={faultAt('/sitePermissionLevel')}
            />
          </div>
          <Switch
            label={words.groups}
            checked={draft.mayJoinGroups}
            onChange={(event) => put({ mayJoinGroups: event.currentTarget.checked })}
          />
          <MultiSelect
            label={words.pages}
            description={words.form.pagesHelp}
            data={pages.map(({ page }) => ({ value: page, label: names.page(page) }))}
            value={[...draft.pages]}
            onChange={(chosen) => put({ pages: chosen })}
            searchable
            hidePickedOptions
            error={refused.length > 0 ? words.form.unsavedPermissions(refused.join(', ')) : faultAt('/pages')}
          />
        </Stack>
      </Paper>
      <Title order={2} size="h4">
        {words.permissions}
      </Title>
      <PermissionPicker
        value={draft.permissions}
        onChange={(permissions) => put({ permissions })}
        error={faultAt('/permissions')}
        faultAt={(index) => (notHeld.has(draft.permissions[index] ?? '') ? words.form.mine : undefined)}
      />
    </>
  );
};
