import { useWords } from '../language/language-provider.tsx';
import { useFormats } from '../language/use-formats.ts';
import { useForm } from './form-context.ts';
import classes from './member-form.module.css';
import { MEMBER_FORM_WORDS } from './member-form-words.ts';
import { AssetNames, NAMED_ASSETS, READERS } from './read-name.tsx';
import { useSettingWords } from './setting-words.ts';
import { type Setting, settingsIn } from './settings.ts';
import { useValueWords } from './value-words.ts';
import { isRecord, itemsOf, textOf } from './values.ts';

interface ReadProps {
  readonly setting: Setting;
  readonly value: unknown;
}

const Inside = ({ setting, value }: ReadProps) => {
  const { title } = useSettingWords(setting);
  return (
    <li>
      {title}: <ReadValue setting={setting} value={value} />
    </li>
  );
};

/** The settings of a group that are there, a line each. */
const ReadGroup = ({ of, when, value }: { of: string; when?: string; value: unknown }) => {
  const { settings } = useForm();
  if (!isRecord(value)) return null;
  const there = settingsIn(settings, of, when).flatMap((setting) => {
    const inside = value[setting.pointer.slice(setting.pointer.lastIndexOf('/') + 1)];
    return inside === undefined ? [] : [{ setting, inside }];
  });
  if (there.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {there.map(({ setting, inside }) => (
        <Inside key={setting.pointer} setting={setting} value={inside} />
      ))}
    </ul>
  );
};

/** A value as text. */
export const ReadValue = ({ setting, value }: ReadProps) => {
  const words = useWords(MEMBER_FORM_WORDS);
  const nameOf = useValueWords();
  const { list, number } = useFormats();
  const Reader = READERS[setting.pointer];
  const kind = NAMED_ASSETS[setting.pointer];
  const nameOfValue = (one: unknown): string => {
    const known = setting.values?.find((possible) => possible.value === one);
    return known === undefined ? textOf(one) : nameOf(setting, known);
  };
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return words.nothing;
  if (kind !== undefined) return <AssetNames kind={kind} value={value} />;
  if (Reader !== undefined) return <Reader value={value} />;
  switch (setting.type) {
    case 'yes-or-no':
      return value === true ? words.yes : words.no;
    case 'number':
    case 'whole-number':
      return typeof value === 'number' ? number(value) : words.nothing;
    case 'text':
      return nameOfValue(value);
    case 'group':
      return <ReadGroup of={setting.pointer} value={value} />;
    case 'choice': {
      const chosen = isRecord(value) ? textOf(value.action) : '';
      return (
        <>
          {nameOfValue(chosen)}
          <ReadGroup of={setting.pointer} when={chosen} value={value} />
        </>
      );
    }
    case 'list': {
      const items = itemsOf(value);
      if (!items.some(isRecord)) return list(items.map(nameOfValue));
      return items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing of its own but its place
        <ReadGroup key={index} of={`${setting.pointer}/*`} value={item} />
      ));
    }
  }
};
