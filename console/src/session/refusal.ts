/**
 * Why a sign-in was refused, as far as a person can do something about it. A disabled user and an unknown one are both
 * `credentials`: what is said must not tell who has a login here.
 */
export type Refusal =
  | 'credentials'
  | 'expired'
  | 'too-many-attempts'
  | 'password-refused'
  /** Of the authenticator app: mistyped, used already, or its time is over. */
  | 'wrong-code'
  | 'further-step'
  | 'unreachable'
  | 'unexpected';

const nameAndMessage = (error: unknown): { name: string; message: string } =>
  error instanceof Error ? error : { name: '', message: '' };

/** Cognito tells some refusals apart by nothing but the words of a NotAuthorizedException. */
export const refusalOf = (error: unknown): Refusal => {
  const { name, message } = nameAndMessage(error);
  switch (name) {
    case 'NotAuthorizedException':
      if (/expired and must be reset/i.test(message)) return 'expired';
      return /attempts exceeded/i.test(message) ? 'too-many-attempts' : 'credentials';
    case 'UserNotFoundException':
    case 'UserNotConfirmedException':
      return 'credentials';
    case 'LimitExceededException':
    case 'TooManyRequestsException':
    case 'TooManyFailedAttemptsException':
      return 'too-many-attempts';
    case 'InvalidPasswordException':
    case 'PasswordHistoryPolicyViolationException':
      return 'password-refused';
    case 'CodeMismatchException':
    case 'ExpiredCodeException':
    case 'EnableSoftwareTokenMFAException':
      return 'wrong-code';
    case 'PasswordResetRequiredException':
      return 'further-step';
    // How Amplify names a request that got no answer.
    case 'NetworkError':
    case 'Unknown':
      return 'unreachable';
    default:
      return 'unexpected';
  }
};
