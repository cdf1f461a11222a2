import { Button, Stack } from '@mantine/core';
import { SectionFields } from '../../form/section-fields.tsx';
import { useSettingWords } from '../../form/setting-words.ts';
import { type SectionFacts, type Settings, settingsIn } from '../../form/settings.ts';
import { textOf, valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './add-user.module.css';
import { type Draft, type Fault, faultsIn, isSaid } from './draft.ts';
import { StepHeading } from './step-heading.tsx';
import { ADD_USER_WORDS } from './words.ts';

interface SectionStepProps {
  readonly settings: Settings;
  readonly facts: SectionFacts;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly onChange: (value: unknown) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** What has been said by the kind, and what means something for affiliates alone (E-10). */
const hiddenIn = ({ sections }: Draft): readonly string[] => [
  '/permissions/designation',
  ...(textOf(valueAt(sections, '/permissions/role')) === 'affiliate'
    ? []
    : ['/permissions/affiliateProfile']),
];

/** One of the eight sections of the form. */
export const SectionStep = (props: SectionStepProps) => {
  const { settings, facts, draft, faults, onChange, onBack, onNext } = props;
  const words = useWords(ADD_USER_WORDS);
  const { section, required } = facts;
  const { title, help } = useSettingWords({ ...facts, pointer: `/${section}` });
  const value = draft.sections[section];
  const hasRequired = settingsIn(settings.settings, `/${section}`).some((setting) => setting.required);
  const hint = required ? hasRequired && words.required : words.optional;
  const isEmpty = !required && !isSaid(value);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Stack gap="lg">
        <StepHeading title={title}>{[help, hint].filter(Boolean).join(' ')}</StepHeading>
        <SectionFields
          settings={settings}
          section={section}
          value={value}
          sections={draft.sections}
          hidden={hiddenIn(draft)}
          onChange={onChange}
          faults={faultsIn(faults, section)}
        />
      </Stack>
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {words.back}
        </Button>
        {!required && !isEmpty && (
          <Button variant="subtle" className={classes.empty ?? ''} onClick={() => onChange(undefined)}>
            {words.clear}
          </Button>
        )}
        <Button type="submit">{isEmpty ? words.skip : words.next}</Button>
      </div>
    </form>
  );
};
