import { useState } from 'react';
import { useNavigate } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { EntryPage } from '../../entry/entry-page.tsx';
import { NewPasswordForm } from '../../entry/new-password-form.tsx';
import { useWords } from '../../language/language-provider.tsx';
import type { Invitation } from '../../session/invitation-link.ts';
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
  const refusals = useWords(REFUSAL_WORDS);
  const { session, signedIn } = useSession();
  const navigate = useNavigate();
  const [fault, setFault] = useState<string>();
  const [broken, setBroken] = useState<LinkFault>();

  const choose = async (password: string): Promise<void> => {
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
      <NewPasswordForm submit={words.submit} onChoose={choose} fault={fault} />
    </EntryPage>
  );
}
