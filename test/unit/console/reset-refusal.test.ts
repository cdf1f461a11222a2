import { describe, expect, it } from 'vitest';
import { readReset } from '../../../console/src/session/reset-link.ts';
import { askOutcomeOf, resetRefusalOf } from '../../../console/src/session/reset-refusal.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('asking for a mail with a code', () => {
  it.each([
    'UserNotFoundException',
    'NotAuthorizedException',
    'InvalidParameterException',
    'LimitExceededException',
    'CodeDeliveryFailureException',
    'UserLambdaValidationException',
  ])('is answered as if it had gone when %s would tell that somebody is there', (name) => {
    expect(askOutcomeOf(named(name))).toBe('asked');
  });

  it.each([
    ['TooManyRequestsException', 'too-many-attempts'],
    ['NetworkError', 'unreachable'],
    ['InternalErrorException', 'unexpected'],
    ['ResourceNotFoundException', 'unexpected'],
  ])('is refused for what has nothing to do with who was named: %s', (name, refusal) => {
    expect(askOutcomeOf(named(name))).toBe(refusal);
  });
});

describe('setting a new password', () => {
  it.each([
    'CodeMismatchException',
    'ExpiredCodeException',
    'UserNotFoundException',
    'NotAuthorizedException',
  ])('blames the code for %s, so that nobody learns who is there', (name) => {
    expect(resetRefusalOf(named(name))).toBe('code');
  });

  it.each([
    ['InvalidPasswordException', 'password-refused'],
    ['LimitExceededException', 'too-many-attempts'],
    ['NetworkError', 'unreachable'],
    ['InternalErrorException', 'unexpected'],
  ])('says what to do about %s', (name, refusal) => {
    expect(resetRefusalOf(named(name))).toBe(refusal);
  });
});

describe('the link of the mail', () => {
  it('carries user name and code in its fragment', () => {
    expect(readReset('#u=usr_1&c=012345')).toEqual({ username: 'usr_1', code: '012345' });
  });

  it.each(['', '#u=usr_1', '#c=012345', '#u=&c='])('is of no use without either: %o', (fragment) => {
    expect(readReset(fragment)).toBeUndefined();
  });
});
