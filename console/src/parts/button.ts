import { element } from '../element.ts';

interface ButtonOptions {
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'plain';
  /** What the button says while the work goes on; what it says anyway, unless told. */
  readonly busy?: string;
  readonly work: () => Promise<void>;
}

/** A button whose work may take a while. As long as it does, another click does nothing. */
export const createButton = ({ label, kind, busy = label, work }: ButtonOptions): HTMLButtonElement => {
  const button = element('button', { type: 'button', class: kind }, label);
  let isBusy = false;
  button.addEventListener('click', async () => {
    if (isBusy) return;
    isBusy = true;
    button.textContent = busy;
    button.setAttribute('aria-disabled', 'true');
    try {
      await work();
    } finally {
      isBusy = false;
      button.textContent = label;
      button.removeAttribute('aria-disabled');
    }
  });
  return button;
};
