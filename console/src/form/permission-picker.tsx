import { Fieldset, Input, Stack, Text, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { useCatalogue } from '../api/catalogue.ts';
import { useRightNames } from '../api/right-names.ts';
import { useWords } from '../language/language-provider.tsx';
import { PermissionChoice } from './permission-choice.tsx';
import classes from './picker.module.css';
import { PICKER_WORDS } from './picker-words.ts';

interface PermissionPickerProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** What is there without being ticked, with where it comes from: “From the role Call agent” (C-15). */
  readonly inherited?: Readonly<Record<string, string>>;
  /** What is wrong with all of it. */
  readonly error?: string | undefined;
  /** What is wrong with the permission at this place of the value. */
  readonly faultAt?: (index: number) => string | undefined;
  readonly readOnly?: boolean | undefined;
}

const NONE: Readonly<Record<string, string>> = {};

const NO_FAULT = () => undefined;

const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** Permissions by sections of the catalogue, each with its help (C-14…C-42). */
export const PermissionPicker = ({
  value,
  onChange,
  inherited = NONE,
  error,
  faultAt = NO_FAULT,
  readOnly = false,
}: PermissionPickerProps) => {
  const words = useWords(PICKER_WORDS);
  const names = useRightNames();
  const { permissions, sections } = useCatalogue();
  const [sought, setSought] = useState('');
  const there = new Set([...value, ...Object.keys(inherited)]);
  const found = permissions.filter(({ permission }) =>
    folded(names.permission(permission)).includes(folded(sought.trim())),
  );
  const put = (permission: string, isChosen: boolean) => {
    const others = value.filter((one) => one !== permission);
    onChange(isChosen ? [...others, permission] : others);
  };
  return (
    <Stack gap="md">
      <TextInput
        label={words.find}
        value={sought}
        onChange={(event) => setSought(event.currentTarget.value)}
        leftSection={<Search size={16} aria-hidden />}
        type="search"
      />
      {error !== undefined && <Input.Error>{error}</Input.Error>}
      {found.length === 0 && <Text c="dimmed">{words.noneFound}</Text>}
      {sections.map(({ section, title }) => {
        const inside = found.filter((one) => one.section === section);
        if (inside.length === 0) return null;
        return (
          <Fieldset key={section} legend={words.sections[section] ?? title}>
            <div className={classes.choices}>
              {inside.map((facts) => {
                const { permission } = facts;
                const at = value.indexOf(permission);
                return (
                  <PermissionChoice
                    key={permission}
                    facts={facts}
                    isChosen={at >= 0}
                    there={there}
                    from={inherited[permission]}
                    fault={at < 0 ? undefined : faultAt(at)}
                    readOnly={readOnly}
                    onChange={(isChosen) => put(permission, isChosen)}
                  />
                );
              })}
            </div>
          </Fieldset>
        );
      })}
    </Stack>
  );
};
