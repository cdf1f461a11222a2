import type { Words } from '../../language/language.ts';
import type { ResetRefusal } from '../../session/reset-refusal.ts';

interface ResetWords {
  readonly title: string;
  /** For whoever came by the mail's link. */
  readonly byLink: string;
  /** For whoever types the code. */
  readonly byHand: string;
  /** Told whether or not a mail has gone: it must not tell who has a login here. */
  readonly asked: string;
  readonly code: string;
  readonly codeMissing: string;
  readonly submit: string;
  readonly askAgain: string;
  readonly refusals: Readonly<Record<ResetRefusal, string>>;
}

const en: ResetWords = {
  title: 'Choose a new password',
  byLink: 'Your old password works until you have chosen a new one.',
  byHand: 'Enter the code from the mail, and choose a new password.',
  asked:
    'If this login exists, a mail is on its way. Open its link, or enter its code here within the hour. No mail after a few minutes? Look among unwanted mail. If you have never chosen a password, use the link in your invitation instead.',
  code: 'Code from the mail',
  codeMissing: 'Enter the code from the mail.',
  submit: 'Set new password',
  askAgain: 'Get a new mail',
  refusals: {
    code: 'This code does not work: it may be mistyped, used already, older than an hour, or replaced by that of a newer mail. Get a new mail to try again.',
    'too-many-attempts': 'Too many attempts. Wait an hour, then try again.',
    'password-refused': 'This password cannot be used. Choose another one.',
    unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
    unexpected: 'Something went wrong on our side. Try again in a moment.',
  },
};

const es: ResetWords = {
  title: 'Elija una contraseña nueva',
  byLink: 'Su contraseña anterior funciona hasta que elija una nueva.',
  byHand: 'Escriba el código del mensaje y elija una contraseña nueva.',
  asked:
    'Si este acceso existe, el mensaje está en camino. Abra su enlace o escriba aquí su código antes de una hora. ¿No llega en unos minutos? Mire en el correo no deseado. Si nunca ha elegido una contraseña, use el enlace de su invitación.',
  code: 'Código del mensaje',
  codeMissing: 'Escriba el código del mensaje.',
  submit: 'Guardar contraseña nueva',
  askAgain: 'Pedir otro mensaje',
  refusals: {
    code: 'Este código no funciona: quizá está mal escrito, ya se ha usado, tiene más de una hora o lo ha sustituido el de un mensaje más reciente. Pida otro mensaje para volver a intentarlo.',
    'too-many-attempts': 'Demasiados intentos. Espere una hora y vuelva a intentarlo.',
    'password-refused': 'Esta contraseña no se puede usar. Elija otra.',
    unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
    unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
  },
};

export const RESET_WORDS: Words<ResetWords> = { en, es };
