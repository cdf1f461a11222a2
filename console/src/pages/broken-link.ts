import { element } from '../element.ts';
import { showPage } from '../parts/page.ts';
import type { LinkRefusal, Words } from '../words/words.ts';

interface BrokenLinkOptions {
  readonly words: Words;
  readonly reason: LinkRefusal | 'incomplete';
  readonly onSignIn: () => void;
}

/** Says what is wrong with an invitation's link, and whom to ask. */
export const showBrokenLink = ({ words, reason, onSignIn }: BrokenLinkOptions): void => {
  const { title, text, whomToAsk } = words.brokenLink[reason];
  const signIn = element('button', { type: 'button', class: 'secondary' }, words.brokenLink.signIn);
  signIn.addEventListener('click', onSignIn);
  showPage(
    { title },
    element('p', { class: 'lead' }, text),
    element('p', { class: 'lead' }, whomToAsk),
    signIn,
  );
};
