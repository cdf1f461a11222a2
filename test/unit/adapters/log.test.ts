import { afterEach, describe, expect, it, vi } from 'vitest';
import { describeError, log } from '../../../core/adapters/log.ts';
import { isRetryable } from '../../../core/adapters/retryable.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe('log lines', () => {
  it('are one object: a code and its details', () => {
    const info = vi.spyOn(console, 'info').mockImplementation(() => {});
    log('RUN_STARTED', { runId: 'run_1' });
    expect(info.mock.calls).toEqual([[{ code: 'RUN_STARTED', runId: 'run_1' }]]);
  });

  it('say of an error what kind it is and where, never its message', () => {
    const described = describeError(new TypeError('ana@example.com\nis wrong'));
    expect(described).toMatchObject({ errorName: 'TypeError' });
    expect(described.at).toContain('log.test.ts');
    expect(JSON.stringify(described)).not.toMatch(/ana@|is wrong/);
    expect(describeError('ana@example.com')).toEqual({ errorName: 'string' });
  });
});

describe('what may pass by itself', () => {
  it.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'TooManyRequestsException',
    'TimeoutError',
  ])('is %s', (name) => {
    expect(isRetryable(Object.assign(new Error(), { name }))).toBe(true);
  });

  it.each(['ValidationException', 'AccessDeniedException', 'TypeError'])('is not %s', (name) => {
    expect(isRetryable(Object.assign(new Error(), { name }))).toBe(false);
    expect(isRetryable('ThrottlingException')).toBe(false);
    expect(isRetryable(undefined)).toBe(false);
  });
});
