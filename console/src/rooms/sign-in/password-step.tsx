import { Anchor, Button, PasswordInput, Stack } from '@mantine/core';
import { type SubmitEvent, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { EntryPage } from '../../entry/entry-page.tsx';
import { NameField } from '../../entry/name-field.tsx';
import { Notice } from '../../entry/notice.tsx';
import { useWork } from '../../entry/use-work.ts';
import { ENTRY_WORDS } from '../../entry/words.ts';
import { useWords } from '../../language/language-provider.tsx';
import type { Invitation } from '../../session/invitation-link.ts';
import { REFUSAL_WORDS } from '../../session/refusal-words.ts';
import { useSession } from '../../session/session-provider.tsx';
import { loadSignedIn } from '../../shell/load-signed-in.ts';
import { SIGN_IN_WORDS } from './words.ts';

interface PasswordStepProps {
  readonly onSignedIn: () => void;
  readonly onCode: () => void;
  readonly onTemporary: (invitation: Invitation) => void;
}

export const PasswordStep = ({ onSignedIn, onCode, onTemporary }: PasswordStepProps) => {
  const words = useWords(SIGN_IN_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const refusals = useWords(REFUSAL_WORDS);
  const { session, news } = useSession();
  const { from } = useLocation().state ?? {};
  const { isBusy, work } = useWork();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [fault, setFault] = useState<string>();
  const [isSubmitted, setSubmitted] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const named = username.trim();
  const toldNews = news ?? (from === ADDRESSES.offers ? 'to-see-offer' : undefined);

  const signIn = async (): Promise<void> => {
    setFault(undefined);
    const outcome = await session()
      .then((opened) => opened.signIn(named, password))
      .catch(() => 'unreachable' as const);
    switch (outcome) {
      case 'signed-in':
        return onSignedIn();
      case 'code':
        return onCode();
      case 'new-password':
        return onTemporary({ username: named, temporaryPassword: password });
      default:
        setFault(refusals[outcome]);
        form.current?.querySelector<HTMLInputElement>('[name=password]')?.select();
    }
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setSubmitted(true);
    if (named !== '' && password !== '') {
      // What comes next comes meanwhile.
      void loadSignedIn().catch(() => undefined);
      work(signIn);
      return;
    }
    const missing = named === '' ? 'username' : 'password';
    form.current?.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus();
  };

  return (
    <EntryPage title={words.title} foot={entry.help}>
      <form ref={form} method="post" noValidate onSubmit={submit}>
        <Notice kind="news" text={toldNews && !isSubmitted ? words.news[toldNews] : undefined} />
        <Notice kind="fault" text={fault} />
        <Stack gap="md">
          <NameField
            value={username}
            onChange={setUsername}
            error={isSubmitted && named === '' ? entry.nameMissing : undefined}
          />
          <PasswordInput
            label={words.password}
            name="password"
            autoComplete="current-password"
            size="md"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={isSubmitted && password === '' ? words.passwordMissing : undefined}
            aria-invalid={isSubmitted && password === ''}
            visibilityToggleFocusable
            visibilityToggleButtonProps={{ 'aria-label': words.show }}
          />
          <Button type="submit" size="md" fullWidth loading={isBusy}>
            {words.submit}
          </Button>
          <Anchor component={Link} to={ADDRESSES.forgot} size="sm" ta="center">
            {words.forgotten}
          </Anchor>
        </Stack>
      </form>
    </EntryPage>
  );
};
