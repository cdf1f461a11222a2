import { TextInput } from '@mantine/core';
import classes from './code-field.module.css';

interface CodeFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
}

/** A code of digits, typed or pasted: one field, which screen readers, password managers and phones know how to fill. */
export const CodeField = ({ label, value, onChange, error }: CodeFieldProps) => (
  <TextInput
    label={label}
    name="code"
    autoComplete="one-time-code"
    inputMode="numeric"
    spellCheck={false}
    size="md"
    classNames={{ input: classes.input ?? '' }}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
    error={error}
  />
);

/** Some copy it with spaces. */
export const digitsOf = (code: string): string => code.replaceAll(/\s/g, '');
