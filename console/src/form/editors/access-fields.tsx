import { Input, Stack, TagsInput } from '@mantine/core';
import { useGroups } from '../../api/groups.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import type { Editor } from '../field.ts';
import { PagePicker } from '../page-picker.tsx';
import { PermissionPicker } from '../permission-picker.tsx';
import { textsOf } from '../values.ts';
import { ChooseSeveral } from './choose.tsx';
import { useRoleAccess } from './role-access.ts';
import { EDITOR_WORDS } from './words.ts';

/** Permissions beyond those of role and folder (C-15), each with what it is for. */
export const GrantsField: Editor = ({ label, value, onChange, error, readOnly }) => {
  const words = useWords(EDITOR_WORDS);
  const access = useRoleAccess();
  const { list } = useFormats();
  const inherited = (access?.permissions ?? []).map(({ permission, sources }) => [
    permission,
    words.comesFrom(list([...new Set(sources.map(({ from, name }) => name ?? words.from[from]))])),
  ]);
  return (
    <Stack gap="xs">
      <Input.Label labelElement="div">{label}</Input.Label>
      <PermissionPicker
        value={textsOf(value)}
        onChange={(grants) => onChange(grants.length === 0 ? undefined : grants)}
        inherited={Object.fromEntries(inherited)}
        error={error}
        readOnly={readOnly}
      />
    </Stack>
  );
};

/** Pages instead of those of the role (E-15, E-18). */
export const PagesField: Editor = ({ label, value, onChange, error, readOnly }) => {
  const access = useRoleAccess();
  return (
    <Stack gap="xs">
      <Input.Label labelElement="div">{label}</Input.Label>
      <PagePicker
        value={value === undefined ? undefined : textsOf(value)}
        onChange={onChange}
        ofRole={(access?.pages ?? []).map(({ page }) => page)}
        error={error}
        readOnly={readOnly}
      />
    </Stack>
  );
};

/** The access-control groups that narrow what one reaches (D-4). */
export const GroupsField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const choices = (useGroups().data ?? []).map(({ groupId, name }) => ({ value: groupId, label: name }));
  return <ChooseSeveral {...props} choices={choices} nothing={words.nothing} placeholder={words.search} />;
};

/** Networks in CIDR notation, typed or pasted one after the other (A-7, E-12). */
export const NetworksField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const words = useWords(EDITOR_WORDS);
  return (
    <TagsInput
      label={label}
      required={setting.required}
      description={words.networks}
      value={[...textsOf(value)]}
      onChange={(networks) => onChange(networks.length === 0 ? undefined : networks)}
      splitChars={[',', ';', ' ']}
      acceptValueOnBlur
      error={error}
      disabled={readOnly === true}
    />
  );
};
