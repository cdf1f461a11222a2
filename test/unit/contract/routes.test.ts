import { describe, expect, it } from 'vitest';
import { createAccountRequest } from '../../../core/contract/create-account.ts';
import { environments } from '../../../core/contract/environments.ts';
import { listQuery } from '../../../core/contract/lists.ts';
import { memberListQuery } from '../../../core/contract/member.ts';
import { resumeRequest } from '../../../core/contract/onboarding.ts';
import { problem } from '../../../core/contract/problem.ts';
import { isProblemCode, PROBLEMS, problemType } from '../../../core/contract/problems.ts';
import { accessOf } from '../../../core/contract/route.ts';
import { allRoutes, routes } from '../../../core/contract/routes.ts';
import { TRANSIENT_ERRORS, WORK_STATES } from '../../../core/contract/workflow.ts';
import { ENDPOINT_KEYS, GRANTABLE_ENDPOINTS } from '../../../core/domain/endpoints.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { MENDING_CALL_NAMES, remedyBy } from '../../../core/domain/remedy.ts';

/** What the member alone may do: sign in, and out. */
const OF_PEOPLE: readonly string[] = [
  'startSession',
  'heartbeatSession',
  'endSession',
  'uploadFile',
  'takeOverFile',
];

const named = allRoutes.map((route) => [route.operationId, route] as const);

describe('the route table', () => {
  it('X-11 gives every route an operation id and a place of its own', () => {
    expect(new Set(allRoutes.map(({ operationId }) => operationId)).size).toBe(allRoutes.length);
    expect(new Set(allRoutes.map(({ method, path }) => `${method} ${path}`)).size).toBe(allRoutes.length);
  });

  it.each(named)('%s has just the path parameters that its schema names', (_, route) => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params.shape)).toEqual(inPath);
  });

  it.each(named)('%s refuses parameters that it does not know', (_, route) => {
    expect(route.query.safeParse({ unknown: 'x' }).success).toBe(false);
  });

  it.each(named)('%s is under an account exactly if a permission in one is needed', (_, route) => {
    expect(route.path.startsWith('/v1/accounts/{accountId}')).toBe(typeof accessOf(route) === 'object');
  });

  it.each(named)(
    '%s asks for a permission that there is, and lets oneself only where a member is meant',
    (_, route) => {
      const access = accessOf(route);
      if (typeof access !== 'object') return;
      expect(access.anyOf.length > 0 || access.orSelf || access.anyMember).toBe(true);
      expect(PERMISSION_KEYS).toEqual(expect.arrayContaining([...access.anyOf]));
      if (access.orSelf) expect(route.path).toContain('{userId}');
    },
  );

  it('A-12 has every call that is said to mend something, where that is said to be', () => {
    for (const name of MENDING_CALL_NAMES) {
      const { operationId, method, path } = remedyBy(name, '');
      const route = allRoutes.find((one) => one.operationId === operationId);
      expect([route?.method, route?.path]).toEqual([method, path]);
    }
  });

  it('E-20 has exactly one route for every endpoint that there is', () => {
    expect(allRoutes.map(({ operationId }) => operationId).sort()).toEqual([...ENDPOINT_KEYS].sort());
  });

  it('E-11 E-20 lets API users be granted what is inside an account, and nothing that is a person’s or everybody’s', () => {
    const inside = allRoutes.filter(
      (route) => route.path.startsWith('/v1/accounts/{accountId}') && !OF_PEOPLE.includes(route.operationId),
    );
    expect([...GRANTABLE_ENDPOINTS].sort()).toEqual(inside.map(({ operationId }) => operationId).sort());
  });

  it.each(named)(
    'X-11 %s asks for the ETag that it was based on exactly if it replaces something',
    (_, route) => {
      const replaces = route.method === 'PUT' || route.method === 'PATCH' || route.method === 'DELETE';
      // How many seats there are, what is owned says.
      const whole = route.path.replace(/\/seats$/, '');
      const hasETag = allRoutes.some(
        ({ method, path, success }) => method === 'GET' && path === whole && success.etag,
      );
      expect(route.conditional === true).toBe(replaces && hasETag && route.operationId !== 'revokeApiUser');
    },
  );

  it.each(named)('%s takes a body only where it changes something', (_, route) => {
    if (route.method === 'GET') expect(route.body).toBeUndefined();
    else expect(route.problems.every(isProblemCode)).toBe(true);
  });

  it('has a function for every resource', () => {
    expect(Object.keys(environments)).toEqual(expect.arrayContaining(Object.keys(routes)));
  });

  it('A-1…A-8 lists the states of the run in order, Activate last', () => {
    expect(WORK_STATES).toHaveLength(9);
    expect(WORK_STATES.at(-1)).toBe('Activate');
    expect(TRANSIENT_ERRORS).toContain('busy');
  });
});

