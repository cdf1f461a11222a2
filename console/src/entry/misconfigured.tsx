import { useWords } from '../language/language-provider.tsx';
import { EntryPage } from './entry-page.tsx';
import { ENTRY_WORDS } from './words.ts';

/** For whoever deployed the console: what is wrong with its configuration. */
export const Misconfigured = ({ fault }: { fault: string }) => {
  const words = useWords(ENTRY_WORDS).misconfigured;
  return (
    <EntryPage title={words.title} lead={words.text}>
      <code>{fault}</code>
    </EntryPage>
  );
};
