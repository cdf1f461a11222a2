import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { EntryPage } from '../../entry/entry-page.tsx';
import { ENTRY_WORDS } from '../../entry/words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { type LinkFault, WELCOME_WORDS } from './words.ts';

/** Says what is wrong with an invitation's link, and whom to ask. */
export const BrokenLink = ({ fault }: { fault: LinkFault }) => {
  const { title, text, whomToAsk } = useWords(WELCOME_WORDS).broken[fault];
  const { toSignIn } = useWords(ENTRY_WORDS);
  return (
    <EntryPage title={title} lead={text}>
      <Text mb="lg">{whomToAsk}</Text>
      <Button component={Link} to={ADDRESSES.signIn} replace variant="default" size="md" fullWidth>
        {toSignIn}
      </Button>
    </EntryPage>
  );
};
