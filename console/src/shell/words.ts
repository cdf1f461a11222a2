import type { Words } from '../language/language.ts';

interface ShellWords {
  readonly skip: string;
  readonly navigation: string;
  readonly close: string;
  readonly offline: string;
  readonly signOut: string;
  readonly switchAccount: (name: string) => string;
  readonly person: (name: string) => string;
  readonly rooms: Record<
    'home' | 'users' | 'runs' | 'licenses' | 'statements' | 'roles' | 'folders' | 'settings' | 'me',
    string
  >;
  readonly colours: Record<'title' | 'auto' | 'light' | 'dark', string>;
  readonly help: Record<
    'title' | 'settings' | 'faq' | 'guides' | 'releaseNotes' | 'forum' | 'terms' | 'privacy' | 'support',
    string
  >;
}

const en: ShellWords = {
  skip: 'Skip to what is here',
  navigation: 'Navigation',
  close: 'Close',
  offline: 'You are offline. What you have asked for goes on once the connection is back.',
  signOut: 'Sign out',
  switchAccount: (name) => `Switch account; you are in ${name}`,
  person: (name) => `${name}: your menu`,
  rooms: {
    home: 'Home',
    users: 'Users',
    runs: 'Onboardings',
    licenses: 'Licenses',
    statements: 'Statements',
    roles: 'Roles',
    folders: 'Folders',
    settings: 'Account defaults',
    me: 'My settings',
  },
  colours: { title: 'Appearance', auto: 'As the device', light: 'Light', dark: 'Dark' },
  help: {
    title: 'Help',
    settings: 'Table of settings',
    faq: 'FAQ',
    guides: 'Guides',
    releaseNotes: 'Release notes',
    forum: 'Forum',
    terms: 'Terms',
    privacy: 'Privacy',
    support: 'Support',
  },
};

const es: ShellWords = {
  skip: 'Saltar al contenido',
  navigation: 'Navegación',
  close: 'Cerrar',
  offline: 'No hay conexión. Lo que ha pedido seguirá cuando vuelva.',
  signOut: 'Cerrar sesión',
  switchAccount: (name) => `Cambiar de cuenta; está en ${name}`,
  person: (name) => `${name}: su menú`,
  rooms: {
    home: 'Inicio',
    users: 'Usuarios',
    runs: 'Altas',
    licenses: 'Licencias',
    statements: 'Extractos',
    roles: 'Roles',
    folders: 'Carpetas',
    settings: 'Valores de la cuenta',
    me: 'Mis ajustes',
  },
  colours: { title: 'Apariencia', auto: 'Como el dispositivo', light: 'Clara', dark: 'Oscura' },
  help: {
    title: 'Ayuda',
    settings: 'Tabla de ajustes',
    faq: 'Preguntas frecuentes',
    guides: 'Guías',
    releaseNotes: 'Novedades',
    forum: 'Foro',
    terms: 'Condiciones',
    privacy: 'Privacidad',
    support: 'Soporte',
  },
};

export const SHELL_WORDS: Words<ShellWords> = { en, es };
