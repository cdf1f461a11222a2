import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { useWords } from '../language/language-provider.tsx';
import { Page } from './page.tsx';

const WORDS = {
  en: {
    title: 'There is nothing here',
    text: 'The address may be wrong, or it is not for you to see.',
    home: 'Go to the start',
  },
  es: {
    title: 'Aquí no hay nada',
    text: 'La dirección puede estar mal, o no le corresponde verla.',
    home: 'Ir al inicio',
  },
};

/** Nothing is at this address, or nothing that one may see: which, is not told. */
export const NotHere = () => {
  const words = useWords(WORDS);
  return (
    <Page title={words.title}>
      <Text>{words.text}</Text>
      <Anchor component={Link} to={ADDRESSES.home}>
        {words.home}
      </Anchor>
    </Page>
  );
};
