import { Fieldset } from '@mantine/core';
import type { Editor } from '../field.ts';
import classes from '../fields.module.css';
import { FieldsIn } from '../fields-in.tsx';
import { isRecord } from '../values.ts';

/** Mass email or mass fax: what is said of it matters only once it is on. */
export const CapabilityField: Editor = ({ setting, at, label, value, onChange, readOnly }) => {
  const isOn = isRecord(value) && value.enabled === true;
  return (
    <Fieldset legend={label}>
      <div className={classes.fields}>
        <FieldsIn
          of={setting.pointer}
          at={at}
          value={value}
          only={isOn ? undefined : ['enabled']}
          onChange={(next) => onChange(isRecord(next) && next.enabled === false ? { enabled: false } : next)}
          readOnly={readOnly}
        />
      </div>
    </Fieldset>
  );
};
