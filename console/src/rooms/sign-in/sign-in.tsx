import { lazy, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { Loading } from '../../parts/loading.tsx';
import type { Invitation } from '../../session/invitation-link.ts';
import { useSession } from '../../session/session-provider.tsx';
import { PasswordStep } from './password-step.tsx';

const CodeStep = lazy(() => import('./code-step.tsx'));
const ChoosePassword = lazy(() => import('../welcome/choose-password.tsx'));

type Step =
  | { readonly at: 'password' }
  | { readonly at: 'code' }
  /** Whoever types a temporary password chooses their own next. */
  | { readonly at: 'temporary'; readonly invitation: Invitation };

/** `/sign-in`: by email or login ID, and with the code of the authenticator app for whom it is on. */
export const SignIn = () => {
  const { state, signedIn } = useSession();
  const { from } = useLocation().state ?? {};
  const [step, setStep] = useState<Step>({ at: 'password' });
  if (state === 'starting') return <Loading />;
  // Where somebody wanted to go is where they go; who has chosen a password goes on from there.
  if (state === 'signed-in' && step.at !== 'temporary')
    return <Navigate to={typeof from === 'string' ? from : ADDRESSES.home} replace />;
  switch (step.at) {
    case 'password':
      return (
        <PasswordStep
          onSignedIn={signedIn}
          onCode={() => setStep({ at: 'code' })}
          onTemporary={(invitation) => setStep({ at: 'temporary', invitation })}
        />
      );
    case 'code':
      return <CodeStep onSignedIn={signedIn} onBack={() => setStep({ at: 'password' })} />;
    case 'temporary':
      return <ChoosePassword invitation={step.invitation} />;
  }
};
