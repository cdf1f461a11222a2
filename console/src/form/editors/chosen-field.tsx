import { Select } from '@mantine/core';
import type { Editor } from '../field.ts';
import { useValueWords } from '../value-words.ts';
import { textOf } from '../values.ts';

/** One of a few values. */
export const ChosenField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const nameOf = useValueWords();
  const values = setting.values ?? [];
  return (
    <Select
      label={label}
      required={setting.required}
      data={values.map((one) => ({ value: String(one.value), label: nameOf(setting, one) }))}
      value={value === undefined ? null : textOf(value)}
      onChange={(chosen) => onChange(values.find((one) => String(one.value) === chosen)?.value)}
      clearable={!setting.required}
      error={error}
      disabled={readOnly === true}
    />
  );
};
