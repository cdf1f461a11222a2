import { element } from '../element.ts';
import { meets, PASSWORD_RULES } from '../password-policy.ts';
import type { Words } from '../words/words.ts';

/** The password's rules, each ticked as soon as it is met. */
export const createPasswordRules = (
  words: Words,
  id: string,
): { element: HTMLElement; show: (password: string) => void } => {
  const { rules, rule, met, notMet } = words.choosePassword;
  const lines = PASSWORD_RULES.map((name) => {
    const state = element('span', { class: 'unseen' });
    return { name, state, line: element('li', {}, rule[name], ' ', state) };
  });
  const show = (password: string): void => {
    for (const { name, state, line } of lines) {
      const isMet = meets(name, password);
      line.toggleAttribute('data-met', isMet);
      state.textContent = `(${isMet ? met : notMet})`;
    }
  };
  show('');
  const list = element('ul', {}, ...lines.map(({ line }) => line));
  return { element: element('div', { id, class: 'rules' }, element('p', {}, rules), list), show };
};
