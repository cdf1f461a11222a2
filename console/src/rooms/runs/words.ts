import type { Words } from '../../language/language.ts';

interface RunsWords {
  readonly title: string;
  readonly about: string;
  readonly filter: string;
  readonly all: string;
  readonly user: string;
  readonly status: string;
  readonly result: string;
  readonly begun: string;
  readonly none: string;
  readonly noneSuch: string;
  readonly loading: string;
  readonly more: string;
  readonly addUser: string;
}

const en: RunsWords = {
  title: 'Onboardings',
  about: 'Every user who is being added, or has been: newest first.',
  filter: 'Which',
  all: 'All',
  user: 'User',
  status: 'Status',
  result: 'What came of it',
  begun: 'Begun',
  none: 'Nobody has been added yet.',
  noneSuch: 'There are none of these.',
  loading: 'Loading',
  more: 'Show more',
  addUser: 'Add a user',
};

const es: RunsWords = {
  title: 'Altas',
  about: 'Todos los usuarios que se están añadiendo o se han añadido, los últimos primero.',
  filter: 'Cuáles',
  all: 'Todas',
  user: 'Usuario',
  status: 'Estado',
  result: 'Qué ha pasado',
  begun: 'Empezada',
  none: 'Aún no se ha añadido a nadie.',
  noneSuch: 'No hay ninguna así.',
  loading: 'Cargando',
  more: 'Mostrar más',
  addUser: 'Añadir un usuario',
};

export const RUNS_WORDS: Words<RunsWords> = { en, es };
