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
    unreachable: 'El servidor no responde. Comprueba tu conexión.',
    unknown: 'Algo ha ido mal.',
    'session-over': 'Tu sesión ha terminado.',
  },
  retry: 'Reintentar',
  reference: (reference) => `Si continúa, dale a tu operador esta referencia: ${reference}`,
};

export const PROBLEM_WORDS = { en, es };
