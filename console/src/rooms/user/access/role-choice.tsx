import { Select, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useRightHelp, useRightNames } from '../../../api/right-names.ts';
import { useRoles } from '../../../api/roles.ts';
import { useWords } from '../../../language/language-provider.tsx';
import type { AccessFieldsProps } from './access-draft.ts';
import { ACCESS_WORDS } from './words.ts';

/** The role: that of the folder, unless one is chosen by hand (C-7). What gives more than one holds is not offered (X-4). */
export const RoleChoice = ({ draft, onChange, faultAt }: AccessFieldsProps) => {
  const words = useWords(ACCESS_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { data: roles = [] } = useRoles();
  const [isByHand, setByHand] = useState(draft.role !== null);
  const chosen = roles.find(({ role }) => role === draft.role);
  return (
    <Stack gap="xs">
      <Switch
        label={words.manual}
        description={words.manualHelp}
        checked={isByHand}
        onChange={(event) => {
          setByHand(event.currentTarget.checked);
          if (!event.currentTarget.checked) onChange({ role: null });
        }}
        mt="xs"
      />
      {isByHand && (
        <Select
          label={words.role}
          data={roles.map(({ role, name, givable }) => ({
            value: role,
            label: `${names.role({ role, roleName: name })}${givable ? '' : ` (${words.notGivable})`}`,
            disabled: !givable && role !== draft.role,
          }))}
          value={draft.role}
          onChange={(role) => role !== null && onChange({ role })}
          searchable
          allowDeselect={false}
          error={faultAt('/role')}
        />
      )}
      {chosen !== undefined && (
        <Text size="xs" c="dimmed">
          {helpOf('roles', chosen.role, chosen.help)}
        </Text>
      )}
    </Stack>
  );
};
