import type { MailLanguage } from './languages.ts';
import { cognitoSubject, consoleAddress, mailHtml } from './mail-layout.ts';

/** Where Cognito puts the user name and the temporary password into an invitation; a message must hold both. */
export interface Placeholders {
  username: string;
  code: string;
}

/** A message as Cognito takes it. */
export interface CognitoMail {
  subject: string;
  /** HTML */
  body: string;
}

interface Wording {
  subject: (accountName: string) => string;
  greeting: (firstName: string) => string;
  invitation: (accountName: string) => string;
  action: string;
  validity: (days: number) => string;
  unexpected: string;
}

const WORDING: Record<MailLanguage, Wording> = {
  en: {
    subject: (accountName) => `Your login at ${accountName}`,
    greeting: (firstName) => `Hello ${firstName},`,
    invitation: (accountName) => `${accountName} has set up a login for you. Choose a password to start.`,
    action: 'Choose your password',
    validity: (days) =>
      `This link works for ${days} days. If it has expired, ask your administrator for a new one.`,
    unexpected: 'If you did not expect this message, you can ignore it.',
  },
  es: {
    subject: (accountName) => `Su acceso a ${accountName}`,
    greeting: (firstName) => `Hola, ${firstName}:`,
    invitation: (accountName) =>
      `${accountName} ha preparado un acceso para usted. Elija una contraseña para empezar.`,
    action: 'Elegir contraseña',
    validity: (days) =>
      `Este enlace funciona durante ${days} días. Si ha caducado, pida uno nuevo a su administrador.`,
    unexpected: 'Si no esperaba este mensaje, puede ignorarlo.',
  },
};

/** The mail that lets a new user set a password, in their language. */
export const invitationMail = (mail: {
  language: MailLanguage;
  accountName: string;
  firstName: string;
  consoleUrl: string;
  validityDays: number;
  placeholders: Placeholders;
}): CognitoMail => {
  const wording = WORDING[mail.language];
  const { username, code } = mail.placeholders;
  return {
    subject: cognitoSubject(wording.subject(mail.accountName)),
    body: mailHtml({
      language: mail.language,
      before: [wording.greeting(mail.firstName), wording.invitation(mail.accountName)],
      // User name and password stand in the fragment, which no server logs.
      action: {
        label: wording.action,
        address: consoleAddress(mail.consoleUrl, `/welcome#u=${username}&p=${code}`),
      },
      after: [wording.validity(mail.validityDays), wording.unexpected],
    }),
  };
};
