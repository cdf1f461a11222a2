import { TagsInput } from '@mantine/core';
import { useCatalogue } from '../../api/catalogue.ts';
import { useGroups } from '../../api/groups.ts';
import { useRightNames } from '../../api/right-names.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { textsOf } from '../values.ts';
import { ChooseSeveral } from './choose.tsx';
import { EDITOR_WORDS } from './words.ts';

/** Permissions beyond those of role and folder (C-15), each with what it is for. */
export const GrantsField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const names = useRightNames();
  const { permissions } = useCatalogue();
  const choices = permissions
    .filter(({ supportOnly }) => !supportOnly)
    .map(({ permission, help }) => ({ value: permission, label: names.permission(permission), about: help }));
  return <ChooseSeveral {...props} choices={choices} nothing={words.nothing} placeholder={words.search} />;
};

/** Pages instead of those of the role (E-15, E-18). */
export const PagesField: Editor = (props) => {
  const words = useWords(EDITOR_WORDS);
  const names = useRightNames();
  const choices = useCatalogue().pages.map(({ page, help }) => ({
    value: page,
    label: names.page(page),
    about: help,
  }));
  return <ChooseSeveral {...props} choices={choices} nothing={words.nothing} placeholder={words.asTheRole} />;
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
