import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmSignIn,
  fetchAuthSession,
  fetchMFAPreference,
  resetPassword,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  updatePassword,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sessionStorage } from 'aws-amplify/utils';
import { type Configuration, readConfiguration } from './configuration.ts';
import type { Invitation } from './invitation-link.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Reset } from './reset-link.ts';
import { type AskRefusal, askOutcomeOf, type ResetRefusal, resetRefusalOf } from './reset-refusal.ts';

/** `new-password`: the password was a temporary one. `code`: the authenticator app's comes next. */
export type Outcome = 'signed-in' | 'new-password' | 'code' | Refusal;

/** The authenticator app (TOTP) of whoever is signed in. */
interface Authenticator {
  readonly isOn: () => Promise<boolean>;
  /** What the app has to know: to be shown, and as the address of a code to scan. */
  readonly begin: (account: string) => Promise<{ readonly secret: string; readonly address: string }>;
  readonly finish: (code: string) => Promise<'on' | Refusal>;
  readonly turnOff: () => Promise<void>;
}

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

const orRefusal = <Result>(step: () => Promise<Result>): Promise<Result | Refusal> => step().catch(refusalOf);

const enter = (username: string, password: string): Promise<Outcome> =>
  orRefusal(async () => {
    // A sign-in that ended between Cognito and the API would leave someone signed in, and Amplify then refuses.
    await signOut();
    return outcomeOf(await signIn({ username, password, options: { authFlowType: 'USER_SRP_AUTH' } }));
  });

const answerChallenge = (challengeResponse: string): Promise<Outcome> =>
  orRefusal(async () => outcomeOf(await confirmSignIn({ challengeResponse })));

const authenticator: Authenticator = {
  isOn: async () => (await fetchMFAPreference()).enabled?.includes('TOTP') ?? false,
  begin: async (account) => {
    const { sharedSecret, getSetupUri } = await setUpTOTP();
    return { secret: sharedSecret, address: getSetupUri('Rollcall', account).href };
  },
  finish: (code) =>
    orRefusal(async () => {
      await verifyTOTPSetup({ code });
      await updateMFAPreference({ totp: 'PREFERRED' });
      return 'on' as const;
    }),
  turnOff: () => updateMFAPreference({ totp: 'DISABLED' }),
};

const sessionOf = (configuration: Configuration): Session => ({
  configuration,
  signIn: enter,
  enterCode: answerChallenge,
  // Signs in anew with each try, so that it does not matter how long someone thinks about a password.
  choosePassword: async ({ username, temporaryPassword }, password) => {
    const first = await enter(username, temporaryPassword);
    return first === 'new-password' ? answerChallenge(password) : first;
  },
  askForReset: (username) => resetPassword({ username }).then(() => 'asked' as const, askOutcomeOf),
  resetPassword: ({ username, code }, newPassword) =>
    confirmResetPassword({ username, confirmationCode: code, newPassword }).then(
      () => 'reset' as const,
      resetRefusalOf,
    ),
  changePassword: (oldPassword, newPassword) =>
    orRefusal(async () => {
      await updatePassword({ oldPassword, newPassword });
      return 'changed' as const;
    }),
  authenticator,
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
