import { element } from '../element.ts';

export interface Field {
  readonly element: HTMLElement;
  readonly input: HTMLInputElement;
  /** Says what is wrong beside the field, and leads there; `undefined` takes it back. */
  readonly refuse: (fault: string | undefined) => void;
}

interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'password';
  readonly autocomplete: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  /** Which keyboard a phone shows; the usual one unless told. */
  readonly inputMode?: 'numeric';
  /** Ids of what else describes the field. */
  readonly describedBy?: string;
  /** Stands at the end of the label's line. */
  readonly action?: HTMLElement;
}

/** A labelled input with its fault once there is one. */
export const createField = (options: FieldOptions): Field => {
  const { name, label, type, autocomplete, inputMode, describedBy, action } = options;
  const faultId = `${name}-fault`;
  const input = element('input', {
    id: name,
    name,
    type,
    autocomplete,
    inputmode: inputMode,
    required: true,
    autocapitalize: 'none',
    autocorrect: 'off',
    spellcheck: 'false',
    'aria-describedby': describedBy === undefined ? faultId : `${describedBy} ${faultId}`,
  });
  const fault = element('p', { id: faultId, class: 'fault-text' });
  const refuse = (text: string | undefined): void => {
    fault.replaceChildren(text ?? '');
    if (text === undefined) {
      input.removeAttribute('aria-invalid');
    } else {
      input.setAttribute('aria-invalid', 'true');
      input.focus();
    }
  };
  input.addEventListener('input', () => refuse(undefined));
  const line = element('div', { class: 'label-line' }, element('label', { for: name }, label));
  if (action !== undefined) line.append(action);
  const made = element('div', { class: 'field' }, line, input, fault);
  return { element: made, input, refuse };
};
