import type { Words } from '../language/language.ts';

interface EntryWords {
  readonly name: string;
  readonly nameMissing: string;
  readonly toSignIn: string;
  readonly help: string;
  readonly misconfigured: { readonly title: string; readonly text: string };
}

const en: EntryWords = {
  name: 'Email or login ID, not your name',
  nameMissing: 'Enter your email or login ID.',
  toSignIn: 'Go to sign in',
  help: 'Cannot get in? Ask an administrator of your account.',
  misconfigured: {
    title: 'This console is not set up',
    text: 'Its configuration is missing or wrong. Whoever runs it will want to know:',
  },
};

const es: EntryWords = {
  name: 'Correo o ID de acceso, no su nombre',
  nameMissing: 'Escriba su correo o su ID de acceso.',
  toSignIn: 'Ir a iniciar sesión',
  help: '¿No puede entrar? Pregunte a un administrador de su cuenta.',
  misconfigured: {
    title: 'Esta consola no está configurada',
    text: 'Falta su configuración o es incorrecta. A quien la gestiona le servirá saber:',
  },
};

export const ENTRY_WORDS: Words<EntryWords> = { en, es };
