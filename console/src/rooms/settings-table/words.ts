import type { Words } from '../../language/language.ts';

interface SettingsTableWords {
  readonly title: string;
  readonly about: string;
  readonly step: (number: number, title: string) => string;
  readonly setting: string;
  readonly meaning: string;
  readonly values: string;
  readonly changedBy: string;
  readonly required: string;
  readonly between: (least: string, most: string) => string;
  readonly atLeast: (least: string) => string;
  readonly atMost: (most: string) => string;
  readonly byDefault: (value: string) => string;
  readonly who: Record<'everybody' | 'managers' | 'owner', string>;
  readonly whoHolds: (permission: string) => string;
}

const en: SettingsTableWords = {
  title: 'Table of settings',
  about: 'Everything that can be set of a user: what it is for, what it can be, and who changes it.',
  step: (number, title) => `${number}. ${title}`,
  setting: 'Setting',
  meaning: 'What it is for',
  values: 'What it can be',
  changedBy: 'Who changes it',
  required: 'required',
  between: (least, most) => `${least} to ${most}`,
  atLeast: (least) => `${least} or more`,
  atMost: (most) => `up to ${most}`,
  byDefault: (value) => `${value} unless told`,
  who: {
    everybody: 'Users themselves, and who manages them',
    managers: 'Who manages users',
    owner: 'Only the account that created the user',
  },
  whoHolds: (permission) => `Users with “${permission}”, and who manages them`,
};

const es: SettingsTableWords = {
  title: 'Tabla de ajustes',
  about: 'Todo lo que se puede ajustar de un usuario: para qué sirve, qué valores admite y quién lo cambia.',
  step: (number, title) => `${number}. ${title}`,
  setting: 'Ajuste',
  meaning: 'Para qué sirve',
  values: 'Qué admite',
  changedBy: 'Quién lo cambia',
  required: 'obligatorio',
  between: (least, most) => `de ${least} a ${most}`,
  atLeast: (least) => `${least} o más`,
  atMost: (most) => `hasta ${most}`,
  byDefault: (value) => `${value} si no se indica`,
  who: {
    everybody: 'Los propios usuarios y quien los administra',
    managers: 'Quien administra usuarios',
    owner: 'Solo la cuenta que creó al usuario',
  },
  whoHolds: (permission) => `Usuarios con «${permission}» y quien los administra`,
};

export const SETTINGS_TABLE_WORDS: Words<SettingsTableWords> = { en, es };
