import { Anchor, Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { EntryPage } from '../../entry/entry-page.tsx';
import { NameField } from '../../entry/name-field.tsx';
import { Notice } from '../../entry/notice.tsx';
import { useWork } from '../../entry/use-work.ts';
import { ENTRY_WORDS } from '../../entry/words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { useSession } from '../../session/session-provider.tsx';
import { FORGOT_WORDS } from './words.ts';

/** `/forgot`: asks for a mail with a link and a code, by email or login ID. */
export const ForgotPassword = () => {
  const words = useWords(FORGOT_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const { session } = useSession();
  const navigate = useNavigate();
  const { isBusy, work } = useWork();
  const [username, setUsername] = useState('');
  const [fault, setFault] = useState<string>();
  const [isMissing, setMissing] = useState(false);
  const named = username.trim();

  const ask = async (): Promise<void> => {
    setFault(undefined);
    const outcome = await session()
      .then((opened) => opened.askForReset(named))
      .catch(() => 'unreachable' as const);
    // Whether there is somebody to get the mail is never told.
    if (outcome === 'asked') navigate(ADDRESSES.reset, { state: { asked: named } });
    else setFault(words.refusals[outcome]);
  };

  return (
    <EntryPage title={words.title} lead={words.intro} foot={entry.help}>
      <form
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setMissing(named === '');
          if (named !== '') work(ask);
        }}
      >
        <Notice kind="fault" text={fault} />
        <Stack gap="md">
          <NameField
            value={username}
            onChange={setUsername}
            error={isMissing && named === '' ? entry.nameMissing : undefined}
          />
          <Button type="submit" size="md" fullWidth loading={isBusy}>
            {words.submit}
          </Button>
          <Anchor component={Link} to={ADDRESSES.signIn} size="sm" ta="center">
            {entry.toSignIn}
          </Anchor>
        </Stack>
      </form>
    </EntryPage>
  );
};
