import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type ExtraProfile, useAnswerExtraProfile, useExtraProfile } from '../../api/extra-profile.ts';
import { isProblem } from '../../api/problem.ts';
import { ExtraProfileFields } from '../../form/extra-profile-fields.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Card } from '../../parts/card.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import classes from './my-settings.module.css';
import { MY_SETTINGS_WORDS } from './words.ts';

/** What nobody must answer, and nobody else reads (E-24). */
export const AboutMe = () => {
  const { aboutMe: words } = useWords(MY_SETTINGS_WORDS);
  const { data, error, refetch } = useExtraProfile();
  const answer = useAnswerExtraProfile();
  const [draft, setDraft] = useState<ExtraProfile>();
  const faults = isProblem(answer.error) ? answer.error.faults : [];
  return (
    <Card title={words.title} about={words.about}>
      {data === undefined && error === null && <Loading />}
      {data === undefined && error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (
        <form
          noValidate
          className={classes.form}
          onSubmit={(event) => {
            event.preventDefault();
            answer.mutate(draft ?? data, { onSuccess: () => setDraft(undefined) });
          }}
        >
          <Stack gap="md">
            <ExtraProfileFields value={draft ?? data} onChange={setDraft} faults={faults} />
            {answer.error !== null && <ProblemNotice error={answer.error} faultsShown={faults.length > 0} />}
            <Group gap="md">
              <Button type="submit" loading={answer.isPending} disabled={draft === undefined}>
                {words.save}
              </Button>
              <Text size="sm" role="status">
                {answer.isSuccess && draft === undefined && words.saved}
              </Text>
            </Group>
          </Stack>
        </form>
      )}
    </Card>
  );
};
