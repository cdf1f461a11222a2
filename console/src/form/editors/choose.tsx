import { type ComboboxItem, MultiSelect, Select, type SelectProps, Stack, Text } from '@mantine/core';
import type { EditorProps } from '../field.ts';
import { textOf, textsOf } from '../values.ts';

/** One of what can be chosen: what it is called, and what there is to know of it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly disabled?: boolean;
}

type Field = Pick<EditorProps, 'label' | 'value' | 'onChange' | 'error' | 'readOnly'>;

interface ChooseProps extends Field {
  readonly setting: Pick<EditorProps['setting'], 'required'>;
  readonly choices: readonly Choice[];
  readonly placeholder?: string | undefined;
  readonly description?: string | undefined;
  /** What is said when nothing is found. */
  readonly nothing?: string | undefined;
}

/** What a long list shows at once: typing finds the rest. */
const MOST_SHOWN = 100;

/** What is chosen stays to be seen, even if it is not to be had any more. */
const withChosen = (choices: readonly Choice[], chosen: readonly string[]): Choice[] => [
  ...choices,
  ...chosen.flatMap((value) => (choices.some((one) => one.value === value) ? [] : [{ value, label: value }])),
];

const aboutOf = (option: ComboboxItem, choices: readonly Choice[]): string | undefined =>
  choices.find(({ value }) => value === option.value)?.about;

const optionOf =
  (choices: readonly Choice[]): NonNullable<SelectProps['renderOption']> =>
  ({ option }) => {
    const about = aboutOf(option, choices);
    return (
      <Stack gap={0}>
        <Text size="sm">{option.label}</Text>
        {about !== undefined && (
          <Text size="xs" c="dimmed">
            {about}
          </Text>
        )}
      </Stack>
    );
  };

const shared = ({ setting, label, error, readOnly, placeholder, description, nothing }: ChooseProps) => ({
  label,
  required: setting.required,
  error,
  disabled: readOnly === true,
  searchable: true,
  limit: MOST_SHOWN,
  placeholder,
  description,
  nothingFoundMessage: nothing ?? '–',
});

/** One of many: typing finds it. */
export const ChooseOne = (props: ChooseProps) => {
  const { setting, value, onChange, choices } = props;
  const chosen = value === undefined ? null : textOf(value);
  return (
    <Select
      {...shared(props)}
      data={withChosen(choices, chosen === null ? [] : [chosen])}
      value={chosen}
      onChange={(next) => onChange(next ?? undefined)}
      renderOption={optionOf(choices)}
      clearable={!setting.required}
      allowDeselect={!setting.required}
    />
  );
};

/** Several of many. */
export const ChooseSeveral = (props: ChooseProps) => {
  const { value, onChange, choices, placeholder } = props;
  const chosen = textsOf(value);
  return (
    <MultiSelect
      {...shared(props)}
      placeholder={chosen.length === 0 ? placeholder : undefined}
      data={withChosen(choices, chosen)}
      value={[...chosen]}
      onChange={(next) => onChange(next.length === 0 ? undefined : next)}
      renderOption={optionOf(choices)}
      hidePickedOptions
    />
  );
};
