import { expect, it } from 'vitest';
import { codeForStep, makeTotpSecret, stepAt, stepOfCode } from '../../../local/cognito/totp.ts';

/** RFC 6238, appendix B: the secret "12345678901234567890" in base32, and the last six digits of its codes. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at second %i the code is %s, as in RFC 6238', (second, code) => {
  expect(codeForStep(SECRET, stepAt(second * 1000))).toBe(code);
});

it('a code is good for its own step and one either way', () => {
  const now = 1_234_567_890_000;
  const step = stepAt(now);
  const found = [-2, -1, 0, 1, 2].map((offset) =>
    stepOfCode(SECRET, codeForStep(SECRET, step + offset), now),
  );
  expect(found).toEqual([undefined, step - 1, step, step + 1, undefined]);
});

it('secrets are base32 of 256 bits, and new each time', () => {
  expect(makeTotpSecret()).toMatch(/^[A-Z2-7]{52}$/);
  expect(makeTotpSecret()).not.toBe(makeTotpSecret());
});
