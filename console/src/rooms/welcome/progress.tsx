import { Circle, CircleCheck, CircleDot } from 'lucide-react';
import { useMe } from '../../api/me.ts';
import { useWords } from '../../language/language-provider.tsx';
import classes from './progress.module.css';
import { WELCOME_WORDS } from './words.ts';

/** How far one has come: the password is chosen. */
export const Progress = ({ at }: { at: 'profile' | 'aboutYou' }) => {
  const { progress, steps } = useWords(WELCOME_WORDS);
  const isAsked = useMe().asks.includes('extra-profile') || at === 'aboutYou';
  const way: readonly (keyof typeof steps)[] = isAsked
    ? ['password', 'profile', 'aboutYou']
    : ['password', 'profile'];
  const here = way.indexOf(at);
  return (
    <ol aria-label={progress} className={classes.progress}>
      {way.map((step, index) => {
        const isDone = index < here;
        const isHere = index === here;
        const Icon = isDone ? CircleCheck : isHere ? CircleDot : Circle;
        return (
          <li key={step} data-done={isDone || undefined} aria-current={isHere ? 'step' : undefined}>
            <Icon size={18} aria-hidden />
            {steps[step]}
          </li>
        );
      })}
    </ol>
  );
};
