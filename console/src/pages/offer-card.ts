import type { Offer } from '../api.ts';
import { element } from '../element.ts';
import { createButton } from '../parts/button.ts';
import type { Words } from '../words/words.ts';
import { roleName } from './role-name.ts';

export type OfferAnswer = 'accept' | 'decline';

/** Access that an account offers, to be accepted or declined. */
export const offerCard = (
  words: Words,
  offer: Offer,
  answer: (how: OfferAnswer) => Promise<void>,
): HTMLElement => {
  const { offers, language } = words;
  const { accountName, expiresAt } = offer;
  let isAnswered = false;
  // Whoever has accepted cannot decline while that is under way.
  const once = (how: OfferAnswer) => async (): Promise<void> => {
    if (isAnswered) return;
    isAnswered = true;
    await answer(how).finally(() => {
      isAnswered = false;
    });
  };
  const button = (how: OfferAnswer, kind: 'primary' | 'secondary') =>
    createButton({ label: offers[how], kind, busy: offers.busy, work: once(how) });
  const card = element(
    'section',
    { class: 'card offer' },
    element('h3', {}, accountName),
    element('p', {}, offers.offer(roleName(words, offer))),
  );
  if (expiresAt !== undefined) {
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(expiresAt));
    card.append(element('p', { class: 'hint' }, offers.expires(date)));
  }
  card.append(
    element('div', { class: 'buttons' }, button('accept', 'primary'), button('decline', 'secondary')),
  );
  return card;
};
