import { describe, expect, it } from 'vitest';
import { problem } from '../../../core/contract/problem.ts';
import { PROBLEMS } from '../../../core/contract/problems.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import * as errors from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import type { HttpEvent } from '../../../core/http/event.ts';
import { problems } from '../../../core/http/problems.ts';
import { unmatched } from '../../../core/http/unmatched.ts';
import { inMemoryLog } from '../../ports/in-memory/services.ts';
import { everyError } from '../every-error.ts';
import { CONTEXT, eventOf } from './event.ts';

const answerTo = (error: Error, event: HttpEvent = eventOf()) => {
  const { log, lines } = inMemoryLog();
  const request = { event, error, response: undefined } as unknown as Parameters<
    NonNullable<ReturnType<typeof problems>['onError']>
  >[0];
  problems(log).onError?.(request);
  if (request.response === null || request.response === undefined) throw new Error('There is no answer.');
  const { statusCode, headers, body } = request.response;
  return { statusCode, headers, body: JSON.parse(body), lines };
};

/** Errors that no request meets: they end a stale execution, or answer an operator. */
const NEVER_IN_AN_ANSWER = {
  'stale-attempt': 'ends an execution that the run has left behind',
  'account-exists': 'answers the operator who makes accounts',
};

describe('X-11 problems', () => {
  it('know every domain error that a request can meet; the others are known for where they end', () => {
    expect(everyError).toHaveLength(Object.keys(errors).length - 1);
    for (const { code } of everyError) {
      expect([code in PROBLEMS, code in NEVER_IN_AN_ANSWER]).toContain(true);
      expect(code in PROBLEMS && code in NEVER_IN_AN_ANSWER).toBe(false);
    }
  });

  it.each(everyError.filter(({ code }) => code in PROBLEMS).map((error) => [error.code, error] as const))(
    'answer %s with its type, status and title, and the error’s own words',
    (code, error) => {
      const { statusCode, body, headers, lines } = answerTo(error);
      const { status, title } = PROBLEMS[code as keyof typeof PROBLEMS];
      expect(statusCode).toBe(status);
      expect(body).toMatchObject({
        type: `urn:rollcall:problem:${code}`,
        title,
        status,
        detail: error.message,
      });
      expect(body.errors).toEqual(error.faults.length > 0 ? error.faults : undefined);
      expect(headers['content-type']).toBe('application/problem+json');
      expect(headers['retry-after']).toBe(code === 'busy' ? '1' : undefined);
      expect(lines).toEqual([]);
    },
  );

  it('D-25 tell what has to be confirmed, by code', () => {
    const warnings = [
      { code: 'own-lockout', detail: 'You would lock yourself out.' },
      { code: 'no-page', detail: 'No page is left.' },
    ] as const;
    const { statusCode, body } = answerTo(new errors.ConfirmationRequired(warnings));
    expect(statusCode).toBe(409);
    expect(body.warnings).toEqual(warnings);
    expect(body.errors).toEqual([
      { pointer: '/confirm', detail: 'own-lockout: You would lock yourself out.' },
      { pointer: '/confirm', detail: 'no-page: No page is left.' },
    ]);
    expect(problem.safeParse(body).success).toBe(true);
  });

  it('D-32 show who exists already, to whom that was told', () => {
    const person = {
      userId: newId('user'),
      firstName: 'Ana',
      lastName: 'Ruiz',
      email: 'ana@example.com',
      loginId: 'ana',
      language: 'en',
      memberships: [{ accountId: newId('account'), accountName: 'Acme', role: undefined }],
    };
    const { statusCode, body, lines } = answerTo(new errors.UserExists([], person));
    expect([statusCode, body.detail]).toEqual([409, 'A user with this email address already exists.']);
    expect(body.person).toEqual(JSON.parse(JSON.stringify(person)));
    expect(problem.safeParse(body).success).toBe(true);
    expect(lines).toEqual([]);
    expect(answerTo(new errors.UserExists([])).body).not.toHaveProperty('person');
  });

  it('A-12 lead from every license that is missing to billing, in the account that was asked about', () => {
    const event = { ...eventOf(), pathParameters: { accountId: 'acc_1', userId: 'usr_1' } };
    for (const error of [new errors.NoFreeSeat(['lmp']), new errors.LicenseNotInPlan(['fax'])]) {
      const { body } = answerTo(error, event);
      expect(body.remedies).toContainEqual({
        detail: expect.any(String),
        operationId: 'changeSeats',
        method: 'PUT',
        path: '/v1/accounts/acc_1/billing/seats',
      });
    }
  });

  it('B-11 say who has the seats that are in the way', () => {
    const holders = [
      { kind: 'lmp', taken: 3, members: [{ userId: newId('user'), name: 'Ana Ruiz' }] },
    ] as const;
    const { body } = answerTo(new errors.SeatsTaken(holders));
    expect(body.holders).toEqual(holders);
    expect(body.errors).toEqual([{ pointer: '/seats/lmp', detail: 'must be at least 3: so many are taken' }]);
    expect(problem.safeParse(body).success).toBe(true);
  });

  it('have no more than their error gives', () => {
    for (const error of everyError.filter(({ code }) => code in PROBLEMS)) {
      const { body } = answerTo(error);
      expect('warnings' in body).toBe(error instanceof errors.ConfirmationRequired);
      expect('holders' in body).toBe(error instanceof errors.SeatsTaken);
      expect('licenses' in body).toBe(error instanceof errors.LicenseAcquisition);
      expect('remedies' in body).toBe(error.remedies.length > 0);
      expect(problem.safeParse(body).success).toBe(true);
    }
  });

  it('answer 503 for what may pass by itself, and say when to come again', () => {
    const throttled = Object.assign(new Error('rate of ana@example.com'), { name: 'ThrottlingException' });
    const { statusCode, headers, body, lines } = answerTo(throttled);
    expect([statusCode, headers['retry-after']]).toEqual([503, '1']);
    expect(JSON.stringify([body, lines])).not.toContain('ana@');
    expect(lines.map(({ code }) => code)).toEqual(['REQUEST_TOO_BUSY']);
  });

  it.each([
    ['a bug', new TypeError('cannot read ana@example.com')],
    ['an error that belongs to a run', new errors.StaleAttempt()],
    ['no error at all', 'ana@example.com' as unknown as Error],
  ])('answer 500 for %s, in general words, and log it once without its message', (_, error) => {
    const { statusCode, body, lines } = answerTo(error);
    expect(statusCode).toBe(500);
    expect(body).toMatchObject({
      type: 'urn:rollcall:problem:internal',
      instance: 'urn:rollcall:request:request-1',
    });
    expect(lines.map(({ code }) => code)).toEqual(['REQUEST_FAILED']);
    expect(JSON.stringify([body, lines])).not.toContain('ana@');
  });
});

