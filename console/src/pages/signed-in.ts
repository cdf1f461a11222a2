import type { Failure, Me, Offer } from '../api.ts';
import { createButton } from '../parts/button.ts';
import { createNotice, type Notice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';
import { accountsOf, factsOf, offersOf } from './me-parts.ts';
import type { OfferAnswer } from './offer-card.ts';
import { leave, type SignOutOptions, signOutButtons } from './sign-out.ts';

interface SignedInOptions extends SignOutOptions {
  readonly words: Words;
  /** Whether the person has come to answer an offer of access. */
  readonly forOffer: boolean;
  /** Now that the person's language is known: the words in it. */
  readonly wordsFor: (language: Me['language']) => Words;
}

/** What came of the person's last action. */
type Told = { readonly news: string } | { readonly fault: string };

/** Tells why something failed; a session that is over leads to sign-in. */
const failing =
  (options: SignedInOptions, words: Words, fault: Notice) =>
  async ({ reason, reference }: Failure): Promise<void> => {
    const { signIn, signedIn, offers } = words;
    switch (reason) {
      case 'signed-out':
        return leave(options, signIn.sessionOver);
      case 'no-offer':
        return fault.tell(offers.over);
      case 'unreachable':
        return fault.tell(signedIn.unreachable);
      case 'failed':
        return fault.tell(
          reference === undefined ? signedIn.failed : `${signedIn.failed} ${signedIn.reference(reference)}`,
        );
    }
  };

/** What the page begins with when nothing else is to be told. */
const welcome = ({ forOffer }: SignedInOptions, { offers, signedIn }: Words, me: Me): string => {
  if (forOffer && me.offers.length === 0) return offers.none;
  return me.acceptedAt === undefined ? signedIn.onlyEmail : signedIn.eitherWorks(me.loginId);
};

const showMe = (options: SignedInOptions, session: Session, me: Me, told?: Told): void => {
  const words = options.wordsFor(me.language);
  const { signedIn, offers } = words;
  const news = createNotice('news');
  const fault = createNotice('fault');
  const fail = failing(options, words, fault);

  const answerOffer = async ({ accountId, accountName }: Offer, how: OfferAnswer): Promise<void> => {
    fault.clear();
    const accepts = how === 'accept';
    const answer = await (accepts ? session.acceptOffer(accountId) : session.declineOffer(accountId));
    if (answer.ok) {
      const outcome = accepts ? offers.accepted(accountName) : offers.declined(accountName);
      return showMe(options, session, answer.me, { news: outcome });
    }
    // It is read anew, since other offers may be over as well.
    if (answer.reason === 'no-offer') return showSignedIn(options, { fault: offers.over });
    return fail(answer);
  };

  showPage(
    { title: signedIn.title, width: 'wide', action: signOutButtons(options, words, fail) },
    factsOf(words, me),
    news.element,
    fault.element,
    ...offersOf(words, me, answerOffer),
    ...accountsOf(words, me, session.apiUrl),
    createButton({ label: signedIn.lookAgain, kind: 'secondary', work: () => showSignedIn(options) }),
  );
  if (told !== undefined && 'fault' in told) fault.tell(told.fault);
  else news.tell(told?.news ?? welcome(options, words, me));
};

/** Who is signed in, what they may do in each of their accounts, and which others offer them access. */
export const showSignedIn = async (options: SignedInOptions, told?: Told): Promise<void> => {
  const { words } = options;
  const { signedIn } = words;
  const news = createNotice('news');
  const fault = createNotice('fault');
  const fail = failing(options, words, fault);
  const action = signOutButtons(options, words, fail);
  showPage({ title: signedIn.title, action }, news.element);
  news.tell(signedIn.loading);
  const session = await options.session();
  const answer = await session.me();
  if (answer.ok) return showMe(options, session, answer.me, told);
  const retry = createButton({ label: signedIn.retry, kind: 'primary', work: () => showSignedIn(options) });
  showPage({ title: signedIn.title, action }, fault.element, retry);
  await fail(answer);
};
