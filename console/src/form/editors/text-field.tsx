import { TextInput } from '@mantine/core';
import type { Editor } from '../field.ts';
import { textOf } from '../values.ts';

export const TextField: Editor = ({ setting, label, value, onChange, error, readOnly }) => (
  <TextInput
    label={label}
    required={setting.required}
    value={textOf(value)}
    onChange={(event) => onChange(event.currentTarget.value || undefined)}
    error={error}
    disabled={readOnly === true}
    {...(setting.most !== undefined && { maxLength: setting.most })}
  />
);
