import { Checkbox, Group, TextInput } from '@mantine/core';
import type { Editor } from '../field.ts';
import { useValueWords } from '../value-words.ts';
import { textOf, textsOf } from '../values.ts';

const browserField =
  (type: 'date' | 'time'): Editor =>
  ({ setting, label, value, onChange, error, readOnly }) => (
    <TextInput
      type={type}
      label={label}
      required={setting.required}
      value={textOf(value)}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
      error={error}
      disabled={readOnly === true}
    />
  );

/** A day of the calendar, as the browser lets one choose it. */
export const DateField = browserField('date');

/** A time of the day. */
export const ClockTimeField = browserField('time');

/** Days of the week, in the order of the week. */
export const DaysField: Editor = ({ setting, label, value, onChange, error, readOnly }) => {
  const nameOf = useValueWords();
  const days = setting.values ?? [];
  return (
    <Checkbox.Group
      label={label}
      required={setting.required}
      value={[...textsOf(value)]}
      onChange={(chosen) => {
        const inOrder = days.map((day) => String(day.value)).filter((day) => chosen.includes(day));
        onChange(inOrder.length === 0 ? undefined : inOrder);
      }}
      error={error}
    >
      <Group gap="md" mt={4}>
        {days.map((day) => (
          <Checkbox
            key={String(day.value)}
            value={String(day.value)}
            label={nameOf(setting, day)}
            disabled={readOnly === true}
          />
        ))}
      </Group>
    </Checkbox.Group>
  );
};
