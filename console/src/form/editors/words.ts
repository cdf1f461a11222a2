import type { Words } from '../../language/language.ts';

interface EditorWords {
  readonly search: string;
  readonly nothing: string;
  readonly nearestTo: string;
  readonly nearestToHelp: string;
  readonly away: (kilometres: string) => string;
  readonly inherited: (role: string) => string;
  readonly noInheritedRole: string;
  readonly chooseRole: string;
  readonly notGivable: string;
  readonly asTheRole: string;
  readonly anyManager: string;
  readonly choosePicture: string;
  readonly remove: string;
  readonly uploaded: string;
  readonly networks: string;
  readonly default: string;
  readonly always: string;
  readonly seats: (free: string, owned: string) => string;
  readonly noneFree: (owned: string) => string;
  readonly noneOwned: string;
  readonly atSignIn: string;
  readonly notInPlan: string;
  readonly comesFrom: (sources: string) => string;
  readonly from: Readonly<Record<'role' | 'folder' | 'grant' | 'permission' | 'agency-role', string>>;
}

const en: EditorWords = {
  search: 'Type to search',
  nothing: 'Nothing found',
  nearestTo: 'Where they sit (time zone)',
  nearestToHelp: 'The nearest location is proposed for it.',
  away: (kilometres) => `about ${kilometres} km away`,
  inherited: (role) => `From the folder: ${role}`,
  noInheritedRole: 'The folder has no role of its own: choose one.',
  chooseRole: 'Choose role manually',
  notGivable: 'It gives more than you hold yourself.',
  asTheRole: 'As the role says',
  anyManager: 'Type a name',
  choosePicture: 'Choose a picture',
  remove: 'Remove',
  uploaded: 'Uploaded',
  networks: 'Such as 203.0.113.0/24, then Enter',
  default: 'As the account has it',
  always: 'Everybody needs it',
  seats: (free, owned) => `${free} of ${owned} free`,
  noneFree: (owned) => `None of ${owned} free`,
  noneOwned: 'You own none yet',
  atSignIn: 'Taken while they are signed in',
  notInPlan: 'Not part of your plan',
  comesFrom: (sources) => `From: ${sources}.`,
  from: {
    role: 'the role',
    folder: 'the folder',
    grant: 'by hand',
    permission: 'another permission',
    'agency-role': 'the agency role',
  },
};

const es: EditorWords = {
  search: 'Escriba para buscar',
  nothing: 'No se ha encontrado nada',
  nearestTo: 'Dónde trabaja (zona horaria)',
  nearestToHelp: 'Se propone la ubicación más cercana.',
  away: (kilometres) => `a unos ${kilometres} km`,
  inherited: (role) => `De la carpeta: ${role}`,
  noInheritedRole: 'La carpeta no tiene rol propio: elija uno.',
  chooseRole: 'Elegir el rol a mano',
  notGivable: 'Da más de lo que usted tiene.',
  asTheRole: 'Como diga el rol',
  anyManager: 'Escriba un nombre',
  choosePicture: 'Elegir una imagen',
  remove: 'Quitar',
  uploaded: 'Subido',
  networks: 'Por ejemplo 203.0.113.0/24, y luego Intro',
  default: 'Como lo tenga la cuenta',
  always: 'Todos la necesitan',
  seats: (free, owned) => `${free} de ${owned} libres`,
  noneFree: (owned) => `Ninguna de ${owned} libre`,
  noneOwned: 'Aún no tiene ninguna',
  atSignIn: 'Se ocupa mientras tiene la sesión abierta',
  notInPlan: 'No es parte de su plan',
  comesFrom: (sources) => `De: ${sources}.`,
  from: {
    role: 'el rol',
    folder: 'la carpeta',
    grant: 'a mano',
    permission: 'otro permiso',
    'agency-role': 'el rol en la agencia',
  },
};

export const EDITOR_WORDS: Words<EditorWords> = { en, es };
