import { NumberInput } from '@mantine/core';
import type { Editor } from '../field.ts';
import { textOf } from '../values.ts';

export const NumberField: Editor = ({ setting, label, value, onChange, error, readOnly }) => (
  <NumberInput
    label={label}
    required={setting.required}
    value={textOf(value)}
    onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
    allowDecimal={setting.type === 'number'}
    clampBehavior="none"
    error={error}
    disabled={readOnly === true}
    {...(setting.least !== undefined && { min: setting.least })}
    {...(setting.most !== undefined && { max: setting.most })}
  />
);
