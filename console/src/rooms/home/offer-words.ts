import type { Words } from '../../language/language.ts';

interface OfferWords {
  readonly title: string;
  /** What the role is called, if one is decided. */
  readonly offer: (roleName: string | undefined) => string;
  readonly expires: (date: string) => string;
  readonly accept: string;
  readonly decline: string;
  readonly accepted: (accountName: string) => string;
  readonly declined: (accountName: string) => string;
  /** Somebody withdrew it, it has expired, or it was answered elsewhere. */
  readonly over: string;
  readonly none: string;
}

const en: OfferWords = {
  title: 'Access offered to you',
  offer: (roleName) =>
    roleName === undefined
      ? 'You are offered access to this account.'
      : `You are offered access to this account, as: ${roleName}.`,
  expires: (date) => `Nothing changes until you accept. The offer stands until ${date}.`,
  accept: 'Accept',
  decline: 'Decline',
  accepted: (accountName) => `You have accepted access to ${accountName}.`,
  declined: (accountName) => `You have declined access to ${accountName}.`,
  over: 'This offer is over: it was withdrawn, has expired, or you have answered it already.',
  none: 'No offer is waiting for your answer: it was withdrawn, has expired, or you have answered it already.',
};

const es: OfferWords = {
  title: 'Acceso que le ofrecen',
  offer: (roleName) =>
    roleName === undefined
      ? 'Le ofrecen acceso a esta cuenta.'
      : `Le ofrecen acceso a esta cuenta, con el rol: ${roleName}.`,
  expires: (date) => `Nada cambia hasta que la acepte. La oferta vale hasta el ${date}.`,
  accept: 'Aceptar',
  decline: 'Rechazar',
  accepted: (accountName) => `Ha aceptado el acceso a ${accountName}.`,
  declined: (accountName) => `Ha rechazado el acceso a ${accountName}.`,
  over: 'Esta oferta ya no vale: se ha retirado, ha caducado o ya la ha respondido.',
  none: 'Ninguna oferta espera su respuesta: se ha retirado, ha caducado o ya la ha respondido.',
};

export const OFFER_WORDS: Words<OfferWords> = { en, es };
