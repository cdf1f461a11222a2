import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAccount } from '../../api/account.tsx';
import { memberQuery, useMembers } from '../../api/members.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { textOf } from '../values.ts';
import { EDITOR_WORDS } from './words.ts';

const DEBOUNCE_MILLISECONDS = 250;

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }): string =>
  `${firstName} ${lastName}`;

/** Whom they report to: found by the beginning of the name. */
export const ManagerField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const words = useWords(EDITOR_WORDS);
  const [typed, setTyped] = useState('');
  const [name] = useDebouncedValue(typed.trim(), DEBOUNCE_MILLISECONDS);
  const { data } = useMembers(name === '' ? {} : { name });
  const chosen = textOf(value);
  const found = (data?.pages[0]?.items ?? []).map((member) => ({
    value: member.userId,
    label: nameOf(member),
  }));
  // Who has been chosen may not be among those who are found now.
  const query = useQuery({ ...memberQuery(useAccount(), chosen), enabled: chosen !== '' });
  const member = query.data?.body;
  const isListed = found.some((one) => one.value === chosen);
  return (
    <Select
      label={label}
      required={setting.required}
      placeholder={words.anyManager}
      data={[
        ...(chosen !== '' && !isListed
          ? [{ value: chosen, label: member === undefined ? chosen : nameOf(member) }]
          : []),
        ...found,
      ]}
      value={chosen === '' ? null : chosen}
      onChange={(next) => onChange(next ?? undefined)}
      onSearchChange={setTyped}
      nothingFoundMessage={words.nothing}
      searchable
      clearable
      error={error}
      disabled={readOnly === true}
    />
  );
};
