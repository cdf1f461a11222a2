import { Fieldset } from '@mantine/core';
import type { Editor } from '../field.ts';
import classes from '../fields.module.css';
import { FieldsIn } from '../fields-in.tsx';

/** Settings that belong together. */
export const GroupField: Editor = ({ setting, at, label, value, onChange, readOnly }) => (
  <Fieldset legend={label}>
    <div className={classes.fields}>
      <FieldsIn of={setting.pointer} at={at} value={value} onChange={onChange} readOnly={readOnly} />
    </div>
  </Fieldset>
);
