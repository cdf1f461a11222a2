import { element } from '../element.ts';
import { createField } from '../parts/field.ts';
import { createForm } from '../parts/form.ts';
import { createNotice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';

interface ForgotPasswordOptions {
  readonly words: Words;
  readonly session: () => Promise<Session>;
  /** A mail is on its way, if there is somebody to get it: which of the two is never told. */
  readonly onAsked: (username: string) => void;
  readonly onSignIn: () => void;
}

/** `/forgot`: asks for a mail with a link and a code, by email or login ID. */
export const showForgotPassword = ({ words, session, onAsked, onSignIn }: ForgotPasswordOptions): void => {
  const { forgotPassword, signIn } = words;
  const fault = createNotice('fault');
  const name = createField({ name: 'username', label: signIn.name, type: 'text', autocomplete: 'username' });

  const work = async (): Promise<void> => {
    fault.clear();
    const username = name.input.value.trim();
    if (username === '') return name.refuse(signIn.nameMissing);
    const outcome = await session()
      .then((opened) => opened.askForReset(username))
      .catch(() => 'unreachable' as const);
    if (outcome === 'asked') return onAsked(username);
    fault.tell(words.resetPassword.refusals[outcome]);
  };

  const back = element('button', { type: 'button', class: 'secondary' }, words.brokenLink.signIn);
  back.addEventListener('click', onSignIn);
  showPage(
    { title: forgotPassword.title },
    element('p', { class: 'lead' }, forgotPassword.intro),
    fault.element,
    createForm({ submit: forgotPassword.submit, busy: forgotPassword.busy, work }, name.element),
    back,
  );
};
