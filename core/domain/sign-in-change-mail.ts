import type { MailLanguage } from './languages.ts';
import { consoleAddress, mailHtml, shaped } from './mail-layout.ts';

/** By what somebody signs in. */
export interface SignInNames {
  email: string;
  loginId: string;
}

/** Who has changed it: the person themselves, somebody by name, or a program. */
export type ChangedByWhom = 'themselves' | 'a-program' | { readonly name: string };

interface Wording {
  subject: string;
  greeting: (firstName: string) => string;
  by: (who: ChangedByWhom, accountName: string) => string;
  email: (from: string, to: string) => string;
  loginId: (from: string, to: string) => string;
  consequence: string;
  action: string;
  unexpected: (accountName: string) => string;
}

const WORDING: Record<MailLanguage, Wording> = {
  en: {
    subject: 'Your sign-in was changed',
    greeting: (firstName) => (firstName === '' ? 'Hello,' : `Hello ${firstName},`),
    by: (who, accountName) => {
      if (who === 'themselves') return `You have changed how you sign in, in the account ${accountName}.`;
      const name = who === 'a-program' ? 'A program' : who.name;
      return `${name}, of the account ${accountName}, has changed how you sign in.`;
    },
    email: (from, to) => `Your email address was changed from ${from} to ${to}.`,
    loginId: (from, to) => `Your login ID was changed from ${from} to ${to}.`,
    consequence:
      'You have been signed out everywhere, and sign in with what is new. A password that you have chosen stays as it is.',
    action: 'Sign in',
    unexpected: (accountName) =>
      `If this was not you, and you do not know of it, ask an administrator of ${accountName} at once, or answer this message.`,
  },
  es: {
    subject: 'Ha cambiado su forma de iniciar sesión',
    greeting: (firstName) => (firstName === '' ? 'Hola:' : `Hola, ${firstName}:`),
    by: (who, accountName) => {
      if (who === 'themselves') return `Ha cambiado su forma de iniciar sesión, en la cuenta ${accountName}.`;
      const name = who === 'a-program' ? 'Un programa' : who.name;
      return `${name}, de la cuenta ${accountName}, ha cambiado su forma de iniciar sesión.`;
    },
    email: (from, to) => `Su correo electrónico ha cambiado de ${from} a ${to}.`,
    loginId: (from, to) => `Su identificador de acceso ha cambiado de ${from} a ${to}.`,
    consequence:
      'Se ha cerrado su sesión en todas partes: inicie sesión con los datos nuevos. La contraseña que haya elegido no cambia.',
    action: 'Iniciar sesión',
    unexpected: (accountName) =>
      `Si no ha sido usted y no sabe nada de ello, pregunte cuanto antes a un administrador de ${accountName} o responda a este mensaje.`,
  },
};

/** As much of it as tells its owner which it is, and nobody else: the first letter, and where an email is. */
const masked = (name: string): string => {
  const [first = ''] = name;
  const at = name.lastIndexOf('@');
  return `${first}…${at < 0 ? '' : name.slice(at)}`;
};

/**
 * The mail that tells somebody, at the address that was theirs until now, that they sign in by something else from now on
 * (C-49, D-35), in their language. Where the address itself has changed, the mailbox may be theirs no longer: what is new
 * is masked then.
 */
export const signInChangeMail = (mail: {
  language: MailLanguage;
  firstName: string;
  accountName: string;
  by: ChangedByWhom;
  before: SignInNames;
  after: SignInNames;
  consoleUrl: string;
}): { subject: string; html: string; text: string } => {
  const { language, accountName, before, after } = mail;
  const wording = WORDING[language];
  const hasMoved = before.email !== after.email;
  const shown = (name: string): string => (hasMoved ? masked(name) : name);
  const address = consoleAddress(mail.consoleUrl, '/');
  const said = [
    wording.greeting(mail.firstName),
    wording.by(mail.by, accountName),
    ...(hasMoved ? [wording.email(before.email, shown(after.email))] : []),
    ...(before.loginId === after.loginId ? [] : [wording.loginId(before.loginId, shown(after.loginId))]),
    wording.consequence,
  ];
  const unexpected = wording.unexpected(accountName);
  return {
    subject: wording.subject,
    html: mailHtml({
      language,
      before: said,
      action: { label: wording.action, address },
      after: [unexpected],
    }),
    text: [...said.map(shaped), `${wording.action}: ${address}`, shaped(unexpected)].join('\n\n'),
  };
};
