import type { Words } from '../language/language.ts';

interface PickerWords {
  readonly find: string;
  readonly noneFound: string;
  /** Of the sections of permissions; in English the catalogue says it. */
  readonly sections: Readonly<Record<string, string>>;
  /** What a permission gives together with another one, by its key; in English the catalogue says it. */
  readonly gives: Readonly<Record<string, string>>;
  readonly needs: (names: string) => string;
  readonly together: (name: string, gives: string) => string;
  readonly managersOnly: string;
  readonly notHeld: string;
  readonly pagesByHand: string;
  readonly pagesByHandHelp: string;
  readonly noPages: string;
  readonly pages: string;
  readonly reports: string;
}

const en: PickerWords = {
  find: 'Find a permission',
  noneFound: 'No permission is called that.',
  sections: {},
  gives: {},
  needs: (names) => `Has no effect without: ${names}.`,
  together: (name, gives) => `With ${name}: ${gives}`,
  managersOnly: 'Has effect for managers only.',
  notHeld: 'You do not hold this yourself, so you cannot change it for others.',
  pagesByHand: 'Choose pages by hand',
  pagesByHandHelp: 'Otherwise the user has the pages of the role.',
  noPages: 'The role has no pages of its own.',
  pages: 'Pages',
  reports: 'Reports',
};

const es: PickerWords = {
  find: 'Buscar un permiso',
  noneFound: 'Ningún permiso se llama así.',
  sections: {
    leads: 'Contactos',
    reports: 'Llamadas e informes',
    telephony: 'Telefonía',
    search: 'Búsqueda',
    communication: 'Mensajes y correo',
    folders: 'Carpetas y archivos',
    administration: 'Administración',
  },
  gives: { 'play-recordings': 'descargar grabaciones.' },
  needs: (names) => `No tiene efecto sin: ${names}.`,
  together: (name, gives) => `Con ${name}: ${gives}`,
  managersOnly: 'Solo tiene efecto para gestores.',
  notHeld: 'Usted no lo tiene, así que no puede cambiarlo a otros.',
  pagesByHand: 'Elegir las páginas a mano',
  pagesByHandHelp: 'Si no, el usuario tiene las páginas del rol.',
  noPages: 'El rol no tiene páginas propias.',
  pages: 'Páginas',
  reports: 'Informes',
};

export const PICKER_WORDS: Words<PickerWords> = { en, es };
