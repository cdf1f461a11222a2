import { Switch } from '@mantine/core';
import type { Editor } from '../field.ts';

export const SwitchField: Editor = ({ setting, label, value, onChange, error, readOnly }) => (
  <Switch
    label={label}
    checked={typeof value === 'boolean' ? value : setting.default === true}
    onChange={(event) => onChange(event.currentTarget.checked)}
    error={error}
    disabled={readOnly === true}
  />
);
