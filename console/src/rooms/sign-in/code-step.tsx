import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { CodeField, digitsOf } from '../../entry/code-field.tsx';
import { EntryPage } from '../../entry/entry-page.tsx';
import { Notice } from '../../entry/notice.tsx';
import { useWork } from '../../entry/use-work.ts';
import { useWords } from '../../language/language-provider.tsx';
import { REFUSAL_WORDS } from '../../session/refusal-words.ts';
import { useSession } from '../../session/session-provider.tsx';
import { SIGN_IN_WORDS } from './words.ts';

/** The second step of those who have the authenticator app on. */
export default function CodeStep({ onSignedIn, onBack }: { onSignedIn: () => void; onBack: () => void }) {
  const words = useWords(SIGN_IN_WORDS).code;
  const refusals = useWords(REFUSAL_WORDS);
  const { session } = useSession();
  const { isBusy, work } = useWork();
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const [isMissing, setMissing] = useState(false);

  const enter = async (): Promise<void> => {
    setFault(undefined);
    const outcome = await session()
      .then((opened) => opened.enterCode(digitsOf(code)))
      .catch(() => 'unreachable' as const);
    switch (outcome) {
      case 'signed-in':
        return onSignedIn();
      // The first step does not stand any more.
      case 'credentials':
        return setFault(words.tooLate);
      case 'code':
        return setFault(refusals['wrong-code']);
      case 'new-password':
        return setFault(refusals['further-step']);
      default:
        setFault(refusals[outcome]);
    }
  };

  return (
    <EntryPage title={words.title} lead={words.lead} foot={words.help}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(digitsOf(code) === '');
          if (digitsOf(code) !== '') work(enter);
        }}
      >
        <Notice kind="fault" text={fault} />
        <Stack gap="md">
          <CodeField
            label={words.label}
            value={code}
            onChange={setCode}
            error={isMissing && code === '' ? words.missing : undefined}
          />
          <Button type="submit" size="md" fullWidth loading={isBusy}>
            {words.submit}
          </Button>
          <Button variant="subtle" size="sm" onClick={onBack}>
            {words.back}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  );
}