describe('problems', () => {
  it('X-11 each have a type of their own, an error status and a title', () => {
    for (const [code, { status, title }] of Object.entries(PROBLEMS)) {
      expect(isProblemCode(code) && problemType(code)).toBe(`urn:rollcall:problem:${code}`);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title).toMatch(/\.$/);
    }
    expect(isProblemCode('constructor')).toBe(false);
    expect(problem.safeParse({ type: 'x', title: 'x', status: 400 }).success).toBe(true);
  });
});

describe('requests', () => {
  it.each([
    [{}, 25],
    [{ limit: '1' }, 1],
    [{ limit: '100' }, 100],
  ])('list a page of so many: %j', (query, limit) => {
    expect(listQuery.limit.parse(Object.values(query)[0])).toBe(limit);
  });

  it.each(['0', '101', 'x', '1.5', ''])('refuse a page of %s', (limit) => {
    expect(listQuery.limit.safeParse(limit).success).toBe(false);
  });

  it('A-14 list members of one status, or of any', () => {
    expect(memberListQuery.parse({})).toEqual({ limit: 25 });
    expect(memberListQuery.parse({ status: 'any' }).status).toBe('any');
    expect(memberListQuery.safeParse({ status: 'gone' }).success).toBe(false);
  });

  it('measure a beginning as it will be looked for, so that it fits into a key', () => {
    expect(memberListQuery.parse({ name: ' Ａnn ' }).name).toBe('Ann');
    expect(memberListQuery.safeParse({ name: '\ufdfa'.repeat(200) }).success).toBe(false);
    expect(memberListQuery.parse({ email: ' Ann@Ｅxample' }).email).toBe('ann@example');
    expect(memberListQuery.parse({ loginId: 'ANN.' }).loginId).toBe('ann.');
    expect(memberListQuery.safeParse({ loginId: ' ' }).success).toBe(false);
  });

  it('search for one beginning, and name each that is too many', () => {
    const { error } = memberListQuery.safeParse({ name: 'Ann', email: 'a', loginId: 'b' });
    expect(error?.issues.map(({ path, message }) => [path, message])).toEqual([
      [['email'], 'must not be there besides name: of name, email, loginId only one can be searched for'],
      [['loginId'], 'must not be there besides name: of name, email, loginId only one can be searched for'],
    ]);
  });

  it('resume with nothing corrected, or with some sections, of those that there are', () => {
    expect(resumeRequest.parse({})).toEqual({ sections: {} });
    expect(resumeRequest.parse({ sections: { licenses: { kinds: ['lmp'] } } })).toEqual({
      sections: { licenses: { kinds: ['lmp'] } },
    });
    expect(resumeRequest.safeParse({ sections: { salary: 1 } }).success).toBe(false);
  });

  it('create an account with each pool named once', () => {
    const pool = { kind: 'lmp', purchased: 1 };
    const request = (pools: unknown) => ({
      account: { name: 'Acme', pools },
      administrator: {
        email: 'ana@example.com',
        loginId: 'ana',
        firstName: 'Ana',
        lastName: 'Ruiz',
        location: 'us-east-1',
      },
    });
    expect(createAccountRequest.safeParse(request([pool])).success).toBe(true);
    const twice = createAccountRequest.safeParse(request([pool, { ...pool, purchased: 0 }]));
    expect(twice.error?.issues).toMatchObject([
      { path: ['account', 'pools'], message: 'must name each kind once' },
    ]);
  });
});
