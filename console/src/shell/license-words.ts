import type { Words } from '../language/language.ts';

interface LicenseWords {
  readonly title: string;
  readonly about: string;
  readonly inUse: (inUse: string, purchased: string) => string;
  readonly none: string;
  readonly forApp: string;
  readonly since: (time: string) => string;
  readonly signOutOf: (name: string) => string;
  /** The second click does it. */
  readonly signOutNow: (name: string) => string;
  readonly signOutMeans: string;
  readonly ask: string;
  readonly buy: string;
  readonly status: string;
  readonly tryAgain: string;
  readonly goOn: string;
  readonly goOnMeans: string;
}

const en: LicenseWords = {
  title: 'License acquisition error',
  about: 'Your work in this account needs a license of which no seat is free right now.',
  inUse: (inUse, purchased) => `${inUse} of ${purchased} seats are in use.`,
  none: 'The account has no seat of it.',
  forApp: 'An app that is installed in this account needs it.',
  since: (time) => `since ${time}`,
  signOutOf: (name) => `Sign ${name} out`,
  signOutNow: (name) => `Yes, sign ${name} out now`,
  signOutMeans:
    'Whoever is signed out loses what they have not saved, and can sign in again once a seat is free.',
  ask: 'Ask an administrator of the account to buy a seat, or to sign somebody out.',
  buy: 'Buy licenses',
  status: 'Check license status',
  tryAgain: 'Try again',
  goOn: 'Go on without',
  goOnMeans:
    'This console works without it. What needs the license, such as your desktop for calls, does not.',
};

const es: LicenseWords = {
  title: 'Error al obtener la licencia',
  about: 'Su trabajo en esta cuenta necesita una licencia de la que ahora no queda ninguna plaza libre.',
  inUse: (inUse, purchased) => `${inUse} de ${purchased} plazas están en uso.`,
  none: 'La cuenta no tiene ninguna plaza.',
  forApp: 'La necesita una aplicación instalada en esta cuenta.',
  since: (time) => `desde el ${time}`,
  signOutOf: (name) => `Cerrar la sesión de ${name}`,
  signOutNow: (name) => `Sí, cerrar ahora la sesión de ${name}`,
  signOutMeans:
    'Quien vea cerrada su sesión pierde lo que no haya guardado, y puede volver a entrar cuando haya una plaza libre.',
  ask: 'Pida a un administrador de la cuenta que compre una plaza o que cierre la sesión de alguien.',
  buy: 'Comprar licencias',
  status: 'Ver el estado de las licencias',
  tryAgain: 'Volver a intentarlo',
  goOn: 'Seguir sin ella',
  goOnMeans:
    'Esta consola funciona sin ella. Lo que necesita la licencia, como su escritorio de llamadas, no.',
};

export const LICENSE_WORDS: Words<LicenseWords> = { en, es };
