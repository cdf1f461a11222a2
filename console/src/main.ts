import { type Invitation, readInvitation } from './invitation-link.ts';
import { showBrokenLink } from './pages/broken-link.ts';
import { showChoosePassword } from './pages/choose-password.ts';
import { showMisconfigured } from './pages/misconfigured.ts';
import { showSignIn } from './pages/sign-in.ts';
import { showSignedIn } from './pages/signed-in.ts';
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

const toSignIn = (news?: string): void => {
  history.replaceState(null, '', '/');
  showSignIn({
    words,
    session,
    ...(news === undefined ? {} : { news }),
    onSignedIn: toSignedIn,
    onTemporaryPassword: toChoosePassword,
  });
};

const toSignedIn = (): void => {
  history.replaceState(null, '', '/');
  void showSignedIn({
    words,
    session,
    wordsFor: (tag) => {
      words = speak(tag);
      return words;
    },
    onSignedOut: () => toSignIn(words.signIn.signedOut),
  });
};

const toChoosePassword = (invitation: Invitation): void =>
  showChoosePassword({ words, session, invitation, onSignedIn: toSignedIn, onBrokenLink: toBrokenLink });

const toBrokenLink = (reason: LinkRefusal | 'incomplete'): void =>
  showBrokenLink({ words, reason, onSignIn: () => toSignIn() });

/** Where an invitation leads. The link's secret leaves the address, and so the history, at once. */
const openInvitation = (): void => {
  const invitation = readInvitation(location.hash);
  history.replaceState(null, '', '/welcome');
  if (invitation === undefined) toBrokenLink('incomplete');
  else toChoosePassword(invitation);
};

const isWelcome = (): boolean => location.pathname.replace(/\/$/, '') === '/welcome';

if (isWelcome()) openInvitation();
else toSignIn();
// Someone opens the link again in a tab where the page is there already.
addEventListener('hashchange', () => {
  if (isWelcome()) openInvitation();
});
// A fault shows once the person submits; one of the configuration shows at once.
session().catch(() => undefined);
