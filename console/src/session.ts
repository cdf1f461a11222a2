import { Amplify } from 'aws-amplify';
import {
  confirmResetPassword,
  confirmSignIn,
  fetchAuthSession,
  resetPassword,
  signIn,
  signOut,
} from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { sharedInMemoryStorage } from 'aws-amplify/utils';
import { type Api, apiOf, type Failure, type MeAnswer } from './api.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import type { Invitation } from './invitation-link.ts';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Reset } from './reset-link.ts';
import { type AskRefusal, askOutcomeOf, type ResetRefusal, resetRefusalOf } from './reset-refusal.ts';

type Outcome = 'signed-in' | 'new-password' | Refusal;

/** One person at a time, in memory only: a reload or a closed page signs out. */
export interface Session {
  readonly apiUrl: string;
  /** By email or login ID. `new-password`: the password was a temporary one; `choosePassword` comes next. */
  readonly signIn: (username: string, password: string) => Promise<Outcome>;
  /** Turns the invitation's temporary password into the person's own, and signs in. */
  readonly choosePassword: (invitation: Invitation, password: string) => Promise<Outcome>;
  /** Has a code mailed to whoever has this email or login ID. The answer is the same when nobody has. */
  readonly askForReset: (username: string) => Promise<'asked' | AskRefusal>;
  /** Sets a new password with the mailed code; signing in comes after. */
  readonly resetPassword: (reset: Reset, password: string) => Promise<'reset' | ResetRefusal>;
  /** Who is signed in. The first time, accepts the invitation on the way. */
  readonly me: () => Promise<MeAnswer>;
  /** Takes up, or turns down, the access that an account offers. */
  readonly acceptOffer: (accountId: string) => Promise<MeAnswer>;
  readonly declineOffer: (accountId: string) => Promise<MeAnswer>;
  /** Ends the person's sessions on every device; this one too, unless it answers with a failure. */
  readonly signOutEverywhere: () => Promise<{ ok: true } | Failure>;
  readonly signOut: () => Promise<void>;
}

const outcomeOf = ({ isSignedIn, nextStep }: Awaited<ReturnType<typeof signIn>>): Outcome => {
  if (isSignedIn) return 'signed-in';
  return nextStep.signInStep === 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED'
    ? 'new-password'
    : 'further-step';
};

const attempt = async (step: () => Promise<Outcome>): Promise<Outcome> => {
  try {
    return await step();
  } catch (error) {
    return refusalOf(error);
  }
};

const enter = (username: string, password: string): Promise<Outcome> =>
  attempt(async () => {
    // A sign-in that ended between Cognito and the API would leave someone signed in, and Amplify then refuses.
    await signOut();
    return outcomeOf(await signIn({ username, password, options: { authFlowType: 'USER_SRP_AUTH' } }));
  });

/** Calls the API with the session's token, renewed if it is about to run out. */
const calling = async <Answer>(
  apiUrl: string,
  call: (api: Api) => Promise<Answer>,
): Promise<Answer | Failure> => {
  const session = await fetchAuthSession().catch(() => undefined);
  if (session === undefined) return { ok: false, reason: 'unreachable' };
  const accessToken = session.tokens?.accessToken.toString();
  // Amplify drops the tokens once the user pool renews them no more.
  return accessToken === undefined ? { ok: false, reason: 'signed-out' } : call(apiOf(apiUrl, accessToken));
};

const readWhoAmI = async (api: Api): Promise<MeAnswer> => {
  const answer = await api.readMe();
  if (!answer.ok || answer.me.acceptedAt !== undefined) return answer;
  const accepted = await api.acceptInvitation();
  // Whoever is in stays in: the page says that the login ID does not work yet, and the next sign-in tries again.
  return accepted.ok ? accepted : answer;
};

const sessionOf = ({ apiUrl }: Configuration): Session => ({
  apiUrl,
  signIn: enter,
  // Signs in anew with each try, so that it does not matter how long someone thinks about a password.
  choosePassword: async ({ username, temporaryPassword }, password) => {
    const first = await enter(username, temporaryPassword);
    if (first !== 'new-password') return first;
    return attempt(async () => outcomeOf(await confirmSignIn({ challengeResponse: password })));
  },
  askForReset: (username) => resetPassword({ username }).then(() => 'asked' as const, askOutcomeOf),
  resetPassword: ({ username, code }, newPassword) =>
    confirmResetPassword({ username, confirmationCode: code, newPassword }).then(
      () => 'reset' as const,
      resetRefusalOf,
    ),
  me: () => calling(apiUrl, readWhoAmI),
  acceptOffer: (accountId) => calling(apiUrl, (api) => api.acceptOffer(accountId)),
  declineOffer: (accountId) => calling(apiUrl, (api) => api.declineOffer(accountId)),
  signOutEverywhere: async () => {
    const answer = await calling(apiUrl, (api) => api.signOutEverywhere());
    if (answer.ok) await signOut();
    return answer;
  },
  signOut: () => signOut(),
});

/** Reads the configuration and makes Amplify ready. Rejects when `/config.json` cannot be reached. */
export const openSession = async (): Promise<{ ok: true; value: Session } | { ok: false; fault: string }> => {
  const read = await readConfiguration();
  if (!read.ok) return read;
  const { userPoolId, clientId, userPoolEndpoint } = read.value;
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);
  return { ok: true, value: sessionOf(read.value) };
};
