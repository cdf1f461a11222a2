import { resetPassword as askPool, confirmResetPassword, updatePassword } from 'aws-amplify/auth';
import { refusalOf } from './refusal.ts';
import { askOutcomeOf, resetRefusalOf } from './reset-refusal.ts';
import type { Session } from './session.ts';

export const askForReset: Session['askForReset'] = (username) =>
  askPool({ username }).then(() => 'asked' as const, askOutcomeOf);

export const resetPassword: Session['resetPassword'] = ({ username, code }, newPassword) =>
  confirmResetPassword({ username, confirmationCode: code, newPassword }).then(
    () => 'reset' as const,
    resetRefusalOf,
  );

export const changePassword: Session['changePassword'] = (oldPassword, newPassword) =>
  updatePassword({ oldPassword, newPassword }).then(() => 'changed' as const, refusalOf);
