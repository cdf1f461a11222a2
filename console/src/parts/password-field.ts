import { element } from '../element.ts';
import type { Words } from '../words/words.ts';
import { createField, type Field } from './field.ts';

interface PasswordFieldOptions {
  readonly words: Words;
  readonly label: string;
  readonly autocomplete: 'current-password' | 'new-password';
  readonly describedBy?: string;
}

/** A password that can be looked at: better than typing it twice. */
export const createPasswordField = ({ words, ...options }: PasswordFieldOptions): Field => {
  const toggle = element(
    'button',
    { type: 'button', class: 'plain', 'aria-controls': 'password' },
    words.showPassword,
  );
  const field = createField({ ...options, name: 'password', type: 'password', action: toggle });
  toggle.addEventListener('click', () => {
    const isHidden = field.input.type === 'password';
    field.input.type = isHidden ? 'text' : 'password';
    toggle.textContent = isHidden ? words.hidePassword : words.showPassword;
  });
  return field;
};
