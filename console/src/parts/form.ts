import { element } from '../element.ts';

interface FormOptions {
  readonly submit: string;
  /** What the button says while the work goes on. */
  readonly busy: string;
  readonly work: () => Promise<void>;
}

/** A form that goes nowhere by itself. While its work goes on, a second submit does nothing. */
export const createForm = (
  { submit, busy, work }: FormOptions,
  ...content: readonly Node[]
): HTMLFormElement => {
  const button = element('button', { type: 'submit', class: 'primary' }, submit);
  // If ever a browser did send it, a password would not stand in an address.
  const form = element('form', { method: 'post', novalidate: true }, ...content, button);
  let isBusy = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (isBusy) return;
    isBusy = true;
    button.textContent = busy;
    button.setAttribute('aria-disabled', 'true');
    try {
      await work();
    } finally {
      isBusy = false;
      button.textContent = submit;
      button.removeAttribute('aria-disabled');
    }
  });
  return form;
};
