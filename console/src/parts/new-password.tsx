import { PasswordInput, VisuallyHidden } from '@mantine/core';
import { Circle, CircleCheck } from 'lucide-react';
import { useWords } from '../language/language-provider.tsx';
import { meets, PASSWORD_RULES } from '../session/password-policy.ts';
import classes from './new-password.module.css';
import { PASSWORD_WORDS } from './password-words.ts';

interface NewPasswordProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly size?: 'sm' | 'md';
}

/** A password to be chosen, which can be looked at instead of being typed twice; its rules are ticked as they are met. */
export const NewPassword = ({ value, onChange, error, size = 'md' }: NewPasswordProps) => {
  const words = useWords(PASSWORD_WORDS);
  const rules = (
    <>
      <p>{words.rules}</p>
      <ul>
        {PASSWORD_RULES.map((rule) => {
          const isMet = meets(rule, value);
          const Icon = isMet ? CircleCheck : Circle;
          return (
            <li key={rule} data-met={isMet || undefined}>
              <Icon size={16} aria-hidden />
              <span>
                {words.rule[rule]} <VisuallyHidden>{`(${isMet ? words.met : words.notMet})`}</VisuallyHidden>
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
  return (
    <PasswordInput
      label={words.newPassword}
      name="password"
      autoComplete="new-password"
      size={size}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      aria-invalid={error !== undefined}
      description={rules}
      descriptionProps={{ component: 'div', className: classes.rules }}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': words.show }}
    />
  );
};
