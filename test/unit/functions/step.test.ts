import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  Busy,
  DomainError,
  IdentityRefused,
  LicenseNotInPlan,
  NoFreeSeat,
  StaleAttempt,
} from '../../../core/domain/errors.ts';
import { FAILURE_CODES } from '../../../core/domain/failures.ts';
import { newId } from '../../../core/domain/ids.ts';
import { step } from '../../../functions/onboarding/step.ts';

const input = { accountId: newId('account'), runId: newId('run'), attempt: 1 };
const context = { awsRequestId: 'request-1' };

/** What a failed step leaves: the error as the execution's history shows it, and the lines of the log. */
const failWith = async (error: unknown) => {
  const handler = step('SetMessaging', () => Promise.reject(error));
  const thrown = await handler(input, context).catch((reason: unknown) => reason);
  if (!(thrown instanceof Error)) throw new Error('The step threw no error.');
  const { name, message, stack } = thrown;
  return { name, message, stack, log: JSON.stringify(vi.mocked(console.info).mock.calls) };
};

beforeEach(() => {
  vi.spyOn(console, 'info').mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe('a step', () => {
  it('works on the ids it is given, answers nothing and logs one line of ids and time', async () => {
    const seen: unknown[] = [];
    const handler = step('SetMessaging', async (ref) => {
      seen.push(ref);
    });
    expect(await handler({ ...input, email: 'ana@example.com' }, context)).toBeUndefined();
    expect(seen).toEqual([input]);
    expect(vi.mocked(console.info).mock.calls).toEqual([
      [
        {
          code: 'STEP_DONE',
          step: 'SetMessaging',
          ...input,
          requestId: 'request-1',
          milliseconds: expect.any(Number),
        },
      ],
    ]);
  });

  it.each([
    [new NoFreeSeat(['lmp', 'fax']), 'no-free-seat', 'No free license of: lmp, fax.'],
    [new LicenseNotInPlan(['fax']), 'license-not-in-plan', "The account's plan has no licenses of: fax."],
    [new IdentityRefused(), 'identity-refused', 'The sign-in service refuses this email address or user.'],
    [new Busy(), 'busy', 'Too much is going on at once. Try again in a moment.'],
    [new StaleAttempt(), 'stale-attempt', 'The run has moved on without this execution.'],
  ] as const)('throws a domain error under its stable name: %s', async (error, name, message) => {
    expect(error).toBeInstanceOf(DomainError);
    expect(await failWith(error)).toMatchObject({ name, message });
  });

  it.each([
    'ThrottlingException',
    'ProvisionedThroughputExceededException',
    'TooManyRequestsException',
    'TimeoutError',
  ])('calls what may pass “transient”, so that it is tried again: %s', async (name) => {
    const error = Object.assign(new Error('rate exceeded for ana@example.com'), { name });
    expect(await failWith(error)).toMatchObject({ name: 'transient' });
  });

  it('calls an error of the other side “transient” too', async () => {
    const error = Object.assign(new Error('oops'), {
      name: 'InternalServerError',
      $fault: 'server',
      $metadata: { httpStatusCode: 500 },
    });
    expect(await failWith(error)).toMatchObject({ name: 'transient' });
  });

  it.each([
    ['a bug', new TypeError('cannot read ana@example.com')],
    ['a refusal of AWS', Object.assign(new Error('Value ana@example.com'), { name: 'ValidationException' })],
    ['no error at all', 'ana@example.com'],
  ])('calls anything else “interrupted”: %s', async (_, error) => {
    expect(await failWith(error)).toMatchObject({
      name: 'interrupted',
      message: 'The function ended unexpectedly.',
    });
    expect(FAILURE_CODES).toContain('interrupted');
  });

  it('lets no personal data into the history or the log, whatever the error quotes', async () => {
    const errors = [
      new TypeError('ana@example.com, +14155550123'),
      Object.assign(new Error('{"email":"ana@example.com"}'), { name: 'ThrottlingException' }),
    ];
    for (const error of errors) {
      const { message, stack, log } = await failWith(error);
      expect(message + stack + log).not.toMatch(/ana@|4155550123/);
      expect(log).toContain('STEP_FAILED');
    }
  });

  it.each([{}, { ...input, attempt: 0 }, { ...input, runId: 'run_1' }, null])(
    'takes nothing but an execution’s input: %j',
    async (event) => {
      const handler = step('SetMessaging', async () => {});
      await expect(handler(event, context)).rejects.toThrow();
    },
  );
});
