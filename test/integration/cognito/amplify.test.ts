import { Amplify } from 'aws-amplify';
import { confirmSignIn, fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { afterEach, expect, it } from 'vitest';
import { createUser, localPool, PASSWORD, refusal, TEMPORARY } from './local-pool.ts';
import { CONSOLE, POOL_ID } from './pool-properties.ts';

/** What a browser's local storage is to Amplify. */
const inMemory = () => {
  const items = new Map<string, string>();
  return {
    getItem: async (key: string) => items.get(key) ?? null,
    setItem: async (key: string, value: string) => void items.set(key, value),
    removeItem: async (key: string) => void items.delete(key),
    clear: async () => items.clear(),
  };
};

const configured = async () => {
  // Amplify compares the tokens with the machine's own clock.
  const pool = await localPool({ now: Date.now });
  Amplify.configure({
    Auth: { Cognito: { userPoolId: POOL_ID, userPoolClientId: CONSOLE, userPoolEndpoint: pool.url } },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(inMemory());
  return pool;
};

afterEach(() => signOut());

it('Amplify takes an invited user from the temporary password to tokens', async () => {
  const pool = await configured();
  await createUser(pool, 'usr_ann');
  const first = await signIn({ username: 'usr_ann@example.com', password: TEMPORARY });
  expect(first.nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED');
  await expect(confirmSignIn({ challengeResponse: 'weak-password' })).rejects.toMatchObject(
    refusal('InvalidPasswordException'),
  );
  expect((await confirmSignIn({ challengeResponse: PASSWORD })).isSignedIn).toBe(true);
  expect((await getCurrentUser()).username).toBe('usr_ann');
});

it('Amplify signs in, refreshes and signs out', async () => {
  const pool = await configured();
  await createUser(pool, 'usr_ann');
  await signIn({ username: 'usr_ann', password: TEMPORARY });
  await confirmSignIn({ challengeResponse: PASSWORD });
  await signOut();

  expect((await signIn({ username: 'usr_ann', password: PASSWORD })).isSignedIn).toBe(true);
  const before = (await fetchAuthSession()).tokens?.accessToken;
  const after = (await fetchAuthSession({ forceRefresh: true })).tokens?.accessToken;
  expect(after?.payload).toMatchObject({ client_id: CONSOLE, origin_jti: before?.payload.origin_jti });
  expect(after?.payload.jti).not.toBe(before?.payload.jti);
  await signOut({ global: true });
  await expect(getCurrentUser()).rejects.toMatchObject(refusal('UserUnAuthenticatedException'));
});

it('Amplify is told of a wrong password by the name it knows', async () => {
  const pool = await configured();
  await createUser(pool, 'usr_ann');
  await expect(signIn({ username: 'usr_ann', password: 'Wrong-Word-42-xyz' })).rejects.toMatchObject(
    refusal('NotAuthorizedException', 'Incorrect username or password.'),
  );
});
