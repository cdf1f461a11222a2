import type { MailLanguage } from './languages.ts';
import { consoleAddress, mailHtml, shaped } from './mail-layout.ts';

interface Offer {
  accountName: string;
  /** Who offers it. */
  offeredBy: string;
  /** The role's name, as people read it. */
  roleName: string;
}

interface Wording {
  subject: (accountName: string) => string;
  greeting: (firstName: string) => string;
  offer: (offer: Offer) => string;
  choice: string;
  action: string;
  validity: (days: number) => string;
  unexpected: string;
}

const WORDING: Record<MailLanguage, Wording> = {
  en: {
    subject: (accountName) => `${accountName} offers you access`,
    greeting: (firstName) => `Hello ${firstName},`,
    offer: ({ accountName, offeredBy, roleName }) =>
      `${offeredBy} offers you access to the account ${accountName}, with the role ${roleName}.`,
    choice:
      'Accept or decline the offer: until you accept, nothing changes. You sign in as always, with the login that you have.',
    action: 'See the offer',
    validity: (days) => (days === 1 ? 'The offer stands for one day.' : `The offer stands for ${days} days.`),
    unexpected: 'If you did not expect this message, decline the offer or let it expire.',
  },
  es: {
    subject: (accountName) => `${accountName} le ofrece acceso`,
    greeting: (firstName) => `Hola, ${firstName}:`,
    offer: ({ accountName, offeredBy, roleName }) =>
      `${offeredBy} le ofrece acceso a la cuenta ${accountName}, con la función ${roleName}.`,
    choice:
      'Acepte o rechace la oferta: hasta que la acepte, nada cambia. Inicie sesión como siempre, con el acceso que ya tiene.',
    action: 'Ver la oferta',
    validity: (days) =>
      days === 1 ? 'La oferta vale durante un día.' : `La oferta vale durante ${days} días.`,
    unexpected: 'Si no esperaba este mensaje, rechace la oferta o deje que caduque.',
  },
};

/** The mail that tells a user of access to another account, to be accepted or declined, in their language. */
export const accessOfferMail = (
  mail: Offer & { language: MailLanguage; firstName: string; consoleUrl: string; validityDays: number },
): { subject: string; html: string; text: string } => {
  const wording = WORDING[mail.language];
  const address = consoleAddress(mail.consoleUrl, '/offers');
  const before = [wording.greeting(mail.firstName), wording.offer(mail), wording.choice];
  const after = [wording.validity(mail.validityDays), wording.unexpected];
  return {
    subject: shaped(wording.subject(mail.accountName)),
    html: mailHtml({ language: mail.language, before, action: { label: wording.action, address }, after }),
    text: [...before.map(shaped), `${wording.action}: ${address}`, ...after].join('\n\n'),
  };
};
