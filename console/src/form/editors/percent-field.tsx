import { Input, NumberInput, Slider } from '@mantine/core';
import type { Editor } from '../field.ts';
import { textOf } from '../values.ts';
import classes from './percent-field.module.css';

/** How many in a hundred: by eye, or to the point. */
export const PercentField: Editor = ({ setting, label, value, onChange, error, readOnly }) => (
  <Input.Wrapper label={label} required={setting.required} labelElement="div">
    <div className={classes.percent}>
      <Slider
        value={typeof value === 'number' ? value : 0}
        onChange={onChange}
        min={setting.least ?? 0}
        max={setting.most ?? 100}
        label={null}
        thumbLabel={label}
        disabled={readOnly === true}
      />
      <NumberInput
        aria-label={label}
        value={textOf(value)}
        onChange={(typed) => onChange(typeof typed === 'number' ? typed : undefined)}
        min={setting.least ?? 0}
        max={setting.most ?? 100}
        allowDecimal={false}
        clampBehavior="none"
        suffix=" %"
        error={error !== undefined}
        disabled={readOnly === true}
      />
    </div>
    {error !== undefined && <Input.Error>{error}</Input.Error>}
  </Input.Wrapper>
);
