import type { Me, Offer } from '../api.ts';
import { element } from '../element.ts';
import type { Words } from '../words/words.ts';
import { agencyCard } from './agency-card.ts';
import { membershipCard } from './membership-card.ts';
import { type OfferAnswer, offerCard } from './offer-card.ts';

const fact = (name: string, value: string): HTMLElement =>
  element('div', {}, element('dt', {}, name), element('dd', {}, value));

/** What the person signs in with. */
export const factsOf = ({ signedIn }: Words, me: Me): HTMLElement =>
  element(
    'dl',
    { class: 'facts' },
    fact(signedIn.email, me.email),
    ...(me.acceptedAt === undefined ? [] : [fact(signedIn.loginId, me.loginId)]),
  );

/** Access that waits for the person's answer; nothing where there is none. */
export const offersOf = (
  words: Words,
  { offers }: Me,
  answer: (offer: Offer, how: OfferAnswer) => Promise<void>,
): readonly HTMLElement[] => {
  if (offers.length === 0) return [];
  return [
    element('h2', {}, words.offers.title),
    ...offers.map((offer) => offerCard(words, offer, (how) => answer(offer, how))),
  ];
};

/** The person's accounts and, for whom there is one, their agency. */
export const accountsOf = (
  words: Words,
  { memberships, agency }: Me,
  apiUrl: string,
): readonly HTMLElement[] => {
  const { signedIn } = words;
  const docs = element(
    'a',
    { href: `${apiUrl}/v1/docs`, target: '_blank', rel: 'noopener noreferrer' },
    signedIn.apiDocs,
  );
  return [
    element('h2', {}, signedIn.accounts),
    ...(memberships.length === 0
      ? [element('p', {}, signedIn.noAccounts)]
      : memberships.map((membership) => membershipCard(words, membership))),
    ...(agency === undefined ? [] : [element('h2', {}, words.agency.title), agencyCard(words, agency)]),
    element('p', { class: 'hint' }, signedIn.stays, ' ', docs),
  ];
};
