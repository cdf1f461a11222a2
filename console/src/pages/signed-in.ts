import type { Me, MeAnswer } from '../api.ts';
import { element } from '../element.ts';
import { createNotice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';
import { membershipCard } from './membership-card.ts';

interface SignedInOptions {
  readonly words: Words;
  readonly session: () => Promise<Session>;
  /** Now that the person's language is known: the words in it. */
  readonly wordsFor: (language: Me['language']) => Words;
  readonly onSignedOut: () => void;
}

const signOutButton = ({ session, onSignedOut }: SignedInOptions, words: Words): HTMLElement => {
  const button = element('button', { type: 'button', class: 'secondary' }, words.signedIn.signOut);
  button.addEventListener('click', async () => {
    await session().then((opened) => opened.signOut());
    onSignedOut();
  });
  return button;
};

const showFault = (options: SignedInOptions, answer: Extract<MeAnswer, { ok: false }>): void => {
  const { signedIn } = options.words;
  const fault = createNotice('fault');
  const retry = element('button', { type: 'button', class: 'primary' }, signedIn.retry);
  retry.addEventListener('click', () => showSignedIn(options));
  const { reference } = answer;
  const note =
    reference === undefined ? [] : [element('p', { class: 'hint' }, signedIn.reference(reference))];
  showPage(
    { title: signedIn.title, action: signOutButton(options, options.words) },
    fault.element,
    ...note,
    retry,
  );
  fault.tell(signedIn[answer.reason]);
};

const fact = (name: string, value: string): HTMLElement =>
  element('div', {}, element('dt', {}, name), element('dd', {}, value));

const showMe = (options: SignedInOptions, me: Me, apiUrl: string): void => {
  const words = options.wordsFor(me.language);
  const { signedIn } = words;
  const news = createNotice('news');
  const accounts =
    me.memberships.length === 0
      ? [element('p', {}, signedIn.noAccounts)]
      : me.memberships.map((membership) => membershipCard(words, membership));
  const docs = element(
    'a',
    { href: `${apiUrl}/v1/docs`, target: '_blank', rel: 'noopener noreferrer' },
    signedIn.apiDocs,
  );
  showPage(
    { title: signedIn.title, width: 'wide', action: signOutButton(options, words) },
    element(
      'dl',
      { class: 'facts' },
      fact(signedIn.email, me.email),
      ...(me.acceptedAt === undefined ? [] : [fact(signedIn.loginId, me.loginId)]),
    ),
    news.element,
    element('h2', {}, signedIn.accounts),
    ...accounts,
    element('p', { class: 'hint' }, signedIn.stays, ' ', docs),
  );
  news.tell(me.acceptedAt === undefined ? signedIn.onlyEmail : signedIn.eitherWorks(me.loginId));
};

/** Who is signed in, and what they may do in each of their accounts. */
export const showSignedIn = async (options: SignedInOptions): Promise<void> => {
  const { signedIn } = options.words;
  const status = createNotice('news');
  showPage({ title: signedIn.title, action: signOutButton(options, options.words) }, status.element);
  status.tell(signedIn.loading);
  const session = await options.session();
  const answer = await session.me();
  if (answer.ok) showMe(options, answer.me, session.apiUrl);
  else showFault(options, answer);
};
