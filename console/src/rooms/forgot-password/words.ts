import type { Words } from '../../language/language.ts';
import type { AskRefusal } from '../../session/reset-refusal.ts';

interface ForgotWords {
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  readonly refusals: Readonly<Record<AskRefusal, string>>;
}

const en: ForgotWords = {
  title: 'Forgot your password?',
  intro: 'Enter your email or login ID. You get a mail with a link to choose a new password.',
  submit: 'Send the mail',
  refusals: {
    'too-many-attempts': 'Too many attempts. Wait an hour, then try again.',
    unreachable: 'The sign-in service cannot be reached. Check your connection, then try again.',
    unexpected: 'Something went wrong on our side. Try again in a moment.',
  },
};

const es: ForgotWords = {
  title: '¿Ha olvidado su contraseña?',
  intro:
    'Escriba su correo o su ID de acceso. Recibirá un mensaje con un enlace para elegir una contraseña nueva.',
  submit: 'Enviar el mensaje',
  refusals: {
    'too-many-attempts': 'Demasiados intentos. Espere una hora y vuelva a intentarlo.',
    unreachable: 'No se puede llegar al servicio de acceso. Revise su conexión y vuelva a intentarlo.',
    unexpected: 'Algo ha fallado por nuestra parte. Vuelva a intentarlo en un momento.',
  },
};

export const FORGOT_WORDS: Words<ForgotWords> = { en, es };
