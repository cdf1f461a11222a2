import { lazy } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ADDRESSES } from '../addresses.ts';
import { Loading } from '../parts/loading.tsx';
import { useSession } from '../session/session-provider.tsx';
import { loadSignedIn } from './load-signed-in.ts';

const SignedIn = lazy(loadSignedIn);

/** What is behind the sign-in; others sign in first, and then are where they wanted to be. */
export const OnlySignedIn = () => {
  const { state, news } = useSession();
  const { pathname, search } = useLocation();
  switch (state) {
    case 'starting':
      return <Loading />;
    case 'signed-out': {
      // Who has left is done there, and the next one may be somebody else.
      const hasLeft = news === 'signed-out' || news === 'signed-out-everywhere';
      return <Navigate to={ADDRESSES.signIn} state={hasLeft ? null : { from: pathname + search }} replace />;
    }
    case 'signed-in':
      return <SignedIn />;
  }
};
