import { Button, Checkbox, CloseButton, Fieldset, Group, Input, Stack, TextInput } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import classes from './new-asset.module.css';
import { DAYS, type DaysHours, OFFICE_HOURS } from './week-hours.ts';
import { NEW_ASSET_WORDS } from './words.ts';

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

const useDayNames = (): readonly string[] => {
  const { locale } = useLanguage();
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return DAYS.map((_, index) => format.format(new Date(MONDAY + index * DAY_MS)));
};

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Time = ({ label, value, onChange }: TimeProps) => (
  <TextInput
    type="time"
    label={label}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
);

interface HoursProps {
  readonly hours: DaysHours;
  readonly number: number;
  readonly error: string | undefined;
  readonly onChange: (hours: DaysHours) => void;
  /** There are others. */
  readonly onRemove: (() => void) | undefined;
}

/** The same hours on several days, with their breaks. */
const HoursOfDays = ({ hours, number, error, onChange, onRemove }: HoursProps) => {
  const words = useWords(NEW_ASSET_WORDS);
  const names = useDayNames();
  const { breaks } = hours;
  return (
    <Fieldset legend={words.hours(number)}>
      <Stack gap="sm">
        <Checkbox.Group
          label={words.days}
          value={[...hours.days]}
          onChange={(chosen) => onChange({ ...hours, days: DAYS.filter((day) => chosen.includes(day)) })}
        >
          <Group gap="sm" mt={4}>
            {DAYS.map((day, index) => (
              <Checkbox key={day} value={day} label={names[index]} />
            ))}
          </Group>
        </Checkbox.Group>
        <div className={classes.span}>
          <Time label={words.from} value={hours.from} onChange={(from) => onChange({ ...hours, from })} />
          <Time label={words.to} value={hours.to} onChange={(to) => onChange({ ...hours, to })} />
        </div>
        {breaks.map((pause, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a break has nothing of its own but its place
          <div key={index} className={classes.span}>
            <Time
              label={words.breakFrom(index + 1)}
              value={pause.from}
              onChange={(from) => onChange({ ...hours, breaks: breaks.with(index, { ...pause, from }) })}
            />
            <Time
              label={words.breakTo(index + 1)}
              value={pause.to}
              onChange={(to) => onChange({ ...hours, breaks: breaks.with(index, { ...pause, to }) })}
            />
            <CloseButton
              className={classes.remove ?? ''}
              aria-label={words.removeBreak(index + 1)}
              onClick={() => onChange({ ...hours, breaks: breaks.toSpliced(index, 1) })}
            />
          </div>
        ))}
        {error !== undefined && <Input.Error>{error}</Input.Error>}
        <Group gap="xs">
          <Button
            variant="default"
            size="xs"
            leftSection={<Plus size={14} aria-hidden />}
            onClick={() => onChange({ ...hours, breaks: [...breaks, { from: '12:00', to: '13:00' }] })}
          >
            {words.addBreak}
          </Button>
          {onRemove !== undefined && (
            <Button variant="subtle" size="xs" onClick={onRemove}>
              {words.removeHours(number)}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
};

interface HoursFieldsProps {
  readonly value: readonly DaysHours[];
  readonly onChange: (value: readonly DaysHours[]) => void;
  readonly faultOf: (index: number) => string | undefined;
}

/** The hours of a week (D-16). */
export const HoursFields = ({ value, onChange, faultOf }: HoursFieldsProps) => {
  const words = useWords(NEW_ASSET_WORDS);
  const left = DAYS.filter((day) => !value.some(({ days }) => days.includes(day)));
  return (
    <Stack gap="sm">
      {value.map((hours, index) => (
        <HoursOfDays
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have nothing of their own but their place
          key={index}
          hours={hours}
          number={index + 1}
          error={faultOf(index)}
          onChange={(changed) => onChange(value.with(index, changed))}
          onRemove={value.length === 1 ? undefined : () => onChange(value.toSpliced(index, 1))}
        />
      ))}
      <Group justify="space-between" gap="xs">
        <Button
          variant="default"
          size="xs"
          onClick={() => onChange([...value, { ...OFFICE_HOURS, days: left }])}
        >
          {words.addHours}
        </Button>
        <span className={classes.hint}>{words.midnight}</span>
      </Group>
    </Stack>
  );
};
