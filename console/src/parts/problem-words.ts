import type { ProblemKind } from '../api/problem.ts';

interface ProblemWords {
  /** Of the rest, the API's own title is shown. */
  readonly titles: Partial<Record<ProblemKind, string>>;
  readonly retry: string;
  readonly reference: (reference: string) => string;
}

const en: ProblemWords = {
  titles: {
    unreachable: 'The server does not answer. Check your connection.',
    unknown: 'Something went wrong.',
    'session-over': 'Your session is over.',
  },
  retry: 'Try again',
  reference: (reference) => `If it goes on, give your operator this reference: ${reference}`,
};

const es: ProblemWords = {
  titles: {
    unreachable: 'El servidor no responde. Compruebe su conexión.',
    unknown: 'Algo ha ido mal.',
    'session-over': 'Su sesión ha terminado.',
  },
  retry: 'Volver a intentarlo',
  reference: (reference) => `Si continúa, dé a su operador esta referencia: ${reference}`,
};

export const PROBLEM_WORDS = { en, es };
