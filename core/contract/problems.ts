/**
 * Every problem a request can meet (RFC 9457): the stable code that ends its `type`, its HTTP status, its title.
 * Domain errors are found here by their `code`; what is not here is a bug, and answers 500.
 */
export const PROBLEMS = {
  'malformed-json': { status: 400, title: 'The body is not JSON.' },
  'invalid-request': { status: 400, title: 'The request has faults.' },
  'signed-out': { status: 401, title: 'You were signed out.' },
  'bad-credentials': { status: 401, title: 'Id and secret sign nobody in.' },
  forbidden: { status: 403, title: 'You may not do this.' },
  'endpoint-not-granted': { status: 403, title: 'This API user was not granted this endpoint.' },
  'not-in-folder': { status: 403, title: 'The folder does not let you.' },
  'not-on-access-list': { status: 403, title: 'The access list does not let you.' },
  'support-only': { status: 403, title: 'Only the platform’s support may do this.' },
  'more-than-held': { status: 403, title: 'You can give only what you hold yourself.' },
  'not-owner': { status: 403, title: 'Only the account that created the user may do this.' },
  'not-yours-to-change': { status: 403, title: 'This is for somebody else to change.' },
  'member-not-active': { status: 403, title: 'Your membership is not active.' },
  'address-not-allowed': { status: 403, title: 'Your IP address is not allowed.' },
  'not-found': { status: 404, title: 'Not found.' },
  // As for everything else of an account that one has nothing to do with.
  'no-offer': { status: 404, title: 'There is no offer.' },
  'method-not-allowed': { status: 405, title: 'This resource does not know that method.' },
  'user-exists': { status: 409, title: 'A user with this email address already exists.' },
  'login-id-taken': { status: 409, title: 'A user with this login ID already exists.' },
  'extension-taken': { status: 409, title: 'Another member has this extension.' },
  'asset-exists': { status: 409, title: 'There is one with this key already.' },
  'already-claimed': { status: 409, title: 'It belongs to somebody already.' },
  'asset-gone': { status: 409, title: 'What is named here is not there any more.' },
  'not-archived': { status: 409, title: 'It has to be archived first.' },
  'already-member': { status: 409, title: 'The user has access already, or an offer of it.' },
  'confirmation-required': { status: 409, title: 'This has consequences to confirm.' },
  'last-administrator': { status: 409, title: 'An account always has an administrator.' },
  'wrong-member-status': { status: 409, title: 'The member is not in a state for this.' },
  'in-use': { status: 409, title: 'It is in use.' },
  'policy-full': { status: 409, title: 'There are too many roles, folders or groups.' },
  'secret-shown-before': { status: 409, title: 'The secret was shown before.' },
  'no-free-seat': { status: 409, title: 'No license is free.' },
  'license-not-in-plan': { status: 409, title: 'The plan has no such license.' },
  'license-acquisition': { status: 409, title: 'No seat is free to sign in.' },
  'seats-taken': { status: 409, title: 'More seats are taken than would be left.' },
  'run-not-failed': { status: 409, title: 'The run has not failed.' },
  'no-password-yet': { status: 409, title: 'The user has not chosen a password yet.' },
  'already-accepted': { status: 409, title: 'The user has chosen a password already.' },
  'identity-refused': { status: 409, title: 'The sign-in service refuses this user.' },
  'too-many-files': { status: 409, title: 'There are too many files that nobody uses.' },
  'file-not-uploaded': { status: 409, title: 'The file has not been uploaded yet.' },
  'step-already-done': { status: 409, title: 'The step is done.' },
  'changed-meanwhile': { status: 412, title: 'It has changed meanwhile.' },
  'body-too-large': { status: 413, title: 'The body is larger than 256 KB.' },
  'unsupported-media-type': { status: 415, title: 'The body must be application/json.' },
  'file-refused': { status: 422, title: 'The file is not what it is for.' },
  'idempotency-key-reused': { status: 422, title: 'The Idempotency-Key belongs to another request.' },
  'if-match-required': { status: 428, title: 'The request must say what it is based on.' },
  internal: { status: 500, title: 'Something went wrong on our side.' },
  'mail-not-sent': { status: 503, title: 'The mail could not be sent.' },
  busy: { status: 503, title: 'Too busy. Try again in a moment.' },
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

export const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);

/** What every problem's `type` begins with; its code follows. */
export const PROBLEM_TYPE = 'urn:rollcall:problem:';

export const problemType = (code: ProblemCode): string => `${PROBLEM_TYPE}${code}`;
