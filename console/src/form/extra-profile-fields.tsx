import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import type { ExtraProfile } from '../api/extra-profile.ts';
import { useWords } from '../language/language-provider.tsx';
import { EXTRA_PROFILE_WORDS } from './extra-profile-words.ts';

type ShirtSize = NonNullable<ExtraProfile['shirtSize']>;

const SHIRT_SIZES = ['XS', 'S', 'M', 'L', 'XL', 'XXL', '3XL'] as const satisfies readonly ShirtSize[];

const isShirtSize = (text: string): text is ShirtSize => SHIRT_SIZES.some((size) => size === text);

interface ExtraProfileFieldsProps {
  readonly value: ExtraProfile;
  readonly onChange: (value: ExtraProfile) => void;
  readonly faults: readonly { readonly pointer: string; readonly detail: string }[];
}

/** What we ask administrators about themselves (E-24). Nobody must answer, so no field is required. */
export const ExtraProfileFields = ({ value, onChange, faults }: ExtraProfileFieldsProps) => {
  const words = useWords(EXTRA_PROFILE_WORDS);
  const faultAt = (name: string): string | undefined =>
    faults.find(({ pointer }) => pointer === `/${name}`)?.detail;
  const { cellPhone, smsOptIn, shirtSize, gender, ...others } = value;
  const change = (
    to: {
      [name in keyof ExtraProfile]?: ExtraProfile[name] | undefined;
    },
  ): void => {
    const { cellPhone, smsOptIn, shirtSize, gender } = { ...value, ...to };
    onChange({
      ...others,
      ...(cellPhone !== undefined && cellPhone !== '' && { cellPhone }),
      // There is nowhere to send them without a phone.
      ...(cellPhone !== undefined && cellPhone !== '' && smsOptIn !== undefined && { smsOptIn }),
      ...(shirtSize !== undefined && { shirtSize }),
      ...(gender !== undefined && gender !== '' && { gender }),
    });
  };
  return (
    <Stack gap="md">
      <TextInput
        label={words.cellPhone}
        description={words.cellPhoneHelp}
        type="tel"
        autoComplete="tel"
        value={cellPhone ?? ''}
        onChange={(event) => change({ cellPhone: event.currentTarget.value })}
        error={faultAt('cellPhone')}
      />
      <Checkbox
        label={words.smsOptIn}
        description={words.smsNeedsPhone}
        checked={smsOptIn ?? false}
        disabled={cellPhone === undefined}
        onChange={(event) => change({ smsOptIn: event.currentTarget.checked })}
        error={faultAt('smsOptIn')}
      />
      <NativeSelect
        label={words.shirtSize}
        description={words.shirtSizeHelp}
        data={[{ value: '', label: '—' }, ...SHIRT_SIZES]}
        value={shirtSize ?? ''}
        onChange={({ currentTarget }) =>
          change({ shirtSize: isShirtSize(currentTarget.value) ? currentTarget.value : undefined })
        }
        error={faultAt('shirtSize')}
      />
      <TextInput
        label={words.gender}
        description={words.genderHelp}
        autoComplete="off"
        maxLength={60}
        value={gender ?? ''}
        onChange={(event) => change({ gender: event.currentTarget.value })}
        error={faultAt('gender')}
      />
    </Stack>
  );
};
