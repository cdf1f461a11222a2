import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatePassword, requireConformingPassword } from '../../../local/cognito/password-policy.ts';

const strict = {
  MinimumLength: 12,
  RequireLowercase: true,
  RequireUppercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};
const lax = {
  ...strict,
  RequireLowercase: false,
  RequireUppercase: false,
  RequireNumbers: false,
  RequireSymbols: false,
};

it('a password made for a policy conforms to it and can stand in HTML', () => {
  fc.assert(
    fc.property(fc.integer({ min: 6, max: 99 }), (MinimumLength) => {
      const password = generatePassword({ ...strict, MinimumLength });
      requireConformingPassword({ ...strict, MinimumLength }, password);
      expect(password).not.toMatch(/[<>&"'\s]/);
    }),
  );
});

it.each([...'^$*.[]{}()?-"!@#%&/\\,><\':;|_~`+='])('%s counts as a symbol', (symbol) => {
  expect(() => requireConformingPassword(strict, `Abcdefghij12${symbol}`)).not.toThrow();
});

it('a space counts as a symbol inside, and an umlaut does not', () => {
  expect(() => requireConformingPassword(strict, 'Abcdef ghij12')).not.toThrow();
  expect(() => requireConformingPassword(strict, 'Abcdefghij12ä')).toThrow('symbol characters');
});

it('only what the policy asks for is asked for', () => {
  expect(() => requireConformingPassword(lax, 'twelveletters')).not.toThrow();
  expect(() => requireConformingPassword(lax, 'eleven-long')).toThrow('Password not long enough');
});
