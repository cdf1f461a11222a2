import { Button, Stepper } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Check, ChevronDown, ChevronUp, CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language-provider.tsx';
import classes from './add-user.module.css';
import { ADD_USER_WORDS } from './words.ts';

export interface RailStep {
  readonly name: string;
  readonly title: string;
  readonly state: 'faulty' | 'filled' | 'open' | 'optional';
}

interface StepsRailProps {
  readonly steps: readonly RailStep[];
  readonly current: string;
  readonly onGo: (name: string) => void;
}

const iconOf = (state: RailStep['state'], at: number): ReactNode => {
  if (state === 'faulty') return <CircleAlert size={18} aria-hidden />;
  return state === 'filled' ? <Check size={16} aria-hidden /> : at + 1;
};

/** The steps, to go back and forth among freely; on a phone they unfold. */
export const StepsRail = ({ steps, current, onGo }: StepsRailProps) => {
  const words = useWords(ADD_USER_WORDS);
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const active = steps.findIndex(({ name }) => name === current);
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
        {words.step(active + 1, steps.length, steps[active]?.title ?? '')}
      </Button>
      <div className={classes.steps} data-open={isOpen}>
        <Stepper
          active={active}
          orientation="vertical"
          size="xs"
          iconSize={30}
          allowNextStepsSelect
          onStepClick={(at) => {
            close();
            const step = steps[at];
            if (step !== undefined) onGo(step.name);
          }}
        >
          {steps.map(({ name, title, state }, at) => (
            <Stepper.Step
              key={name}
              label={title}
              description={state === 'filled' ? undefined : words.stepState[state]}
              icon={iconOf(state, at)}
              completedIcon={iconOf(state, at)}
              {...(state === 'faulty' && { color: 'red' })}
              {...(name === current && { 'aria-current': 'step' as const })}
            />
          ))}
        </Stepper>
      </div>
    </nav>
  );
};
