import { Select, Text } from '@mantine/core';
import { useAssets } from '../../api/assets.ts';
import { useWords } from '../../language/language-provider.tsx';
import { ACCOUNT_SETTINGS_WORDS } from './words.ts';

interface DefaultNumberProps {
  /** The key of a number of the account; empty for none. */
  readonly value: string;
  readonly onChange: (value: string | undefined) => void;
  readonly error: string | undefined;
}

/** The number that users call from who have chosen none (C-58). */
export const DefaultNumber = ({ value, onChange, error }: DefaultNumberProps) => {
  const words = useWords(ACCOUNT_SETTINGS_WORDS);
  const { data: assets = [] } = useAssets('number');
  const numbers = assets.flatMap((asset) =>
    asset.kind === 'number' ? [{ value: asset.key, label: `${asset.name} · ${asset.number}` }] : [],
  );
  const known = numbers.some((one) => one.value === value) || value === '';
  return (
    <>
      <Select
        label={words.defaultNumber}
        description={words.defaultNumberHelp}
        placeholder={words.noNumber}
        data={known ? numbers : [...numbers, { value, label: value }]}
        value={value === '' ? null : value}
        onChange={(chosen) => onChange(chosen ?? undefined)}
        clearable
        searchable
        error={error}
      />
      {numbers.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noNumbers}
        </Text>
      )}
    </>
  );
};
