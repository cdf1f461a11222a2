import { resetPassword as askPool, confirmResetPassword, updatePassword } from 'aws-amplify/auth';
import { type Refusal, refusalOf } from './refusal.ts';
import type { Reset } from './reset-link.ts';
import { type AskRefusal, askOutcomeOf, type ResetRefusal, resetRefusalOf } from './reset-refusal.ts';

export const askForReset = (username: string): Promise<'asked' | AskRefusal> =>
  askPool({ username }).then(() => 'asked' as const, askOutcomeOf);

export const resetPassword = (
  { username, code }: Reset,
  newPassword: string,
): Promise<'reset' | ResetRefusal> =>
  confirmResetPassword({ username, confirmationCode: code, newPassword }).then(
    () => 'reset' as const,
    resetRefusalOf,
  );

export const changePassword = (oldPassword: string, newPassword: string): Promise<'changed' | Refusal> =>
  updatePassword({ oldPassword, newPassword }).then(() => 'changed' as const, refusalOf);
