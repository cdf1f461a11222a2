import { TextInput } from '@mantine/core';
import { useWords } from '../language/language-provider.tsx';
import { ENTRY_WORDS } from './words.ts';

interface NameFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

/** Whom one signs in as. It says that a name is not what it takes (C-46). */
export const NameField = ({ value, onChange, error }: NameFieldProps) => {
  const words = useWords(ENTRY_WORDS);
  return (
    <TextInput
      label={words.name}
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      size="md"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
};
