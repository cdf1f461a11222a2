import { Checkbox, Input, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useFolders } from '../../api/folders.ts';
import { useRightHelp, useRightNames } from '../../api/right-names.ts';
import { type Role, useRoles } from '../../api/roles.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { useForm } from '../form-context.ts';
import { textOf, valueAt } from '../values.ts';
import { ChooseOne } from './choose.tsx';
import { EDITOR_WORDS } from './words.ts';

const ROOT = 'fld_root';

const useFolderRole = (roles: readonly Role[]): Role | undefined => {
  const { sections } = useForm();
  const { data: folders = [] } = useFolders();
  const folderId = textOf(valueAt(sections, '/profile/folderId')) || ROOT;
  const folder = folders.find((one) => one.folderId === folderId);
  const role = folder?.role ?? folder?.inherited.role;
  return roles.find((one) => one.role === role);
};

/** The role: that of the folder, unless one is chosen by hand (C-7); which decides the base set of permissions (C-8). */
export const RoleField: Editor = (props) => {
  const { label, value, onChange, error, readOnly } = props;
  const words = useWords(EDITOR_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { sections } = useForm();
  const { data: roles = [] } = useRoles();
  const inherited = useFolderRole(roles);
  const [isByHand, setIsByHand] = useState(value !== undefined);
  const designation = valueAt(sections, '/permissions/designation');
  const nameOf = ({ role, name }: Role): string => names.role({ role, roleName: name }) ?? name;
  const choices = roles
    .filter((role) => designation === undefined || role.designation === designation)
    .map((role) => ({
      value: role.role,
      label: nameOf(role),
      about: role.givable ? helpOf('roles', role.role, role.help) : words.notGivable,
      disabled: !role.givable,
    }));
  const chosen = roles.find(({ role }) => role === value);
  return (
    <Stack gap="xs">
      {isByHand ? (
        <ChooseOne
          {...props}
          choices={choices}
          nothing={words.nothing}
          placeholder={words.search}
          description={chosen && helpOf('roles', chosen.role, chosen.help)}
        />
      ) : (
        <div>
          <Input.Label labelElement="div">{label}</Input.Label>
          <Text size="sm" c="dimmed">
            {inherited === undefined ? words.noInheritedRole : words.inherited(nameOf(inherited))}
          </Text>
        </div>
      )}
      <Checkbox
        label={words.chooseRole}
        checked={isByHand}
        disabled={readOnly === true}
        onChange={(event) => {
          setIsByHand(event.currentTarget.checked);
          if (!event.currentTarget.checked) onChange(undefined);
        }}
      />
      {!isByHand && error !== undefined && <Input.Error>{error}</Input.Error>}
    </Stack>
  );
};
