import type { CognitoMail } from './invitation-mail.ts';
import type { MailLanguage } from './languages.ts';
import { cognitoSubject, consoleAddress, mailHtml } from './mail-layout.ts';

interface Wording {
  subject: string;
  greeting: (firstName: string) => string;
  request: string;
  action: string;
  byHand: (address: string) => string;
  validity: string;
  unexpected: string;
}

const WORDING: Record<MailLanguage, Wording> = {
  en: {
    subject: 'Choose a new password',
    greeting: (firstName) => (firstName === '' ? 'Hello,' : `Hello ${firstName},`),
    request:
      'You, or an administrator of your account, asked for a new password for your login. Nothing changes until you choose one.',
    action: 'Choose a new password',
    byHand: (address) => `If the link does not open, go to ${address} and enter this code:`,
    validity: 'Link and code work once, for one hour. A newer mail replaces them.',
    unexpected:
      'If you did not expect this message, you can ignore it: your password stays as it is. Never tell anyone the code.',
  },
  es: {
    subject: 'Elija una contraseña nueva',
    greeting: (firstName) => (firstName === '' ? 'Hola:' : `Hola, ${firstName}:`),
    request:
      'Usted, o un administrador de su cuenta, ha pedido una contraseña nueva para su acceso. Nada cambia hasta que elija una.',
    action: 'Elegir contraseña nueva',
    byHand: (address) => `Si el enlace no se abre, vaya a ${address} y escriba este código:`,
    validity:
      'El enlace y el código funcionan una sola vez, durante una hora. Un mensaje más reciente los sustituye.',
    unexpected:
      'Si no esperaba este mensaje, puede ignorarlo: su contraseña no cambia. No diga el código a nadie.',
  },
};

/**
 * The mail that lets a user choose a new password, in their language. Cognito puts the code where `code` stands: in the
 * link, and once more to be typed by hand. Its codes are valid for one hour, which is not ours to choose.
 */
export const passwordResetMail = (mail: {
  language: MailLanguage;
  firstName: string;
  username: string;
  consoleUrl: string;
  /** Cognito's placeholder for the code. */
  code: string;
}): CognitoMail => {
  const wording = WORDING[mail.language];
  const page = consoleAddress(mail.consoleUrl, '/reset');
  return {
    subject: cognitoSubject(wording.subject),
    body: mailHtml({
      language: mail.language,
      before: [wording.greeting(mail.firstName), wording.request],
      // In the fragment, which no server logs.
      action: {
        label: wording.action,
        address: `${page}#u=${encodeURIComponent(mail.username)}&c=${mail.code}`,
      },
      after: [wording.byHand(page), { code: mail.code }, wording.validity, wording.unexpected],
    }),
  };
};
