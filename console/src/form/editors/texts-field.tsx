import { MultiSelect, TagsInput } from '@mantine/core';
import type { Editor } from '../field.ts';
import { useValueWords } from '../value-words.ts';
import { textsOf } from '../values.ts';

/** Several texts: of those it can be, or whatever is typed. */
export const TextsField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const nameOf = useValueWords();
  const shared = {
    label,
    required: setting.required,
    value: [...textsOf(value)],
    onChange: (texts: readonly string[]) => onChange(texts.length === 0 ? undefined : texts),
    error,
    disabled: readOnly === true,
  };
  if (setting.values === undefined) return <TagsInput {...shared} />;
  const data = setting.values.map((one) => ({ value: String(one.value), label: nameOf(setting, one) }));
  return <MultiSelect {...shared} data={data} searchable hidePickedOptions />;
};
