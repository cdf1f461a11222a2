import { Button, Stepper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Check, ChevronDown, ChevronUp, CircleAlert, ListChecks, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language-provider.tsx';
import classes from './add-user.module.css';
import { ADD_USER_WORDS } from './words.ts';
import type { AddUserWords } from './words-shape.ts';

export interface RailStep {
  readonly name: string;
  readonly title: string;
  /** `unseen` has all it needs before anybody has looked at it; `last` is what comes after all of them. */
  readonly state: 'faulty' | 'filled' | 'unseen' | 'open' | 'optional' | 'last';
  /** Which of the eight it is, if it is one of them. */
  readonly number?: number | undefined;
}

interface StepsRailProps {
  readonly steps: readonly RailStep[];
  readonly current: string;
  readonly onGo: (name: string) => void;
}

const EIGHT = 8;

const iconOf = ({ state, number }: RailStep, words: AddUserWords['stepState']): ReactNode => {
  if (state === 'faulty') return <CircleAlert size={18} aria-hidden />;
  if (state === 'filled') return <Check size={16} role="img" aria-label={words.filled} />;
  if (number !== undefined) return number;
  return state === 'last' ? <ListChecks size={16} aria-hidden /> : <UserRound size={16} aria-hidden />;
};

/** What is said of a step besides its sign; of one that is done, or needs nothing, nothing. */
const saidOf = ({ state }: RailStep, words: AddUserWords['stepState']): string | undefined => {
  switch (state) {
    case 'faulty':
    case 'open':
    case 'optional':
      return words[state];
    case 'filled':
    case 'unseen':
    case 'last':
      return undefined;
  }
};

/** The steps, to go back and forth among freely; on a phone they unfold. */
export const StepsRail = ({ steps, current, onGo }: StepsRailProps) => {
  const words = useWords(ADD_USER_WORDS);
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const active = steps.findIndex(({ name }) => name === current);
  const here = steps[active];
  const Chevron = isOpen ? ChevronUp : ChevronDown;
  return (
    <nav className={classes.rail} aria-label={words.steps}>
      <Button
        className={classes.toggle ?? ''}
        variant="default"
        fullWidth
        justify="space-between"
        rightSection={<Chevron size={16} aria-hidden />}
        aria-expanded={isOpen}
        onClick={toggle}
      >
        {here?.number === undefined ? here?.title : words.step(here.number, EIGHT, here.title)}
      </Button>
      <div className={classes.steps} data-open={isOpen}>
        <Stepper
          active={active}
          orientation="vertical"
          size="xs"
          classNames={{ step: classes.step ?? '', stepBody: classes.stepBody ?? '' }}
          iconSize={30}
          allowNextStepsSelect
          onStepClick={(at) => {
            close();
            const step = steps[at];
            if (step !== undefined) onGo(step.name);
          }}
        >
          {steps.map((step) => {
            const { name, title, state } = step;
            return (
              <Stepper.Step
                key={name}
                className={state === 'filled' || state === 'faulty' ? '' : (classes.notDone ?? '')}
                label={title}
                description={saidOf(step, words.stepState)}
                icon={iconOf(step, words.stepState)}
                completedIcon={iconOf(step, words.stepState)}
                {...(state === 'faulty' && { color: 'red' })}
                {...(name === current && { 'aria-current': 'step' as const })}
              />
            );
          })}
        </Stepper>
      </div>
    </nav>
  );
};
