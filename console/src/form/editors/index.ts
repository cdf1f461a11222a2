import type { Editor } from '../field.ts';
import type { Setting } from '../settings.ts';
import { ChoiceField } from './choice-field.tsx';
import { ChosenField } from './chosen-field.tsx';
import { GroupField } from './group-field.tsx';
import { NumberField } from './number-field.tsx';
import { RowsField } from './rows-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { TextField } from './text-field.tsx';
import { TextsField } from './texts-field.tsx';

/** Settings that name something of the account, or that are more easily edited another way than by their type. */
const BY_POINTER: Readonly<Record<string, Editor>> = {
  '/employee/externalLinks': RowsField,
  '/dialing/callRecording/campaigns': RowsField,
};

const byType = ({ type, values }: Setting): Editor => {
  switch (type) {
    case 'text':
      return values === undefined ? TextField : ChosenField;
    case 'number':
    case 'whole-number':
      return values === undefined ? NumberField : ChosenField;
    case 'yes-or-no':
      return SwitchField;
    case 'list':
      return TextsField;
    case 'group':
      return GroupField;
    case 'choice':
      return ChoiceField;
  }
};

export const editorOf = (setting: Setting): Editor => BY_POINTER[setting.pointer] ?? byType(setting);
