import { Stack } from '@mantine/core';
import { useParams } from 'react-router';
import { addressesIn } from '../../addresses.ts';
import { useAccount } from '../../api/account.tsx';
import { type Run, useRun } from '../../api/onboardings.ts';
import { isProblem } from '../../api/problem.ts';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { Loading } from '../../parts/loading.tsx';
import { NotHere } from '../../parts/not-here.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { durationIn } from './duration.ts';
import { Parked } from './parked.tsx';
import classes from './run.module.css';
import { RunSteps } from './run-steps.tsx';
import { WhatNext } from './what-next.tsx';
import { RUN_WORDS } from './words.ts';

const useAbout = () => {
  const words = useWords(RUN_WORDS);
  const { dateTime } = useFormats();
  const { locale } = useLanguage();
  return ({ status, createdAt, endedAt, attempt }: Run): string => {
    const took = durationIn(locale, createdAt, endedAt);
    return [
      words.statuses[status],
      words.begun(dateTime(createdAt)),
      ...(attempt > 1 ? [words.attempt(attempt)] : []),
      ...(took === undefined ? [] : [words.took(took)]),
    ].join(' · ');
  };
};

/** One run of the eight steps, as it goes on. */
export default function RunRoom() {
  const words = useWords(RUN_WORDS);
  const { runId = '' } = useParams();
  const { accountId } = useAccount();
  const { data: run, error, refetch } = useRun(runId);
  const aboutOf = useAbout();
  if (isProblem(error, 'not-found')) return <NotHere />;
  if (run === undefined)
    return error === null ? <Loading /> : <ProblemNotice error={error} onRetry={() => void refetch()} />;
  const rooms = addressesIn(accountId);
  return (
    <Page title={words.title(run.name)} about={aboutOf(run)} up={{ to: rooms.runs, name: words.all }}>
      {error !== null && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      <div className={classes.columns} data-two={run.status !== 'running' || undefined}>
        <RunSteps run={run} />
        {run.status !== 'running' && (
          <Stack>
            {run.status === 'failed' ? <Parked key={run.attempt} run={run} /> : <WhatNext run={run} />}
          </Stack>
        )}
      </div>
    </Page>
  );
}
