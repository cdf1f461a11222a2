import { element } from '../element.ts';
import type { Invitation } from '../invitation-link.ts';
import { createForm } from '../parts/form.ts';
import { createNewPassword } from '../parts/new-password.ts';
import { createNotice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import type { Session } from '../session.ts';
import type { LinkRefusal, Words } from '../words/words.ts';

interface ChoosePasswordOptions {
  readonly words: Words;
  readonly session: () => Promise<Session>;
  readonly invitation: Invitation;
  readonly onSignedIn: () => void;
  readonly onBrokenLink: (refusal: LinkRefusal) => void;
}

/**
 * Where an invitation leads. Nothing is sent before the person submits: a mail scanner that follows the link must not
 * use it up.
 */
export const showChoosePassword = (options: ChoosePasswordOptions): void => {
  const { words, session, invitation } = options;
  const { choosePassword } = words;
  const fault = createNotice('fault');
  const password = createNewPassword(words);

  const work = async (): Promise<void> => {
    fault.clear();
    const chosen = password.read();
    if (chosen === undefined) return;
    const outcome = await session()
      .then((opened) => opened.choosePassword(invitation, chosen))
      .catch(() => 'unreachable' as const);
    switch (outcome) {
      case 'signed-in':
        return options.onSignedIn();
      case 'credentials':
      case 'expired':
        return options.onBrokenLink(outcome);
      case 'new-password':
        return fault.tell(choosePassword.refusals.unexpected);
      default:
        return fault.tell(choosePassword.refusals[outcome]);
    }
  };

  showPage(
    { title: choosePassword.title },
    element('p', { class: 'lead' }, choosePassword.intro),
    fault.element,
    createForm({ submit: choosePassword.submit, busy: choosePassword.busy, work }, ...password.elements),
  );
};
