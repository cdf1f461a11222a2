import { element } from '../element.ts';

export interface Notice {
  readonly element: HTMLElement;
  readonly tell: (text: string) => void;
  readonly clear: () => void;
}

/** A message that screen readers speak when it comes: faults at once, news when there is a pause. */
export const createNotice = (kind: 'fault' | 'news'): Notice => {
  const made = element('div', { class: `notice ${kind}`, role: kind === 'fault' ? 'alert' : 'status' });
  return {
    element: made,
    tell: (text) => made.replaceChildren(element('p', {}, text)),
    clear: () => made.replaceChildren(),
  };
};
