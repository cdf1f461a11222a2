import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ADDRESSES } from '../../addresses.ts';
import { Page } from '../../parts/page.tsx';
import { useSession } from '../../session/session-provider.tsx';

export const SignIn = () => {
  const { session, state, signedIn } = useSession();
  const location = useLocation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  if (state === 'signed-in') return <Navigate to={location.state?.from ?? ADDRESSES.home} replace />;
  const submit = async () => {
    const outcome = await (await session()).signIn(username, password);
    if (outcome === 'signed-in') signedIn();
  };
  return (
    <Page title="Sign in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Stack>
          <TextInput
            label="Email or login ID, not your name"
            value={username}
            onChange={(event) => setUsername(event.currentTarget.value)}
          />
          <PasswordInput
            label="Password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <Button type="submit">Sign in</Button>
        </Stack>
      </form>
    </Page>
  );
};
