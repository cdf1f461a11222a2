import * as z from 'zod';
import { type Cognito, requirePool } from '../cognito.ts';
import { CognitoError, invalidParameter } from '../errors.ts';
import type { User } from '../store/user.ts';
import { makeTotpSecret, stepOfCode } from '../totp.ts';
import { targetOf } from './admin-users.ts';
import { adminTargetSchema, operation, tokenSchema } from './operation.ts';

const requireAvailable = ({ pool }: Cognito): void => {
  if (!pool.EnabledMfas.includes('SOFTWARE_TOKEN_MFA') || pool.MfaConfiguration === 'OFF') {
    throw new CognitoError(
      'SoftwareTokenMFANotFoundException',
      'Software token MFA is not enabled for the userPool',
    );
  }
};

/** Whether a code is right; takes it, so that it does not work again. A second use is ExpiredCodeException. */
export const takeCode = ({ store, now }: Cognito, user: User, secret: string, code: string): boolean => {
  const step = stepOfCode(secret, code, now());
  if (step === undefined) return false;
  store.users.change(user.username, ({ totp }) => {
    if (step <= totp.lastStep) {
      throw new CognitoError('ExpiredCodeException', 'Your software token has already been used once.');
    }
    return { totp: { ...totp, lastStep: step } };
  });
  return true;
};

/** Hands out a new secret; the one in use stays until the new one is proven. */
export const associateSoftwareToken = operation(
  'public',
  z.object({ AccessToken: tokenSchema }),
  async (cognito, input) => {
    const { user } = await cognito.tokens.verifyAccess(input.AccessToken);
    requireAvailable(cognito);
    const pendingSecret = makeTotpSecret();
    cognito.store.users.change(user.username, ({ totp }) => ({ totp: { ...totp, pendingSecret } }));
    return { SecretCode: pendingSecret };
  },
);

export const verifySoftwareToken = operation(
  'public',
  z.object({
    AccessToken: tokenSchema,
    UserCode: z.string().regex(/^\d{6}$/),
    FriendlyDeviceName: z.string().max(131_072).optional(),
  }),
  async (cognito, input) => {
    const { user } = await cognito.tokens.verifyAccess(input.AccessToken);
    const { pendingSecret } = user.totp;
    if (pendingSecret === undefined)
      throw invalidParameter('No software token has been associated with the user');
    if (!takeCode(cognito, user, pendingSecret, input.UserCode)) {
      throw new CognitoError('EnableSoftwareTokenMFAException', 'Code mismatch');
    }
    cognito.store.users.change(user.username, ({ totp: { pendingSecret: secret, ...totp } }) => ({
      totp: secret === undefined ? totp : { ...totp, secret },
    }));
    return { Status: 'SUCCESS' };
  },
);

const preferenceSchema = z.object({
  SoftwareTokenMfaSettings: z
    .object({ Enabled: z.boolean().default(false), PreferredMfa: z.boolean().default(false) })
    .optional(),
});

/** An authenticator that is switched off is forgotten: the next one starts with a new secret. */
const setPreference = (
  cognito: Cognito,
  user: User,
  preference: z.output<typeof preferenceSchema>,
): object => {
  const settings = preference.SoftwareTokenMfaSettings;
  if (settings === undefined) return {};
  requireAvailable(cognito);
  cognito.store.users.change(user.username, ({ totp }) => {
    if (!settings.Enabled) return { totp: { enabled: false, preferred: false, lastStep: totp.lastStep } };
    if (totp.secret === undefined) throw invalidParameter('User has not verified software token mfa');
    return { totp: { ...totp, enabled: true, preferred: settings.PreferredMfa } };
  });
  return {};
};

export const setUserMfaPreference = operation(
  'public',
  preferenceSchema.extend({ AccessToken: tokenSchema }),
  async (cognito, input) => {
    const { user } = await cognito.tokens.verifyAccess(input.AccessToken);
    return setPreference(cognito, user, input);
  },
);

/** How an administrator helps someone who lost their authenticator. */
export const adminSetUserMfaPreference = operation(
  'admin',
  adminTargetSchema.extend(preferenceSchema.shape),
  (cognito, input) => {
    requirePool(cognito, input.UserPoolId);
    return setPreference(cognito, targetOf(cognito, input), input);
  },
);
