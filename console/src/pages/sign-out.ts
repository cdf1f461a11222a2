import type { Failure } from '../api.ts';
import { element } from '../element.ts';
import { createButton } from '../parts/button.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';

export interface SignOutOptions {
  readonly session: () => Promise<Session>;
  /** Nobody is signed in any more; the news says why. */
  readonly onSignedOut: (news: string) => void;
}

/** Ends the session on this page alone. */
export const leave = async ({ session, onSignedOut }: SignOutOptions, news: string): Promise<void> => {
  await session().then((opened) => opened.signOut());
  onSignedOut(news);
};

/** Signing out here, and everywhere. */
export const signOutButtons = (
  options: SignOutOptions,
  words: Words,
  onFailure: (failure: Failure) => Promise<void>,
): HTMLElement => {
  const everywhere = async (): Promise<void> => {
    const answer = await options.session().then((opened) => opened.signOutEverywhere());
    if (answer.ok) options.onSignedOut(words.signIn.signedOutEverywhere);
    else await onFailure(answer);
  };
  return element(
    'div',
    { class: 'buttons' },
    createButton({ label: words.signedIn.signOutEverywhere, kind: 'plain', work: everywhere }),
    createButton({
      label: words.signedIn.signOut,
      kind: 'secondary',
      work: () => leave(options, words.signIn.signedOut),
    }),
  );
};
