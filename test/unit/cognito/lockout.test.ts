import { expect, it } from 'vitest';
import { lockMilliseconds } from '../../../local/cognito/store/failures.ts';

it('the lock is 2^(n-5) seconds from the fifth failure on, a quarter of an hour at most', () => {
  expect([1, 4, 5, 6, 7, 10, 14].map(lockMilliseconds)).toEqual([0, 0, 1000, 2000, 4000, 32_000, 512_000]);
  expect([15, 20, 2000].map(lockMilliseconds)).toEqual([900_000, 900_000, 900_000]);
});
