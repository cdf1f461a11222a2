import { Checkbox, Fieldset, Input, Stack, Switch, Text } from '@mantine/core';
import { useCatalogue } from '../api/catalogue.ts';
import { useRightHelp, useRightNames } from '../api/right-names.ts';
import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { HelpTip } from '../parts/help-tip.tsx';
import classes from './picker.module.css';
import { PICKER_WORDS } from './picker-words.ts';

interface PagePickerProps {
  /** Those chosen by hand; undefined for those of the role (E-15). */
  readonly value: readonly string[] | undefined;
  readonly onChange: (value: readonly string[] | undefined) => void;
  /** With what choosing by hand begins. */
  readonly ofRole: readonly string[];
  readonly error?: string | undefined;
  readonly readOnly?: boolean | undefined;
}

/** The pages of a user: those of the role, or others instead (E-15, E-18). */
export const PagePicker = ({ value, onChange, ofRole, error, readOnly = false }: PagePickerProps) => {
  const words = useWords(PICKER_WORDS);
  const names = useRightNames();
  const helpOf = useRightHelp();
  const { list } = useFormats();
  const { pages } = useCatalogue();
  const shown = value ?? ofRole;
  const groups = [
    { legend: words.pages, inside: pages.filter(({ isReport }) => !isReport) },
    { legend: words.reports, inside: pages.filter(({ isReport }) => isReport) },
  ];
  const put = (page: string, isChosen: boolean) => {
    const others = shown.filter((one) => one !== page);
    onChange(isChosen ? [...others, page] : others);
  };
  return (
    <Stack gap="md">
      <Switch
        label={words.pagesByHand}
        description={words.pagesByHandHelp}
        checked={value !== undefined}
        disabled={readOnly}
        onChange={(event) => onChange(event.currentTarget.checked ? [...ofRole] : undefined)}
      />
      {error !== undefined && <Input.Error>{error}</Input.Error>}
      {value === undefined && (
        <Text size="sm">{ofRole.length === 0 ? words.noPages : list(ofRole.map(names.page))}</Text>
      )}
      {(value === undefined ? [] : groups).map(({ legend, inside }) => (
        <Fieldset key={legend} legend={legend}>
          <div className={classes.choices}>
            {inside.map(({ page, help }) => (
              <div key={page} className={classes.choice}>
                <Checkbox
                  label={names.page(page)}
                  checked={shown.includes(page)}
                  disabled={readOnly}
                  onChange={(event) => put(page, event.currentTarget.checked)}
                />
                <HelpTip name={names.page(page)} text={helpOf('pages', page, help)} />
              </div>
            ))}
          </div>
        </Fieldset>
      ))}
    </Stack>
  );
};
