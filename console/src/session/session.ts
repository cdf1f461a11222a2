import { Amplify } from 'aws-amplify';
import { confirmSignIn, fetchAuthSession, signIn, signOut } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sessionStorage } from 'aws-amplify/utils';
import type { Authenticator } from './authenticator.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import type { Invitation } from './invitation-link.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Reset } from './reset-link.ts';
import type { AskRefusal, ResetRefusal } from './reset-refusal.ts';

/** `new-password`: the password was a temporary one. `code`: the authenticator app's comes next. */
type Outcome = 'signed-in' | 'new-password' | 'code' | Refusal;

/** The sign-in service, for one person at a time and one tab of the browser: a closed tab signs out. */
export interface Session {
  readonly configuration: Configuration;
  /** By email or login ID. */
  readonly signIn: (username: string, password: string) => Promise<Outcome>;
  /** The code of the authenticator app, after `code`. */
  readonly enterCode: (code: string) => Promise<Outcome>;
  /** Turns the invitation's temporary password into the person's own, and signs in. */
  readonly choosePassword: (invitation: Invitation, password: string) => Promise<Outcome>;
  /** Has a code mailed to whoever has this email or login ID. The answer is the same when nobody has. */
  readonly askForReset: (username: string) => Promise<'asked' | AskRefusal>;
  /** Sets a new password with the mailed code; signing in comes after. */
  readonly resetPassword: (reset: Reset, password: string) => Promise<'reset' | ResetRefusal>;
  readonly changePassword: (old: string, password: string) => Promise<'changed' | Refusal>;
  readonly authenticator: Authenticator;
  /** Renewed if it is about to run out; undefined once nobody is signed in any more. Rejects when nothing answers. */
  readonly accessToken: () => Promise<string | undefined>;
  readonly signOut: () => Promise<void>;
}

const outcomeOf = ({ isSignedIn, nextStep }: Awaited<ReturnType<typeof signIn>>): Outcome => {
  if (isSignedIn) return 'signed-in';
  switch (nextStep.signInStep) {
    case 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED':
      return 'new-password';
    case 'CONFIRM_SIGN_IN_WITH_TOTP_CODE':
      return 'code';
    default:
      return 'further-step';
  }
};

const orRefusal = (step: () => Promise<Outcome>): Promise<Outcome> => step().catch(refusalOf);

const enter = (username: string, password: string): Promise<Outcome> =>
  orRefusal(async () => {
    // A sign-in that ended between Cognito and the API would leave someone signed in, and Amplify then refuses.
    await signOut();
    return outcomeOf(await signIn({ username, password, options: { authFlowType: 'USER_SRP_AUTH' } }));
  });

const answerChallenge = (challengeResponse: string): Promise<Outcome> =>
  orRefusal(async () => outcomeOf(await confirmSignIn({ challengeResponse })));

/** What fewer need, and nobody at once. */
const loadPasswords = () => import('./passwords.ts');
const loadAuthenticator = () => import('./authenticator.ts');

const sessionOf = (configuration: Configuration): Session => ({
  configuration,
  signIn: enter,
  enterCode: answerChallenge,
  // Signs in anew with each try, so that it does not matter how long someone thinks about a password.
  choosePassword: async ({ username, temporaryPassword }, password) => {
    const first = await enter(username, temporaryPassword);
    return first === 'new-password' ? answerChallenge(password) : first;
  },
  askForReset: async (username) => (await loadPasswords()).askForReset(username),
  resetPassword: async (reset, password) => (await loadPasswords()).resetPassword(reset, password),
  changePassword: async (old, password) => (await loadPasswords()).changePassword(old, password),
  authenticator: {
    isOn: async () => (await loadAuthenticator()).isOn(),
    begin: async (account) => (await loadAuthenticator()).begin(account),
    finish: async (code) => (await loadAuthenticator()).finish(code),
    turnOff: async () => (await loadAuthenticator()).turnOff(),
  },
  accessToken: async () => (await fetchAuthSession()).tokens?.accessToken.toString(),
  signOut: () => signOut(),
});

/** Reads the configuration and makes Amplify ready. Rejects when `/config.json` cannot be read. */
export const openSession = async (): Promise<Session> => {
  const configuration = await readConfiguration();
  const { userPoolId, clientId, userPoolEndpoint } = configuration;
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } } });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sessionStorage);
  return sessionOf(configuration);
};
