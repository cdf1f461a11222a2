import { Loader, VisuallyHidden } from '@mantine/core';
import { useWords } from '../language/language-provider.tsx';
import classes from './loading.module.css';

const WORDS = { en: { loading: 'Loading' }, es: { loading: 'Cargando' } };

/** Something is on its way. */
export const Loading = () => {
  const { loading } = useWords(WORDS);
  return (
    <div className={classes.loading} role="status">
      <Loader size="sm" />
      <VisuallyHidden>{loading}</VisuallyHidden>
    </div>
  );
};
