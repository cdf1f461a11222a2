import { Badge, Table } from '@mantine/core';
import { useRightNames } from '../../api/right-names.ts';
import { useSettingWords } from '../../form/setting-words.ts';
import type { Setting } from '../../form/settings.ts';
import { useValueWords } from '../../form/value-words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useFormats } from '../../language/use-formats.ts';
import { SETTINGS_TABLE_WORDS } from './words.ts';

/** What a setting can be, in words: its values, its bounds, and what it is unless told. */
const useValues = (): ((setting: Setting) => string) => {
  const words = useWords(SETTINGS_TABLE_WORDS);
  const { list, number } = useFormats();
  const nameOf = useValueWords();
  return (setting) => {
    const { values = [], least, most } = setting;
    if (values.length > 0) return list(values.map((value) => nameOf(setting, value)));
    // Of a text, how long it may be says nothing to whoever reads this.
    if (setting.type !== 'number' && setting.type !== 'whole-number') return '';
    if (least !== undefined && most !== undefined) return words.between(number(least), number(most));
    if (least !== undefined) return words.atLeast(number(least));
    return most === undefined ? '' : words.atMost(number(most));
  };
};

const useWho = (): ((setting: Setting) => string) => {
  const { who, whoHolds } = useWords(SETTINGS_TABLE_WORDS);
  const names = useRightNames();
  return ({ changedBy: { ownerOnly, members, membersNeed } }) => {
    if (ownerOnly) return who.owner;
    if (membersNeed !== undefined) return whoHolds(names.permission(membersNeed));
    return members ? who.everybody : who.managers;
  };
};

/** How deep a setting lies inside others. */
const depthOf = (pointer: string): number => pointer.split('/').filter((part) => part !== '*').length - 3;

export const SettingRow = ({ setting }: { setting: Setting }) => {
  const words = useWords(SETTINGS_TABLE_WORDS);
  const { title, help } = useSettingWords(setting);
  const values = useValues()(setting);
  const who = useWho()(setting);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500} pl={`calc(${depthOf(setting.pointer)} * 1rem + 0.75rem)`}>
        {title}{' '}
        {setting.required && (
          <Badge variant="light" color="brand" size="sm">
            {words.required}
          </Badge>
        )}
      </Table.Th>
      <Table.Td>{help}</Table.Td>
      <Table.Td data-label={words.values}>{values}</Table.Td>
      <Table.Td data-label={words.changedBy}>{who}</Table.Td>
    </Table.Tr>
  );
};
