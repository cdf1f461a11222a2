import { element } from '../element.ts';
import type { Invitation } from '../invitation-link.ts';
import { createField } from '../parts/field.ts';
import { createForm } from '../parts/form.ts';
import { createNotice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import { createPasswordField } from '../parts/password-field.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';

interface SignInOptions {
  readonly words: Words;
  readonly session: () => Promise<Session>;
  /** What to tell first, such as that one is signed out now. */
  readonly news?: string;
  readonly onSignedIn: () => void;
  /** Whoever types a temporary password chooses their own next. */
  readonly onTemporaryPassword: (invitation: Invitation) => void;
  readonly onForgotten: () => void;
}

/** `/`: signs in by email or login ID. */
export const showSignIn = ({ words, session, news, ...next }: SignInOptions): void => {
  const { signIn } = words;
  const told = createNotice('news');
  const fault = createNotice('fault');
  const name = createField({
    name: 'username',
    label: signIn.name,
    type: 'text',
    autocomplete: 'username',
  });
  const password = createPasswordField({ words, label: signIn.password, autocomplete: 'current-password' });

  const work = async (): Promise<void> => {
    told.clear();
    fault.clear();
    const username = name.input.value.trim();
    password.refuse(password.input.value === '' ? signIn.passwordMissing : undefined);
    name.refuse(username === '' ? signIn.nameMissing : undefined);
    if (username === '' || password.input.value === '') return;
    const outcome = await session()
      .then((opened) => opened.signIn(username, password.input.value))
      .catch(() => 'unreachable' as const);
    if (outcome === 'signed-in') return next.onSignedIn();
    if (outcome === 'new-password') {
      return next.onTemporaryPassword({ username, temporaryPassword: password.input.value });
    }
    fault.tell(signIn.refusals[outcome]);
    password.input.select();
  };

  const forgotten = element('button', { type: 'button', class: 'plain' }, signIn.forgotten);
  forgotten.addEventListener('click', next.onForgotten);
  showPage(
    { title: signIn.title },
    told.element,
    fault.element,
    createForm({ submit: signIn.submit, busy: signIn.busy, work }, name.element, password.element),
    element('p', {}, forgotten),
    element('p', { class: 'hint' }, signIn.help),
  );
  if (news !== undefined) told.tell(news);
};
