import { MantineProvider } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { ADDRESSES } from './addresses.ts';
import { LanguageProvider } from './language/language-provider.tsx';
import { theme } from './look/theme.ts';
import { Loading } from './parts/loading.tsx';
import { NotHere } from './parts/not-here.tsx';
import { SignIn } from './rooms/sign-in/sign-in.tsx';
import { SessionProvider } from './session/session-provider.tsx';

const SignedIn = lazy(() => import('./shell/signed-in.tsx'));
const InAccount = lazy(() => import('./shell/in-account.tsx'));
const Home = lazy(() => import('./rooms/home/home.tsx'));

/** Which room is at which address. What is not on the first screen comes when it is gone to. */
const Rooms = () => (
  <Routes>
    <Route path={ADDRESSES.signIn} element={<SignIn />} />
    <Route element={<SignedIn />}>
      <Route index element={<Home />} />
      <Route path="accounts/:accountId" element={<InAccount />}>
        <Route index element={<Navigate to={ADDRESSES.home} replace />} />
      </Route>
      <Route path="*" element={<NotHere />} />
    </Route>
  </Routes>
);

export const Console = () => (
  // Its variables stand in a style sheet: the content security policy takes no style that a script writes.
  <MantineProvider theme={theme} defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
    <LanguageProvider>
      <SessionProvider>
        <BrowserRouter>
          <Suspense fallback={<Loading />}>
            <Rooms />
          </Suspense>
        </BrowserRouter>
      </SessionProvider>
    </LanguageProvider>
  </MantineProvider>
);
