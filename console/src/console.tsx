import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Route, Routes } from 'react-router';
import { ADDRESSES } from './addresses.ts';
import { Misconfigured } from './entry/misconfigured.tsx';
import { SecretLink } from './entry/secret-link.tsx';
import { LanguageProvider } from './language/language-provider.tsx';
import { theme } from './look/theme.ts';
import { Loading } from './parts/loading.tsx';
import { ForgotPassword } from './rooms/forgot-password/forgot-password.tsx';
import { SignIn } from './rooms/sign-in/sign-in.tsx';
import { SessionProvider, useSession } from './session/session-provider.tsx';
import { OnlySignedIn } from './shell/only-signed-in.tsx';

const ResetPassword = lazy(() => import('./rooms/reset-password/reset-password.tsx'));
const Welcome = lazy(() => import('./rooms/welcome/welcome.tsx'));

/** What is there for those who are not in yet; the rest comes with whoever is (`shell/rooms.tsx`). */
const Doors = () => (
  <Routes>
    <Route path={ADDRESSES.signIn} element={<SignIn />} />
    <Route path={ADDRESSES.forgot} element={<ForgotPassword />} />
    <Route path={ADDRESSES.reset} element={<ResetPassword />} />
    <Route path={ADDRESSES.welcome} element={<Welcome />} />
    <Route path="*" element={<OnlySignedIn />} />
  </Routes>
);

/** The rooms of a deployment that is set up as it should be. */
const Deployed = () => {
  const { misconfigured } = useSession();
  return misconfigured === undefined ? <Doors /> : <Misconfigured fault={misconfigured} />;
};

/** `secret`: what the link of a mail has carried here. */
export const Console = ({ secret }: { secret: string }) => (
  // Its variables stand in a style sheet: the content security policy takes no style that a script writes.
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <LanguageProvider>
      <SessionProvider>
        <BrowserRouter>
          <Suspense fallback={<Loading />}>
            <SecretLink secret={secret}>
              <Deployed />
            </SecretLink>
          </Suspense>
        </BrowserRouter>
      </SessionProvider>
    </LanguageProvider>
  </MantineProvider>
);
