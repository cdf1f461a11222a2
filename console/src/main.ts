import { type Invitation, readInvitation } from './invitation-link.ts';
import { showBrokenLink } from './pages/broken-link.ts';
import { showChoosePassword } from './pages/choose-password.ts';
import { showForgotPassword } from './pages/forgot-password.ts';
import { showMisconfigured } from './pages/misconfigured.ts';
import { type ResetEntry, showResetPassword } from './pages/reset-password.ts';
import { showSignIn } from './pages/sign-in.ts';
import { showSignedIn } from './pages/signed-in.ts';
import { readReset } from './reset-link.ts';
import type { Session } from './session.ts';
import { languageOf, WORDS } from './words/index.ts';
import type { LinkRefusal, Words } from './words/words.ts';

const speak = (tag: string): Words => {
  const language = languageOf(tag);
  document.documentElement.lang = language;
  return WORDS[language];
};

let words = speak(navigator.language);

const openSession = async (): Promise<Session> => {
  const session = await import('./session.ts');
  const opened = await session.openSession();
  if (opened.ok) return opened.value;
  showMisconfigured(words, opened.fault);
  throw new Error(opened.fault);
};

let opening: Promise<Session> | undefined;

/** The sign-in library is big: the page stands before it has come. A failed load is tried again. */
const session = (): Promise<Session> => {
  opening ??= openSession().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
};

interface Arrival {
  /** What to tell first, such as that one is signed out now. */
  readonly news?: string;
  /** Whether the person has come to answer an offer of access. */
  readonly forOffer?: boolean;
}

const toSignIn = ({ news, forOffer = false }: Arrival = {}): void => {
  history.replaceState(null, '', forOffer ? '/offers' : '/');
  showSignIn({
    words,
    session,
    ...(news === undefined ? {} : { news }),
    onSignedIn: () => toSignedIn(forOffer),
    onTemporaryPassword: toChoosePassword,
    onForgotten: toForgotPassword,
  });
};

const toSignedIn = (forOffer = false): void => {
  history.replaceState(null, '', '/');
  void showSignedIn({
    words,
    session,
    forOffer,
    wordsFor: (tag) => {
      words = speak(tag);
      return words;
    },
    onSignedOut: (news) => toSignIn({ news }),
  });
};

const toChoosePassword = (invitation: Invitation): void =>
  showChoosePassword({
    words,
    session,
    invitation,
    onSignedIn: () => toSignedIn(),
    onBrokenLink: toBrokenLink,
  });

const toForgotPassword = (): void => {
  history.replaceState(null, '', '/forgot');
  showForgotPassword({
    words,
    session,
    onAsked: (username) => toResetPassword({ by: 'asking', username }),
    onSignIn: () => toSignIn(),
  });
};

/** The mail's code leaves the address, and so the history, at once. */
const toResetPassword = (entry: ResetEntry): void => {
  history.replaceState(null, '', '/reset');
  showResetPassword({
    words,
    session,
    entry,
    onReset: () => toSignIn({ news: words.resetPassword.done }),
    onAskAgain: toForgotPassword,
  });
};

const toBrokenLink = (reason: LinkRefusal | 'incomplete'): void =>
  showBrokenLink({ words, reason, onSignIn: () => toSignIn() });

/** Where an invitation leads. The link's secret leaves the address, and so the history, at once. */
const openInvitation = (): void => {
  const invitation = readInvitation(location.hash);
  history.replaceState(null, '', '/welcome');
  if (invitation === undefined) toBrokenLink('incomplete');
  else toChoosePassword(invitation);
};

/** Where the mail for a new password leads; without its fragment, name and code are typed. */
const openReset = (): void => {
  const reset = readReset(location.hash);
  toResetPassword(reset === undefined ? { by: 'hand' } : { by: 'link', reset });
};

/** Where the mail about access to another account leads: nothing in it signs anybody in. */
const openOffers = (): void => toSignIn({ news: words.signIn.toSeeOffer, forOffer: true });

const pathname = (): string => location.pathname.replace(/\/$/, '');

/** Where the links in mails lead. */
const LINKS: ReadonlyMap<string, () => void> = new Map([
  ['/welcome', openInvitation],
  ['/reset', openReset],
  ['/offers', openOffers],
]);

const openPage = LINKS.get(pathname()) ?? (pathname() === '/forgot' ? toForgotPassword : () => toSignIn());
openPage();
// Someone opens a mail's link again in a tab where the page is there already.
addEventListener('hashchange', () => LINKS.get(pathname())?.());
// A fault shows once the person submits; one of the configuration shows at once.
session().catch(() => undefined);
