import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation, useNavigate } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { CodeField, digitsOf } from '../../entry/code-field.tsx';
import { EntryPage } from '../../entry/entry-page.tsx';
import { NameField } from '../../entry/name-field.tsx';
import { NewPasswordForm } from '../../entry/new-password-form.tsx';
import { useSecretOfLink } from '../../entry/secret-link.tsx';
import { ENTRY_WORDS } from '../../entry/words.ts';
import { useWords } from '../../language/language-provider.tsx';
import { readReset } from '../../session/reset-link.ts';
import { useSession } from '../../session/session-provider.tsx';
import { RESET_WORDS } from './words.ts';

/**
 * `/reset`: sets a new password with the mail's code; whoever has the link need not type it. Nothing is sent before the
 * person submits: a mail scanner that follows the link must not use it up.
 */
export default function ResetPassword() {
  const words = useWords(RESET_WORDS);
  const entry = useWords(ENTRY_WORDS);
  const { session, signedOut } = useSession();
  const navigate = useNavigate();
  const { asked } = useLocation().state ?? {};
  const linked = readReset(useSecretOfLink());
  const [username, setUsername] = useState(typeof asked === 'string' ? asked : '');
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string>();
  const reset = linked ?? { username: username.trim(), code: digitsOf(code) };
  const missing = reset.username === '' ? 'username' : reset.code === '' ? 'code' : undefined;

  const choose = async (password: string): Promise<void> => {
    setFault(undefined);
    const outcome = await session()
      .then((opened) => opened.resetPassword(reset, password))
      .catch(() => 'unreachable' as const);
    if (outcome !== 'reset') return setFault(words.refusals[outcome]);
    // Whoever was in by the old password is not any more.
    await (await session()).signOut();
    signedOut('password-reset');
    navigate(ADDRESSES.signIn, { replace: true });
  };

  return (
    <EntryPage
      title={words.title}
      lead={linked === undefined ? words.byHand : words.byLink}
      foot={entry.help}
    >
      <NewPasswordForm
        submit={words.submit}
        onChoose={choose}
        news={asked === undefined ? undefined : words.asked}
        fault={fault}
        missing={missing}
        fields={(isSubmitted) =>
          linked === undefined && (
            <>
              <NameField
                value={username}
                onChange={setUsername}
                error={isSubmitted && reset.username === '' ? entry.nameMissing : undefined}
              />
              <CodeField
                label={words.code}
                value={code}
                onChange={setCode}
                error={isSubmitted && reset.code === '' ? words.codeMissing : undefined}
              />
            </>
          )
        }
      >
        <Anchor component={Link} to={ADDRESSES.forgot} size="sm" ta="center">
          {words.askAgain}
        </Anchor>
      </NewPasswordForm>
    </EntryPage>
  );
}
