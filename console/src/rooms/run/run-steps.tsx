import { Loader, Progress, Text, Title } from '@mantine/core';
import { Check, Minus, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Run } from '../../api/onboardings.ts';
import { useLanguage, useWords } from '../../language/language-provider.tsx';
import { durationIn } from './duration.ts';
import classes from './run.module.css';
import { RUN_WORDS, STEP_TITLES } from './words.ts';

type Step = Run['steps'][number];

const markOf = (state: Step['state'], at: number): ReactNode => {
  switch (state) {
    case 'pending':
      return at + 1;
    case 'running':
      return <Loader size={14} />;
    case 'done':
      return <Check size={16} aria-hidden />;
    case 'skipped':
      return <Minus size={16} aria-hidden />;
    case 'failed':
      return <X size={16} aria-hidden />;
  }
};

/** The eight steps of a run, as they turn green. */
export const RunSteps = ({ run }: { run: Run }) => {
  const words = useWords(RUN_WORDS);
  const titles = useWords(STEP_TITLES);
  const { locale } = useLanguage();
  const over = run.steps.filter(({ state }) => state === 'done' || state === 'skipped').length;
  return (
    <section className={classes.card} aria-label={words.steps}>
      <Title order={2} size="h4">
        {words.steps}
      </Title>
      <Text size="sm" c="dimmed" role="status">
        {words.done(over, run.steps.length)}
      </Text>
      <Progress
        mt="xs"
        value={(100 * over) / run.steps.length}
        aria-label={words.steps}
        {...(run.status === 'failed' && { color: 'red' })}
      />
      <ol className={classes.steps}>
        {run.steps.map(({ name, title, state, startedAt, endedAt }, at) => {
          const took = durationIn(locale, startedAt, endedAt);
          return (
            <li key={name} className={classes.step} data-state={state}>
              <span className={classes.mark}>{markOf(state, at)}</span>
              <div>
                <Text fw={500}>{titles[name] ?? title}</Text>
                <div className={classes.state}>
                  {words.states[state]}
                  {state === 'done' && took !== undefined && ` · ${took}`}
                </div>
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
