import { escapeHtml } from './html.ts';
import type { MailLanguage } from './languages.ts';

/** Where Cognito puts the user name and the temporary password into an invitation; a message must hold both. */
export interface Placeholders {
  username: string;
  code: string;
}

export interface InvitationMail {
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

/**
 * What Cognito takes in a message: no character without a shape, be it a control that could start another header or
 * the joiner of a compound emoji.
 */
const shaped = (text: string): string => text.replaceAll(/[\p{Cc}\p{Z}]+/gu, ' ').replaceAll(/\p{C}+/gu, '');

/** Braces could be a placeholder, which nothing can escape in a subject. */
const subjectLine = (text: string): string => shaped(text).replaceAll(/[{}]+/g, ' ');

/** A name that holds what looks like a placeholder must not be filled in with the password. */
const bodyText = (text: string): string => escapeHtml(shaped(text)).replaceAll('{', '&#123;');

/** The link to the console's welcome page. User name and password stand in the fragment, which no server logs. */
const welcomeLink = (consoleUrl: string, { username, code }: Placeholders): string =>
  `${consoleUrl.replace(/\/$/, '')}/welcome#u=${username}&amp;p=${code}`;

/** The mail that lets a new user set a password, in their language. */
export const invitationMail = (mail: {
  language: MailLanguage;
  accountName: string;
  firstName: string;
  consoleUrl: string;
  validityDays: number;
  placeholders: Placeholders;
}): InvitationMail => {
  const wording = WORDING[mail.language];
  const link = welcomeLink(mail.consoleUrl, mail.placeholders);
  return {
    subject: subjectLine(wording.subject(mail.accountName)),
    body: [
      `<!doctype html><html lang="${mail.language}"><body style="font:16px/1.5 sans-serif;color:#1d2733">`,
      `<p>${bodyText(wording.greeting(mail.firstName))}</p>`,
      `<p>${bodyText(wording.invitation(mail.accountName))}</p>`,
      `<p><a href="${link}" style="display:inline-block;padding:12px 20px;border-radius:6px;`,
      `background:#0b6b57;color:#fff;text-decoration:none">${wording.action}</a></p>`,
      `<p>${wording.validity(mail.validityDays)}</p><p>${wording.unexpected}</p></body></html>`,
    ].join(''),
  };
};
