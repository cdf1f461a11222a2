import { Fieldset, Stack } from '@mantine/core';
import type { Editor } from '../field.ts';
import { FieldsIn } from '../fields-in.tsx';

/** Settings that belong together. */
export const GroupField: Editor = ({ setting, at, label, value, onChange, readOnly }) => (
  <Fieldset legend={label}>
    <Stack>
      <FieldsIn of={setting.pointer} at={at} value={value} onChange={onChange} readOnly={readOnly} />
    </Stack>
  </Fieldset>
);
