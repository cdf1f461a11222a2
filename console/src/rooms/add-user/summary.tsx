import { Alert, Button, Input, Stack, Text } from '@mantine/core';
import { CircleAlert, Mail } from 'lucide-react';
import { useSeats } from '../../api/seats.ts';
import { useSettingNames } from '../../form/setting-words.ts';
import type { Settings } from '../../form/settings.ts';
import { textOf, textsOf, valueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { AccessToCome } from './access-to-come.tsx';
import classes from './add-user.module.css';
import { type Draft, type Fault, faultsIn, isSaid, missingIn } from './draft.ts';
import { LicenseNotice } from './license-notice.tsx';
import { SaidInSection } from './said-in-section.tsx';
import { StepHeading } from './step-heading.tsx';
import { ADD_USER_WORDS } from './words.ts';

interface SummaryProps {
  readonly settings: Settings;
  readonly draft: Draft;
  readonly faults: readonly Fault[];
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onGo: (step: string) => void;
  readonly onBack: () => void;
  readonly onSubmit: () => void;
}

/** All of it once more, with what they will be able to do, before anything is done. */
export const Summary = (props: SummaryProps) => {
  const { settings, draft, faults, error, isPending, onGo, onBack, onSubmit } = props;
  const words = useWords(ADD_USER_WORDS);
  const { summary } = words;
  const nameOf = useSettingNames();
  const { list } = useFormats();
  const { data: billing } = useSeats();
  const said = (pointer: string) => textOf(valueAt(draft.sections, pointer));
  const name = `${said('/profile/firstName')} ${said('/profile/lastName')}`.trim();
  const isInvited = valueAt(draft.sections, '/profile/sendInvitation') !== false;
  const unplaced = faults.filter(
    ({ pointer }) =>
      !settings.sections.some(({ section }) => faultsIn([{ pointer, detail: '' }], section).length > 0),
  );
  return (
    <Stack gap="lg">
      <StepHeading title={summary.title}>{name !== '' && summary.about(name)}</StepHeading>
      {error !== null && <ProblemNotice error={error} faultsShown={unplaced.length === 0} />}
      {faults.length > 0 && (
        <Alert color="red" icon={<CircleAlert />} role="alert">
          {summary.faults}
        </Alert>
      )}
      <ol className={classes.facts}>
        {settings.sections.map((facts) => {
          const { section } = facts;
          const title = nameOf({ ...facts, pointer: `/${section}` });
          const missing = missingIn(settings, draft.sections, section);
          return (
            <li key={section} className={classes.fact}>
              <div>
                <Text fw={600}>{title}</Text>
                {isSaid(draft.sections[section]) ? (
                  <SaidInSection settings={settings} sections={draft.sections} section={section} />
                ) : (
                  <Text size="sm" c="dimmed">
                    {summary.skipped}
                  </Text>
                )}
                {missing.length > 0 && (
                  <Input.Error mt={4}>{`${summary.missing}: ${list(missing.map(nameOf))}`}</Input.Error>
                )}
                {faultsIn(faults, section).map(({ pointer, detail }) => (
                  <Input.Error mt={4} key={`${pointer} ${detail}`}>
                    {detail}
                  </Input.Error>
                ))}
              </div>
              <Button
                variant="subtle"
                size="xs"
                aria-label={summary.change(title)}
                onClick={() => onGo(section)}
              >
                {summary.changeIt}
              </Button>
            </li>
          );
        })}
      </ol>
      <AccessToCome sections={draft.sections} />
      {billing !== undefined && (
        <LicenseNotice billing={billing} kinds={textsOf(valueAt(draft.sections, '/licenses/kinds'))} />
      )}
      <Alert color="gray" icon={<Mail size={18} />}>
        {isInvited ? summary.invited(said('/profile/email')) : summary.notInvited}
      </Alert>
      <div className={classes.foot}>
        <Button variant="default" onClick={onBack}>
          {words.back}
        </Button>
        <Button loading={isPending} onClick={onSubmit}>
          {summary.add}
        </Button>
      </div>
    </Stack>
  );
};
