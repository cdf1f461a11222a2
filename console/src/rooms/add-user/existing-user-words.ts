import type { Words } from '../../language/language.ts';

interface ExistingUserWords {
  readonly exists: string;
  readonly about: string;
  readonly memberOf: (account: string, role: string) => string;
  readonly noRole: string;
  readonly role: string;
  readonly roleOfForm: string;
  readonly roleOfFormHelp: string;
  readonly sameRole: (role: string, account: string) => string;
  readonly accounts: string;
  readonly back: string;
  readonly grant: string;
}

const en: ExistingUserWords = {
  exists: 'A user with this email address already exists.',
  about:
    'You can grant them access to this account. They keep their login, are told by mail, and accept or decline.',
  memberOf: (account, role) => `In ${account}: ${role}`,
  noRole: 'role of the folder',
  role: 'With which role',
  roleOfForm: 'The role of this form',
  roleOfFormHelp: 'As you have set it under Permissions.',
  sameRole: (role, account) => `${role}, as in ${account}`,
  accounts: 'In which accounts',
  back: 'Back to the form',
  grant: 'Grant access',
};

const es: ExistingUserWords = {
  exists: 'Ya existe un usuario con esta dirección de correo.',
  about: 'Puede darle acceso a esta cuenta. Conserva su acceso, se le avisa por correo y acepta o rechaza.',
  memberOf: (account, role) => `En ${account}: ${role}`,
  noRole: 'el rol de la carpeta',
  role: 'Con qué rol',
  roleOfForm: 'El rol de este formulario',
  roleOfFormHelp: 'Como lo ha puesto en Permisos.',
  sameRole: (role, account) => `${role}, como en ${account}`,
  accounts: 'En qué cuentas',
  back: 'Volver al formulario',
  grant: 'Dar acceso',
};

export const EXISTING_USER_WORDS: Words<ExistingUserWords> = { en, es };
