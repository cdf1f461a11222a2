import * as z from 'zod';
import type { Client } from '../client.ts';
import { type Cognito, requireClient } from '../cognito.ts';
import {
  attemptLimitExceeded,
  CognitoError,
  invalidParameter,
  notAuthorized,
  userNotFound,
} from '../errors.ts';
import { masked } from '../messages.ts';
import { simulateUser } from '../simulation.ts';
import type { CodeCheck } from '../store/reset-codes.ts';
import type { User } from '../store/user.ts';
import type { ClientMetadata } from '../triggers.ts';
import { targetOf } from './admin-users.ts';
import {
  adminTargetSchema,
  clientIdSchema,
  metadataSchema,
  operation,
  passwordSchema,
  usernameSchema,
} from './operation.ts';
import { setPassword } from './passwords.ts';

const deliveryTo = (email: string) => ({
  CodeDeliveryDetails: { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: masked(email) },
});

/** What the answer would be if the user were there: the email just typed, else letters that stay for the name. */
const simulatedDelivery = ({ store }: Cognito, name: string) => {
  if (name.includes('@')) return deliveryTo(name.toLowerCase());
  const { username } = simulateUser(store.secrets.get('simulation') ?? '', name.toLowerCase());
  const letter = (at: number): string =>
    String.fromCharCode(97 + (Number.parseInt(username.slice(at, at + 2), 16) % 26));
  return deliveryTo(`${letter(0)}@${letter(2)}`);
};

const verifiedEmailOf = ({ pool }: Cognito, user: User): string | undefined => {
  const recovery = pool.AccountRecoverySetting?.RecoveryMechanisms;
  const byEmail = recovery === undefined || recovery.some(({ Name }) => Name === 'verified_email');
  return byEmail && user.attributes.email_verified === 'true' ? user.attributes.email : undefined;
};

const requireResettable = (user: User): void => {
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    throw notAuthorized('User password cannot be reset in the current state.');
  }
};

const sendCode = async (
  cognito: Cognito,
  user: User,
  to: string,
  clientMetadata: ClientMetadata | undefined,
  client?: Client,
): Promise<void> => {
  const code = cognito.store.resetCodes.make(user.username);
  if (code === undefined) throw attemptLimitExceeded();
  const delivery = { occasion: 'ForgotPassword', user, secret: code, clientMetadata } as const;
  await cognito.messages.deliver(client === undefined ? delivery : { ...delivery, client }, to);
};

const noRecipient = (): CognitoError =>
  invalidParameter(
    'Cannot reset password for the user as there is no registered/verified email or phone_number',
  );

/** Unknown, disabled and unreachable users get an answer that looks like everyone's, where the client hides them. */
export const forgotPassword = operation(
  'public',
  z.object({ ClientId: clientIdSchema, Username: usernameSchema, ClientMetadata: metadataSchema }),
  async (cognito, input) => {
    const client = requireClient(cognito, input.ClientId);
    const [first] = cognito.pool.AccountRecoverySetting?.RecoveryMechanisms ?? [];
    if (first?.Name === 'admin_only') throw notAuthorized('Contact administrator to reset password.');
    const user = cognito.store.users.bySignInName(input.Username);
    const email = user === undefined ? undefined : verifiedEmailOf(cognito, user);
    const hidden = client.hidesUserExistence && (user === undefined || !user.enabled || email === undefined);
    if (hidden) return simulatedDelivery(cognito, input.Username);
    if (user === undefined) throw userNotFound();
    if (!user.enabled) throw notAuthorized('User is disabled.');
    requireResettable(user);
    if (email === undefined) throw noRecipient();
    await sendCode(cognito, user, email, input.ClientMetadata, client);
    return deliveryTo(email);
  },
);

const requireRight = (check: CodeCheck): void => {
  switch (check) {
    case 'right':
      return;
    case 'wrong':
      throw codeMismatch();
    case 'expired':
      throw new CognitoError('ExpiredCodeException', 'Invalid code provided, please request a code again.');
    case 'too-many-attempts':
      throw attemptLimitExceeded();
  }
};

const codeMismatch = (): CognitoError =>
  new CognitoError('CodeMismatchException', 'Invalid verification code provided, please try again.');

export const confirmForgotPassword = operation(
  'public',
  z.object({
    ClientId: clientIdSchema,
    Username: usernameSchema,
    ConfirmationCode: z.string().min(1).max(2048),
    Password: passwordSchema,
    ClientMetadata: metadataSchema,
  }),
  async (cognito, input) => {
    const client = requireClient(cognito, input.ClientId);
    const { users, resetCodes } = cognito.store;
    const before = users.bySignInName(input.Username);
    if (before === undefined || !before.enabled)
      throw client.hidesUserExistence ? codeMismatch() : userNotFound();
    requireRight(resetCodes.check(before.username, input.ConfirmationCode));
    const user = setPassword(cognito, before.username, input.Password, 'CONFIRMED');
    resetCodes.spend(user.username);
    await cognito.triggers.call({
      trigger: 'PostConfirmation',
      occasion: 'ConfirmForgotPassword',
      user,
      client,
      request: {},
      clientMetadata: input.ClientMetadata,
      response: {},
      answers: z.unknown(),
    });
    return {};
  },
);

/** From now on the user has to set a new password with the code just mailed; the old one gets them nowhere. */
export const adminResetUserPassword = operation(
  'admin',
  adminTargetSchema.extend({ ClientMetadata: metadataSchema }),
  async (cognito, input) => {
    const user = targetOf(cognito, input);
    requireResettable(user);
    const email = verifiedEmailOf(cognito, user);
    if (email === undefined) throw noRecipient();
    cognito.store.users.change(user.username, () => ({ status: 'RESET_REQUIRED' }));
    await sendCode(cognito, user, email, input.ClientMetadata);
    return {};
  },
);
