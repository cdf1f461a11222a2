/**
 * Every problem a request can meet (RFC 9457): the stable code that ends its `type`, its HTTP status, its title.
 * Domain errors are found here by their `code`; what is not here is a bug, and answers 500.
 */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The body is not JSON.' },
  'invalid-request': { status: 400, title: 'The request has faults.' },
  forbidden: { status: 403, title: 'You may not do this.' },
  'more-than-held': { status: 403, title: 'You can give only what you hold yourself.' },
  'member-not-active': { status: 403, title: 'Your membership is not active.' },
  'address-not-allowed': { status: 403, title: 'Your IP address is not allowed.' },
  'not-found': { status: 404, title: 'Not found.' },
  'method-not-allowed': { status: 405, title: 'This resource does not know that method.' },
  'user-exists': { status: 409, title: 'A user with this email address already exists.' },
  'login-id-taken': { status: 409, title: 'A user with this login ID already exists.' },
  'run-not-failed': { status: 409, title: 'The run has not failed.' },
  'no-password-yet': { status: 409, title: 'The user has not chosen a password yet.' },
  'identity-refused': { status: 409, title: 'The sign-in service refuses this user.' },
  'step-already-done': { status: 409, title: 'The step is done.' },
  'body-too-large': { status: 413, title: 'The body is larger than 256 KB.' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json.' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  'mail-not-sent': { status: 503, title: 'The mail could not be sent.' },
  busy: { status: 503, title: 'Too busy. Try again in a moment.' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** What every problem's `type` begins with; its code follows. */
export const PROBLEM_TYPE = 'urn:rollcall:problem:';

export const problemType = (code: ProblemCode): string => `${PROBLEM_TYPE}${code}`;
