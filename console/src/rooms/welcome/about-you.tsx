import { Button, Group, Paper, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type ExtraProfile, useAnswerExtraProfile } from '../../api/extra-profile.ts';
import { isProblem } from '../../api/problem.ts';
import { ExtraProfileFields } from '../../form/extra-profile-fields.tsx';
import { useWords } from '../../language/language-provider.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { WELCOMED } from './next-of-welcome.ts';
import { Progress } from './progress.tsx';
import { WELCOME_WORDS } from './words.ts';

/** What administrators are asked about themselves, once; an empty answer ends the asking as well (E-23, E-24). */
export default function AboutYou() {
  const words = useWords(WELCOME_WORDS).aboutYou;
  const navigate = useNavigate();
  const answer = useAnswerExtraProfile();
  const [draft, setDraft] = useState<ExtraProfile>({});
  const send = (body: ExtraProfile): void =>
    answer.mutate(body, {
      onSuccess: () => void navigate(WELCOMED.to, { state: WELCOMED.state, replace: true }),
    });
  const faults = isProblem(answer.error) ? answer.error.faults : [];
  const isEmpty = Object.keys(draft).length === 0;
  return (
    <Page title={words.title} about={words.intro} narrow>
      <Progress at="aboutYou" />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send(draft);
        }}
      >
        <Stack gap="lg">
          <Paper withBorder p="lg">
            <ExtraProfileFields value={draft} onChange={setDraft} faults={faults} />
          </Paper>
          {answer.error !== null && faults.length === 0 && <ProblemNotice error={answer.error} />}
          <Group gap="sm">
            <Button type="submit" loading={answer.isPending} disabled={isEmpty}>
              {words.submit}
            </Button>
            <Button variant="subtle" disabled={answer.isPending} onClick={() => send({})}>
              {words.skip}
            </Button>
          </Group>
        </Stack>
      </form>
    </Page>
  );
}
