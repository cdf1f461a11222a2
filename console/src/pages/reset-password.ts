import { element } from '../element.ts';
import { createField } from '../parts/field.ts';
import { createForm } from '../parts/form.ts';
import { createNewPassword } from '../parts/new-password.ts';
import { createNotice } from '../parts/notice.ts';
import { showPage } from '../parts/page.ts';
import type { Reset } from '../reset-link.ts';
import type { Session } from '../session.ts';
import type { Words } from '../words/words.ts';

/** How someone came here: by the mail's link, after asking for the mail, or with a code to be typed. */
export type ResetEntry = { by: 'link'; reset: Reset } | { by: 'asking'; username: string } | { by: 'hand' };

interface ResetPasswordOptions {
  readonly words: Words;
  readonly session: () => Promise<Session>;
  readonly entry: ResetEntry;
  readonly onReset: () => void;
  readonly onAskAgain: () => void;
}

interface ResetFields {
  readonly elements: readonly HTMLElement[];
  /** Undefined while something is missing, which is then said beside its field. */
  readonly read: () => Reset | undefined;
}

/** Name and code as the mail has them; whoever has the link need not type them. */
const createResetFields = ({ signIn, resetPassword }: Words, entry: ResetEntry): ResetFields => {
  if (entry.by === 'link') return { elements: [], read: () => entry.reset };
  const name = createField({ name: 'username', label: signIn.name, type: 'text', autocomplete: 'username' });
  if (entry.by === 'asking') name.input.value = entry.username;
  const code = createField({
    name: 'code',
    label: resetPassword.code,
    type: 'text',
    autocomplete: 'one-time-code',
    inputMode: 'numeric',
  });
  return {
    elements: [name.element, code.element],
    read: () => {
      const username = name.input.value.trim();
      // Some copy it with spaces.
      const typed = code.input.value.replaceAll(/\s/g, '');
      // The first fault last, since each leads to its field.
      code.refuse(typed === '' ? resetPassword.codeMissing : undefined);
      name.refuse(username === '' ? signIn.nameMissing : undefined);
      return username === '' || typed === '' ? undefined : { username, code: typed };
    },
  };
};

/**
 * `/reset`: sets a new password with the mail's code. Nothing is sent before the person submits: a mail scanner that
 * follows the link must not use it up.
 */
export const showResetPassword = ({ words, session, entry, ...next }: ResetPasswordOptions): void => {
  const { resetPassword } = words;
  const news = createNotice('news');
  const fault = createNotice('fault');
  const fields = createResetFields(words, entry);
  const password = createNewPassword(words);

  const work = async (): Promise<void> => {
    news.clear();
    fault.clear();
    const chosen = password.read();
    const reset = fields.read();
    if (reset === undefined || chosen === undefined) return;
    const outcome = await session()
      .then((opened) => opened.resetPassword(reset, chosen))
      .catch(() => 'unreachable' as const);
    if (outcome === 'reset') return next.onReset();
    fault.tell(resetPassword.refusals[outcome]);
  };

  const askAgain = element('button', { type: 'button', class: 'secondary' }, resetPassword.askAgain);
  askAgain.addEventListener('click', next.onAskAgain);
  showPage(
    { title: resetPassword.title },
    element('p', { class: 'lead' }, entry.by === 'link' ? resetPassword.byLink : resetPassword.byHand),
    news.element,
    fault.element,
    createForm(
      { submit: resetPassword.submit, busy: resetPassword.busy, work },
      ...fields.elements,
      ...password.elements,
    ),
    askAgain,
  );
  if (entry.by === 'asking') news.tell(resetPassword.asked);
};
