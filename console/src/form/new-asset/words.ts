import type { AssetKind } from '../../api/assets.ts';
import type { Words } from '../../language/language.ts';

/** What is made on the spot where it is wanted. */
export type MadeKind = Extract<AssetKind, 'schedule' | 'sip-client'>;

interface NewAssetWords {
  readonly make: Readonly<Record<MadeKind, string>>;
  readonly name: Readonly<Record<MadeKind, string>>;
  readonly about: Readonly<Record<MadeKind, string>>;
  readonly cancel: string;
  readonly timeZone: string;
  readonly timeZoneHelp: string;
  readonly hours: (number: number) => string;
  readonly days: string;
  readonly from: string;
  readonly to: string;
  readonly midnight: string;
  readonly breakFrom: (number: number) => string;
  readonly breakTo: (number: number) => string;
  readonly addBreak: string;
  readonly removeBreak: (number: number) => string;
  readonly addHours: string;
  readonly removeHours: (number: number) => string;
  readonly userName: string;
  readonly userNameHelp: string;
}

const en: NewAssetWords = {
  make: { schedule: 'Make the schedule', 'sip-client': 'Make the SIP client' },
  name: { schedule: 'Name of the schedule', 'sip-client': 'Name of the client' },
  about: {
    schedule: 'Weekly hours that other users of the account can have as well.',
    'sip-client': 'A phone or program that calls through the account.',
  },
  cancel: 'Cancel',
  timeZone: 'Time zone',
  timeZoneHelp: 'The hours are by the clocks there.',
  hours: (number) => (number === 1 ? 'Hours' : `Hours ${number}`),
  days: 'Days',
  from: 'From',
  to: 'To',
  midnight: 'An end at midnight is the end of that day.',
  breakFrom: (number) => `Break ${number} from`,
  breakTo: (number) => `Break ${number} to`,
  addBreak: 'Add a break',
  removeBreak: (number) => `Remove break ${number}`,
  addHours: 'Other hours on other days',
  removeHours: (number) => `Remove hours ${number}`,
  userName: 'SIP user name',
  userNameHelp: 'The part of the SIP address before the @.',
};

const es: NewAssetWords = {
  make: { schedule: 'Crear el horario', 'sip-client': 'Crear el cliente SIP' },
  name: { schedule: 'Nombre del horario', 'sip-client': 'Nombre del cliente' },
  about: {
    schedule: 'Horas semanales que también pueden tener otros usuarios de la cuenta.',
    'sip-client': 'Un teléfono o programa que llama a través de la cuenta.',
  },
  cancel: 'Cancelar',
  timeZone: 'Zona horaria',
  timeZoneHelp: 'Las horas son las de los relojes de allí.',
  hours: (number) => (number === 1 ? 'Horas' : `Horas ${number}`),
  days: 'Días',
  from: 'Desde',
  to: 'Hasta',
  midnight: 'Terminar a medianoche es el final de ese día.',
  breakFrom: (number) => `Pausa ${number} desde`,
  breakTo: (number) => `Pausa ${number} hasta`,
  addBreak: 'Añadir una pausa',
  removeBreak: (number) => `Quitar la pausa ${number}`,
  addHours: 'Otras horas en otros días',
  removeHours: (number) => `Quitar las horas ${number}`,
  userName: 'Nombre de usuario SIP',
  userNameHelp: 'La parte de la dirección SIP antes de la @.',
};

export const NEW_ASSET_WORDS: Words<NewAssetWords> = { en, es };
