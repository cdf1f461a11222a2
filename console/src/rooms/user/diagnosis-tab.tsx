import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type Attempt, type Cause, useDiagnosis } from '../../api/diagnosis.ts';
import type { Member } from '../../api/members.ts';
import { useWords } from '../../language/language-provider.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { HELP_WORDS } from './help-words.ts';
import { RemedyButton } from './remedy-button.tsx';
import { useCauseText } from './use-cause-text.ts';
import classes from './user.module.css';

interface CauseCardProps {
  readonly member: Member;
  readonly cause: Cause;
}

const CauseCard = ({ member, cause }: CauseCardProps) => {
  const words = useWords(HELP_WORDS);
  const textOf = useCauseText();
  return (
    <Paper withBorder p="md" component="li">
      <Stack gap="xs" align="flex-start">
        <Text size="sm" c="dimmed">
          {words.blocks[cause.blocks]}
        </Text>
        <Text>{textOf(cause)}</Text>
        {cause.remedies.map((remedy) => (
          <RemedyButton
            key={remedy.operationId}
            member={member}
            remedy={remedy}
            isUrgent={cause.blocks !== 'nothing'}
          />
        ))}
      </Stack>
    </Paper>
  );
};

const Verdict = ({ isWell, children }: { isWell: boolean; children: string }) => (
  <Group gap="xs" wrap="nowrap">
    {isWell ? (
      <CircleCheck size={20} aria-hidden className={classes.well} />
    ) : (
      <CircleX size={20} aria-hidden className={classes.ill} />
    )}
    <Text fw={500}>{children}</Text>
  </Group>
);

const NOTHING_KNOWN: Attempt = { signInName: '', address: '' };

/** Why somebody cannot sign in or take a call: each cause with the buttons that mend it. */
export default function DiagnosisTab({ member }: { member: Member }) {
  const words = useWords(HELP_WORDS);
  const [attempt, setAttempt] = useState(NOTHING_KNOWN);
  const [typed, setTyped] = useState(NOTHING_KNOWN);
  const { data, error, isFetching, refetch } = useDiagnosis(member.userId, attempt);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const asked = { signInName: typed.signInName.trim(), address: typed.address.trim() };
    setAttempt(asked);
    if (asked.signInName === attempt.signInName && asked.address === attempt.address) void refetch();
  };
  return (
    <Stack gap="lg">
      <Paper withBorder p="lg">
        <form onSubmit={submit} className={classes.attempt}>
          <TextInput
            label={words.typed}
            description={words.typedHelp}
            value={typed.signInName}
            onChange={(event) => setTyped({ ...typed, signInName: event.currentTarget.value })}
            autoComplete="off"
          />
          <TextInput
            label={words.address}
            description={words.addressHelp}
            value={typed.address}
            onChange={(event) => setTyped({ ...typed, address: event.currentTarget.value })}
            autoComplete="off"
          />
          <Button type="submit" variant="default" loading={isFetching}>
            {words.diagnose}
          </Button>
        </form>
      </Paper>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <>
          <Paper withBorder p="lg" role="status">
            <Stack gap="xs">
              <Verdict isWell={data.canSignIn}>
                {data.canSignIn ? words.canSignIn : words.cannotSignIn}
              </Verdict>
              <Verdict isWell={data.canTakeCalls}>
                {data.canTakeCalls ? words.canCall : words.cannotCall}
              </Verdict>
            </Stack>
          </Paper>
          <Title order={2} fz="lg">
            {data.causes.some(({ blocks }) => blocks !== 'nothing') ? words.causes : words.nothingWrong}
          </Title>
          <ul className={classes.causes}>
            {data.causes.map((cause) => (
              <CauseCard key={cause.code} member={member} cause={cause} />
            ))}
          </ul>
        </>
      )}
    </Stack>
  );
}
