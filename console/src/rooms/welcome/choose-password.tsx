import { Button, Stack } from '@mantine/core';
import { useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { EntryPage } from '../../entry/entry-page.tsx';
import { Notice } from '../../entry/notice.tsx';
import { useWork } from '../../entry/use-work.ts';
import { useWords } from '../../language/language-provider.tsx';
import { NewPassword } from '../../parts/new-password.tsx';
import { PASSWORD_WORDS } from '../../parts/password-words.ts';
import type { Invitation } from '../../session/invitation-link.ts';
import { meetsAll } from '../../session/password-policy.ts';
import { REFUSAL_WORDS } from '../../session/refusal-words.ts';
import { useSession } from '../../session/session-provider.tsx';
import { BrokenLink } from './broken-link.tsx';
import { type LinkFault, WELCOME_WORDS } from './words.ts';

/**
 * Turns the temporary password into the person's own. Nothing is sent before the person submits: a mail scanner that
 * follows the link must not use it up.
 */
export default function ChoosePassword({ invitation }: { invitation: Invitation }) {
  const words = useWords(WELCOME_WORDS).choose;
  const passwordWords = useWords(PASSWORD_WORDS);
  const refusals = useWords(REFUSAL_WORDS);
  const { session, signedIn } = useSession();
  const navigate = useNavigate();
  const { isBusy, work } = useWork();
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const [broken, setBroken] = useState<LinkFault>();
  const [isSubmitted, setSubmitted] = useState(false);
  const form = useRef<HTMLFormElement>(null);

  const choose = async (): Promise<void> => {
    setFault(undefined);
    const outcome = await session()
      .then((opened) => opened.choosePassword(invitation, password))
      .catch(() => 'unreachable' as const);
    switch (outcome) {
      case 'signed-in':
        signedIn();
        navigate(ADDRESSES.started, { replace: true });
        return;
      case 'credentials':
      case 'expired':
        return setBroken(outcome);
      case 'new-password':
        return setFault(refusals.unexpected);
      case 'code':
        return setFault(refusals['further-step']);
      default:
        setFault(refusals[outcome]);
    }
  };

  if (broken !== undefined) return <BrokenLink fault={broken} />;
  return (
    <EntryPage title={words.title} lead={words.intro}>
      <form
        ref={form}
        method="post"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSubmitted(true);
          if (meetsAll(password)) work(choose);
          else form.current?.querySelector<HTMLInputElement>('[name=password]')?.focus();
        }}
      >
        <Notice kind="fault" text={fault} />
        <Stack gap="md">
          <NewPassword
            value={password}
            onChange={setPassword}
            error={isSubmitted && !meetsAll(password) ? passwordWords.unmet : undefined}
          />
          <Button type="submit" size="md" fullWidth loading={isBusy}>
            {words.submit}
          </Button>
        </Stack>
      </form>
    </EntryPage>
  );
}
