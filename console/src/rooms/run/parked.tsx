import { Alert, Anchor, Button, Group, Stack, Tabs, Text, Title } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type OnboardingRequest, type Run, useResume } from '../../api/onboardings.ts';
import { isProblem } from '../../api/problem.ts';
import { SectionFields } from '../../form/section-fields.tsx';
import { useSettingNames } from '../../form/setting-words.ts';
import { useSettings } from '../../form/settings.ts';
import { isRecord, isSame, type Draft as Sections, withValueAt } from '../../form/values.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { Discard } from './discard.tsx';
import classes from './run.module.css';
import { RUN_WORDS } from './words.ts';

const isCorrection = (sections: unknown): sections is Partial<OnboardingRequest> => isRecord(sections);

/** The sections that have been corrected, each as a whole. */
const correctedOf = (before: Sections, after: Sections): Sections =>
  Object.fromEntries(Object.entries(after).filter(([section, value]) => !isSame(value, before[section])));

/** Pointers of a resumed run begin with the sections. */
const inSections = (pointer: string): string => pointer.replace(/^\/sections/, '');

const Correction = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const nameOf = useSettingNames();
  const { data: settings } = useSettings();
  const asked: Sections = run.sections ?? {};
  const [sections, setSections] = useState<Sections>(asked);
  const { mutate, error, isPending } = useResume(run.runId);
  const open = run.steps.filter(({ state }) => state !== 'done' && state !== 'skipped');
  const failedAt = open.find(({ name }) => name === run.failure?.step) ?? open[0];
  const faults = (isProblem(error) ? error.faults : []).map(({ pointer, detail }) => ({
    pointer: inSections(pointer),
    detail,
  }));
  const corrected = correctedOf(asked, sections);
  const isChanged = Object.keys(corrected).length > 0;
  const resume = (): void => {
    if (isCorrection(corrected)) mutate(corrected);
  };
  return (
    <form
      noValidate
      className={classes.card}
      onSubmit={(event) => {
        event.preventDefault();
        resume();
      }}
    >
      <Stack>
        {failedAt !== undefined && settings !== undefined && (
          <>
            <div>
              <Title order={2} size="h4">
                {words.correct}
              </Title>
              <Text size="sm" c="dimmed">
                {words.correctHelp}
              </Text>
            </div>
            <Tabs defaultValue={failedAt.section} keepMounted={false}>
              <Tabs.List className={classes.tabs ?? ''}>
                {settings.sections
                  .filter(({ section }) => open.some((step) => step.section === section))
                  .map((facts) => (
                    <Tabs.Tab key={facts.section} value={facts.section} className={classes.tab ?? ''}>
                      {nameOf({ ...facts, pointer: `/${facts.section}` })}
                    </Tabs.Tab>
                  ))}
              </Tabs.List>
              {open.map(({ section }) => (
                <Tabs.Panel key={section} value={section} pt="md">
                  <SectionFields
                    settings={settings}
                    section={section}
                    value={sections[section]}
                    sections={sections}
                    onChange={(value) =>
                      setSections((before) => withValueAt(before, `/${section}`, value ?? {}))
                    }
                    faults={faults}
                  />
                </Tabs.Panel>
              ))}
            </Tabs>
          </>
        )}
        {error !== null && <ProblemNotice error={error} />}
        <Group gap="xs">
          <Button type="submit" loading={isPending}>
            {isChanged ? words.resumeWith : words.resume}
          </Button>
          <Discard run={run} />
        </Group>
      </Stack>
    </form>
  );
};

/** Why a run is parked, what to do about it, and the form to do it with. */
export const Parked = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const { accountId, may } = useAccount();
  const { failure } = run;
  const isAboutSeats = failure?.code === 'no-free-seat' || failure?.code === 'license-not-in-plan';
  return (
    <Stack>
      {failure !== undefined && (
        <Alert color="red" icon={<TriangleAlert />} title={words.failed} role="alert">
          <Stack gap="xs" align="flex-start">
            <Text size="sm">{failure.reason}</Text>
            <Text size="sm">{failure.detail}</Text>
            <Text size="sm" fw={600}>{`${words.remedy}: ${failure.remedy}`}</Text>
            {isAboutSeats && may('readBilling') && (
              <Anchor component={Link} to={addressesIn(accountId).licenses} size="sm">
                {words.buy}
              </Anchor>
            )}
            <Text size="xs" c="dimmed">
              {words.reference(run.runId)}
            </Text>
          </Stack>
        </Alert>
      )}
      <Correction run={run} />
    </Stack>
  );
};
