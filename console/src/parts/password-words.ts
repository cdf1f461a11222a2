import type { Words } from '../language/language.ts';
import type { PasswordRule } from '../session/password-policy.ts';

interface PasswordWords {
  readonly newPassword: string;
  /** Of the button in the field: pressed, the password can be read. */
  readonly show: string;
  readonly rules: string;
  readonly rule: Readonly<Record<PasswordRule, string>>;
  readonly met: string;
  readonly notMet: string;
  /** Told whoever submits too early. */
  readonly unmet: string;
}

const en: PasswordWords = {
  newPassword: 'New password',
  show: 'Show password',
  rules: 'Your password needs',
  rule: {
    length: '12 characters or more',
    upperCase: 'a capital letter',
    lowerCase: 'a small letter',
    digit: 'a digit',
    symbol: 'a symbol, such as - ! or .',
  },
  met: 'done',
  notMet: 'still needed',
  unmet: 'The password still needs what is not ticked below.',
};

const es: PasswordWords = {
  newPassword: 'Contraseña nueva',
  show: 'Mostrar contraseña',
  rules: 'Su contraseña necesita',
  rule: {
    length: '12 caracteres o más',
    upperCase: 'una letra mayúscula',
    lowerCase: 'una letra minúscula',
    digit: 'un número',
    symbol: 'un símbolo, como - ! o .',
  },
  met: 'listo',
  notMet: 'falta',
  unmet: 'A la contraseña aún le falta lo que no está marcado abajo.',
};

export const PASSWORD_WORDS: Words<PasswordWords> = { en, es };