describe('what no route matches', () => {
  const { log } = inMemoryLog();
  const handler = unmatched(allRoutes, log);
  const send = async (event: HttpEvent) => {
    const { statusCode, headers, body } = await handler(event, CONTEXT);
    return { statusCode, allow: headers.allow, type: JSON.parse(body).type };
  };

  it.each([
    ['DELETE /v1/accounts/acc_1/onboardings', 'POST, GET'],
    ['PUT /v1/me', 'GET'],
    ['GET /v1/accounts/acc_1/onboardings/run_1/resume', 'POST'],
  ])('X-11 answers 405 for %s, with the methods there are', async (route, allow) => {
    const answer = await send({ ...eventOf({ route }), routeKey: '$default' });
    expect(answer).toEqual({ statusCode: 405, allow, type: 'urn:rollcall:problem:method-not-allowed' });
  });

  it.each([
    'GET /',
    'GET /v1',
    'GET /v1/nothing',
    'DELETE /v1/accounts//onboardings',
    'GET /v1/me/',
    'GET /v1/accounts/acc_1/members/usr_1/completeness/more',
  ])('X-11 answers 404 for %s', async (route) => {
    expect(await send(eventOf({ route }))).toMatchObject({
      statusCode: 404,
      type: 'urn:rollcall:problem:not-found',
    });
  });
});
