import { refusalOf } from './refusal.ts';

/** Why nobody could be asked for a mail with a code, as far as that has nothing to do with who was named. */
export type AskRefusal = 'too-many-attempts' | 'unreachable' | 'unexpected';

/** Why a code did not set a new password. `code`: it is wrong, used, too old, or replaced by a newer one. */
export type ResetRefusal = AskRefusal | 'code' | 'password-refused';

/** All that Cognito says only of people who are there: told, it would tell who has a login here. */
const ONLY_OF_USERS = [
  'UserNotFoundException',
  'UserNotConfirmedException',
  'NotAuthorizedException',
  'InvalidParameterException',
  'LimitExceededException',
  'CodeDeliveryFailureException',
  'InvalidEmailRoleAccessPolicyException',
  'InvalidLambdaResponseException',
  'UnexpectedLambdaException',
  'UserLambdaValidationException',
];

const isNamed = (error: unknown, names: readonly string[]): boolean =>
  error instanceof Error && names.includes(error.name);

const general = (error: unknown): AskRefusal => {
  const refusal = refusalOf(error);
  return refusal === 'too-many-attempts' || refusal === 'unreachable' ? refusal : 'unexpected';
};

/** What to tell whoever asked for a mail: `asked` even when none went, if the reason is the person who was named. */
export const askOutcomeOf = (error: unknown): 'asked' | AskRefusal =>
  isNamed(error, ONLY_OF_USERS) ? 'asked' : general(error);

/** An unknown user and a wrong code are one and the same. */
export const resetRefusalOf = (error: unknown): ResetRefusal => {
  if (isNamed(error, ['CodeMismatchException', 'ExpiredCodeException'])) return 'code';
  const refusal = refusalOf(error);
  if (refusal === 'credentials') return 'code';
  return refusal === 'password-refused' ? refusal : general(error);
};
