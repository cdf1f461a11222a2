import type { Words } from '../../language/language.ts';
import type { News } from '../../session/session-provider.tsx';

interface SignInWords {
  readonly title: string;
  readonly password: string;
  readonly show: string;
  readonly submit: string;
  readonly passwordMissing: string;
  readonly forgotten: string;
  readonly news: Readonly<Record<News, string>>;
  readonly code: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly missing: string;
    readonly submit: string;
    readonly tooLate: string;
    readonly back: string;
    readonly help: string;
  };
}

const en: SignInWords = {
  title: 'Sign in',
  password: 'Password',
  show: 'Show password',
  submit: 'Sign in',
  passwordMissing: 'Enter your password.',
  forgotten: 'Forgot your password?',
  news: {
    'signed-out': 'You are signed out.',
    'signed-out-everywhere': 'You are signed out, here and on every other device.',
    'session-over': 'Your session has ended: you were signed out. Sign in again to go on.',
    'password-reset': 'Your new password is set. Sign in with it.',
    'to-see-offer': 'Sign in as always to see the offer.',
  },
  code: {
    title: 'Enter your code',
    lead: 'Open your authenticator app. It shows a code of six digits for Rollcall.',
    label: 'Code from the app',
    missing: 'Enter the code from the app.',
    submit: 'Go on',
    tooLate: 'That took too long, or too many codes were wrong. Begin again.',
    back: 'Begin again',
    help: 'Lost your phone? Ask an administrator of your account.',
  },
};

const es: SignInWords = {
  title: 'Iniciar sesión',
  password: 'Contraseña',
  show: 'Mostrar contraseña',
  submit: 'Iniciar sesión',
  passwordMissing: 'Escriba su contraseña.',
  forgotten: '¿Ha olvidado su contraseña?',
  news: {
    'signed-out': 'Ha cerrado la sesión.',
    'signed-out-everywhere': 'Ha cerrado la sesión, aquí y en todos los demás dispositivos.',
    'session-over': 'Su sesión se ha cerrado. Inicie sesión otra vez para continuar.',
    'password-reset': 'Su contraseña nueva está guardada. Inicie sesión con ella.',
    'to-see-offer': 'Inicie sesión como siempre para ver la oferta.',
  },
  code: {
    title: 'Escriba su código',
    lead: 'Abra su aplicación de autenticación. Muestra un código de seis cifras para Rollcall.',
    label: 'Código de la aplicación',
    missing: 'Escriba el código de la aplicación.',
    submit: 'Continuar',
    tooLate: 'Ha pasado demasiado tiempo, o demasiados códigos no valían. Empiece de nuevo.',
    back: 'Empezar de nuevo',
    help: '¿Ha perdido su teléfono? Pregunte a un administrador de su cuenta.',
  },
};

export const SIGN_IN_WORDS: Words<SignInWords> = { en, es };
