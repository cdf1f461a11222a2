import type { Words } from '../../language/language.ts';
import type { Refusal } from '../../session/refusal.ts';

/** What an invitation's link cannot be used for: the first two are the user pool's refusals. */
export type LinkFault = Extract<Refusal, 'credentials' | 'expired'> | 'incomplete';

interface WelcomeWords {
  readonly choose: { readonly title: string; readonly intro: string; readonly submit: string };
  readonly broken: Readonly<
    Record<LinkFault, { readonly title: string; readonly text: string; readonly whomToAsk: string }>
  >;
  readonly progress: string;
  readonly steps: Readonly<Record<'password' | 'profile' | 'aboutYou', string>>;
  readonly profile: {
    readonly title: string;
    readonly intro: string;
    readonly submit: string;
    readonly later: string;
  };
  readonly aboutYou: {
    readonly title: string;
    readonly intro: string;
    readonly submit: string;
    readonly skip: string;
  };
}

const en: WelcomeWords = {
  choose: {
    title: 'Choose your password',
    intro: 'You have been invited to Rollcall. Choose a password, and your login is ready.',
    submit: 'Set password and sign in',
  },
  broken: {
    expired: {
      title: 'This link has expired',
      text: 'Invitations work for a few days only.',
      whomToAsk: 'Ask the administrator who invited you for a new invitation.',
    },
    credentials: {
      title: 'This link no longer works',
      text: 'It may have been used already, or a newer invitation has replaced it. If you have chosen a password, sign in with it. Otherwise open the link in your newest invitation.',
      whomToAsk: 'If that does not help, ask the administrator who invited you for a new invitation.',
    },
    incomplete: {
      title: 'This link is incomplete',
      text: 'Open the link in your invitation once more: after a reload, or when it is copied in part, it lacks what signs you in.',
      whomToAsk: 'If that does not help, ask the administrator who invited you for a new invitation.',
    },
  },
  progress: 'Getting started',
  steps: { password: 'Password', profile: 'Your profile', aboutYou: 'About you' },
  profile: {
    title: 'Complete your profile',
    intro:
      'Mail that you send is signed with this. Fill in what you know now; the rest stays open in your settings.',
    submit: 'Save and go on',
    later: 'Later',
  },
  aboutYou: {
    title: 'A little about you',
    intro:
      'We ask administrators this once. You need not answer any of it, and nobody but you will see what you answer.',
    submit: 'Save',
    skip: 'Skip',
  },
};

const es: WelcomeWords = {
  choose: {
    title: 'Elija su contraseña',
    intro: 'Le han invitado a Rollcall. Elija una contraseña y su acceso estará listo.',
    submit: 'Guardar y entrar',
  },
  broken: {
    expired: {
      title: 'Este enlace ha caducado',
      text: 'Las invitaciones solo funcionan durante unos días.',
      whomToAsk: 'Pida una nueva invitación al administrador que le invitó.',
    },
    credentials: {
      title: 'Este enlace ya no funciona',
      text: 'Quizá ya se ha usado, o una invitación más reciente lo ha sustituido. Si ya eligió una contraseña, inicie sesión con ella. Si no, abra el enlace de su invitación más reciente.',
      whomToAsk: 'Si no le sirve, pida una nueva invitación al administrador que le invitó.',
    },
    incomplete: {
      title: 'Este enlace está incompleto',
      text: 'Abra otra vez el enlace de su invitación: tras recargar la página, o copiado a medias, le falta lo que le da acceso.',
      whomToAsk: 'Si no le sirve, pida una nueva invitación al administrador que le invitó.',
    },
  },
  progress: 'Primeros pasos',
  steps: { password: 'Contraseña', profile: 'Su perfil', aboutYou: 'Sobre usted' },
  profile: {
    title: 'Complete su perfil',
    intro:
      'Con esto se firman los mensajes que envía. Rellene lo que sepa ahora; el resto queda abierto en sus ajustes.',
    submit: 'Guardar y continuar',
    later: 'Más tarde',
  },
  aboutYou: {
    title: 'Un poco sobre usted',
    intro:
      'Se lo preguntamos una vez a los administradores. No tiene que responder, y nadie más verá lo que responda.',
    submit: 'Guardar',
    skip: 'Omitir',
  },
};

export const WELCOME_WORDS: Words<WelcomeWords> = { en, es };
