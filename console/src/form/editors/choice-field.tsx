import { Radio, Stack } from '@mantine/core';
import type { Editor } from '../field.ts';
import { FieldsIn } from '../fields-in.tsx';
import { useForm } from '../form-context.ts';
import { useValueHelp, useValueWords } from '../value-words.ts';
import { isRecord, textOf } from '../values.ts';

/** One of several, each with fields of its own: only those of the chosen one are shown. */
export const ChoiceField: Editor = ({ setting, at, label, value, onChange, error, readOnly }) => {
  const nameOf = useValueWords();
  const helpOf = useValueHelp();
  const { settings } = useForm();
  const group = isRecord(value) ? value : {};
  const chosen = textOf(group.action);
  const { action: _, ...own } = group;
  return (
    <Stack gap="sm">
      <Radio.Group
        label={label}
        value={chosen}
        onChange={(action) => onChange({ action })}
        error={error}
        readOnly={readOnly === true}
      >
        <Stack gap="xs" mt="xs">
          {(setting.values ?? []).map((one) => (
            <Radio
              key={String(one.value)}
              value={String(one.value)}
              label={nameOf(setting, one)}
              description={helpOf(setting, one)}
              disabled={readOnly === true}
            />
          ))}
        </Stack>
      </Radio.Group>
      {chosen !== '' && settings.some(({ when }) => when === chosen) && (
        <FieldsIn
          of={setting.pointer}
          when={chosen}
          at={at}
          value={own}
          onChange={(changed) => onChange({ action: chosen, ...(isRecord(changed) ? changed : {}) })}
          readOnly={readOnly}
        />
      )}
    </Stack>
  );
};
