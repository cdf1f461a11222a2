import { Select } from '@mantine/core';
import { useWords } from '../../language/language-provider.tsx';
import type { Editor } from '../field.ts';
import { useValueWords } from '../value-words.ts';
import { textOf } from '../values.ts';
import { EDITOR_WORDS } from './words.ts';

/** One of a few values. */
export const ChosenField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const nameOf = useValueWords();
  const words = useWords(EDITOR_WORDS);
  const values = setting.values ?? [];
  const unlessTold = values.find((one) => one.value === setting.default);
  return (
    <Select
      label={label}
      required={setting.required}
      data={values.map((one) => ({ value: String(one.value), label: nameOf(setting, one) }))}
      value={value === undefined ? null : textOf(value)}
      onChange={(chosen) => onChange(values.find((one) => String(one.value) === chosen)?.value)}
      placeholder={unlessTold === undefined ? words.asTheRole : nameOf(setting, unlessTold)}
      clearable={!setting.required}
      error={error}
      disabled={readOnly === true}
    />
  );
};
