import { meetsAll } from '../password-policy.ts';
import type { Words } from '../words/words.ts';
import { createPasswordField } from './password-field.ts';
import { createPasswordRules } from './password-rules.ts';

const RULES_ID = 'password-rules';

export interface NewPassword {
  readonly elements: readonly HTMLElement[];
  /** The password, if it meets the rules; if not, says so beside the field. */
  readonly read: () => string | undefined;
}

/** A password to be chosen, with its rules below it. */
export const createNewPassword = (words: Words): NewPassword => {
  const { choosePassword } = words;
  const rules = createPasswordRules(words, RULES_ID);
  const field = createPasswordField({
    words,
    label: choosePassword.password,
    autocomplete: 'new-password',
    describedBy: RULES_ID,
  });
  field.input.addEventListener('input', () => rules.show(field.input.value));
  return {
    elements: [field.element, rules.element],
    read: () => {
      if (meetsAll(field.input.value)) return field.input.value;
      field.refuse(choosePassword.unmet);
      return undefined;
    },
  };
};
