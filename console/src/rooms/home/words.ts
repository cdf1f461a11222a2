import type { Membership } from '../../api/me.ts';
import type { Words } from '../../language/language.ts';
import type { AccountRoom } from '../../shell/doors.ts';

type Status = Membership['status'];

export interface HomeWords {
  readonly hello: (firstName: string) => string;
  readonly welcome: string;
  readonly eitherWorks: (loginId: string) => string;
  readonly onlyEmail: string;
  readonly canDo: (accountName: string) => string;
  readonly doors: Readonly<Record<AccountRoom | 'addUser' | 'me', { title?: string; about: string }>>;
  readonly accounts: string;
  readonly noAccounts: string;
  readonly status: Readonly<Record<Status, string>>;
  readonly statusMeaning: Readonly<Record<Exclude<Status, 'active'>, string>>;
  readonly lookAgain: string;
  readonly goThere: string;
  readonly goThereOf: (accountName: string) => string;
  readonly here: string;
  readonly role: string;
  readonly mayDo: (count: number) => string;
  readonly mayDoNothing: string;
  readonly pages: (count: number) => string;
  readonly noPages: string;
  readonly dataView: string;
  readonly dataViewLevels: Readonly<Record<Membership['dataViewLevel'], string>>;
  readonly agency: { readonly title: string; readonly accounts: string };
  readonly ask: {
    readonly title: string;
    readonly text: string;
    readonly answer: string;
    readonly skip: string;
  };
  readonly signIn: {
    readonly title: string;
    readonly email: string;
    readonly loginId: string;
    readonly everywhere: string;
    readonly everywhereMeans: string;
  };
}

const en: HomeWords = {
  hello: (firstName) => `Hello, ${firstName}`,
  welcome: 'You are in.',
  eitherWorks: (loginId) => `From now on you can sign in with your email or with your login ID, ${loginId}.`,
  onlyEmail:
    'Sign in with your email for now: the login ID could not be set up yet. It is tried again the next time you sign in.',
  canDo: (accountName) => `What you can do in ${accountName}`,
  doors: {
    addUser: { title: 'Add a user', about: 'In eight steps, to a working login' },
    users: { about: 'Find, read and change them' },
    runs: { about: 'What is under way, and what needs you' },
    licenses: { about: 'Seats, who has them, and their price' },
    statements: { about: 'What each month has cost' },
    roles: { about: 'What each role may do' },
    folders: { about: 'How the account is divided' },
    settings: { about: 'What holds unless told otherwise' },
    me: { about: 'Your profile, password and availability' },
  },
  accounts: 'Your accounts',
  noAccounts: 'You are not a member of any account. Ask the administrator who invited you.',
  status: {
    onboarding: 'Being set up',
    active: 'Active',
    deactivated: 'Deactivated',
    suspended: 'Suspended',
  },
  statusMeaning: {
    onboarding: 'This account is still being set up for you. Look again in a minute.',
    deactivated: 'You cannot use this account until an administrator activates you.',
    suspended: 'An administrator has suspended your access to this account. Ask them.',
  },
  lookAgain: 'Look again',
  goThere: 'Go there',
  goThereOf: (accountName) => `Go to ${accountName}`,
  here: 'You are here',
  role: 'Role',
  mayDo: (count) => (count === 1 ? 'You have one permission' : `You have ${count} permissions`),
  mayDoNothing: 'No permissions yet.',
  pages: (count) => (count === 1 ? 'One page is open to you' : `${count} pages are open to you`),
  noPages: 'No page is open to you here. Ask an administrator of the account.',
  dataView: 'Data you see',
  dataViewLevels: {
    own: 'your own',
    folder: 'that of your folder',
    group: 'that of your groups',
    account: 'that of the whole account',
    agency: 'that of the whole agency',
  },
  agency: { title: 'Your agency', accounts: 'Its accounts, all of which you reach' },
  ask: {
    title: 'A little about you',
    text: 'We ask administrators a few questions, once. You need not answer any of them.',
    answer: 'Answer',
    skip: 'Do not ask again',
  },
  signIn: {
    title: 'Your sign-in',
    email: 'Email',
    loginId: 'Login ID',
    everywhere: 'Sign out everywhere',
    everywhereMeans: 'Ends your sessions on every device, this one too.',
  },
};

const es: HomeWords = {
  hello: (firstName) => `Hola, ${firstName}`,
  welcome: 'Ya está dentro.',
  eitherWorks: (loginId) =>
    `Desde ahora puede iniciar sesión con su correo o con su ID de acceso, ${loginId}.`,
  onlyEmail:
    'De momento inicie sesión con su correo: el ID de acceso aún no se ha podido preparar. Se volverá a intentar cuando inicie sesión.',
  canDo: (accountName) => `Lo que puede hacer en ${accountName}`,
  doors: {
    addUser: { title: 'Añadir un usuario', about: 'En ocho pasos, hasta un acceso que funciona' },
    users: { about: 'Encontrarlos, verlos y cambiarlos' },
    runs: { about: 'Qué está en marcha y qué le espera' },
    licenses: { about: 'Plazas, quién las tiene y su precio' },
    statements: { about: 'Lo que ha costado cada mes' },
    roles: { about: 'Lo que puede hacer cada rol' },
    folders: { about: 'Cómo se divide la cuenta' },
    settings: { about: 'Lo que vale si no se dice otra cosa' },
    me: { about: 'Su perfil, contraseña y disponibilidad' },
  },
  accounts: 'Sus cuentas',
  noAccounts: 'No es miembro de ninguna cuenta. Pregunte al administrador que le invitó.',
  status: {
    onboarding: 'En preparación',
    active: 'Activo',
    deactivated: 'Desactivado',
    suspended: 'Suspendido',
  },
  statusMeaning: {
    onboarding: 'Esta cuenta aún se está preparando para usted. Vuelva a mirar en un minuto.',
    deactivated: 'No puede usar esta cuenta hasta que un administrador le active.',
    suspended: 'Un administrador ha suspendido su acceso a esta cuenta. Pregúntele.',
  },
  lookAgain: 'Volver a mirar',
  goThere: 'Ir allí',
  goThereOf: (accountName) => `Ir a ${accountName}`,
  here: 'Está aquí',
  role: 'Rol',
  mayDo: (count) => (count === 1 ? 'Tiene un permiso' : `Tiene ${count} permisos`),
  mayDoNothing: 'Aún sin permisos.',
  pages: (count) =>
    count === 1 ? 'Una página está abierta para usted' : `${count} páginas están abiertas para usted`,
  noPages: 'Aquí no tiene ninguna página abierta. Pregunte a un administrador de la cuenta.',
  dataView: 'Datos que ve',
  dataViewLevels: {
    own: 'los suyos',
    folder: 'los de su carpeta',
    group: 'los de sus grupos',
    account: 'los de toda la cuenta',
    agency: 'los de toda la agencia',
  },
  agency: { title: 'Su agencia', accounts: 'Sus cuentas; puede entrar en todas' },
  ask: {
    title: 'Un poco sobre usted',
    text: 'Hacemos unas preguntas a los administradores, una sola vez. No tiene que responder ninguna.',
    answer: 'Responder',
    skip: 'No volver a preguntar',
  },
  signIn: {
    title: 'Su acceso',
    email: 'Correo',
    loginId: 'ID de acceso',
    everywhere: 'Cerrar todas las sesiones',
    everywhereMeans: 'Cierra sus sesiones en todos los dispositivos, también en este.',
  },
};

export const HOME_WORDS: Words<HomeWords> = { en, es };
