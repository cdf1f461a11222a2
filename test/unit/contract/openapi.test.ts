import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openApiDocument } from '../../../core/contract/openapi.ts';
import { problemType } from '../../../core/contract/problems.ts';
import { accessOf } from '../../../core/contract/route.ts';
import { allRoutes } from '../../../core/contract/routes.ts';

const schema = z.record(z.string(), z.unknown());
const content = z.record(
  z.string().regex(/^\w+\/[\w+-]+(; .*)?$/),
  z.strictObject({ schema: schema.optional() }),
);

const parameter = z.strictObject({
  name: z.string().min(1),
  in: z.enum(['path', 'query', 'header']),
  required: z.boolean(),
  description: z.string().min(1),
  schema,
});

const response = z.strictObject({
  description: z.string().min(1),
  headers: z.record(z.string(), z.strictObject({ description: z.string(), schema })).optional(),
  content: content.optional(),
});

const operation = z.strictObject({
  operationId: z.string().regex(/^[a-z][A-Za-z]+$/),
  tags: z.array(z.string().min(1)).length(1),
  summary: z.string().min(1),
  description: z.string().min(1).optional(),
  security: z.array(z.strictObject({ accessToken: z.array(z.string()).length(0) })),
  parameters: z.array(parameter),
  requestBody: z.strictObject({ required: z.literal(true), content }).optional(),
  responses: z.record(z.string().regex(/^[1-5]\d\d$/), response),
});

/** As much of the OpenAPI 3.1 specification as the document makes use of; a field it does not know is a fault. */
const document31 = z.strictObject({
  openapi: z.string().regex(/^3\.1\.\d$/),
  info: z.strictObject({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(
    z.string().regex(/^\/(?:[^{}]+|\{\w+\})*$/),
    z.strictObject({
      get: operation.optional(),
      post: operation.optional(),
      put: operation.optional(),
      patch: operation.optional(),
      delete: operation.optional(),
    }),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().regex(/^[\w.-]+$/), schema),
    securitySchemes: z.strictObject({
      accessToken: z.strictObject({
        type: z.literal('http'),
        scheme: z.literal('bearer'),
        bearerFormat: z.string(),
        description: z.string(),
      }),
    }),
  }),
});

const made = openApiDocument();
const document = document31.parse(JSON.parse(JSON.stringify(made)));

const VERBS = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

const operationOf = (path: string, method: keyof typeof VERBS) => {
  const found = document.paths[path]?.[VERBS[method]];
  if (found === undefined) throw new Error(`The document lacks ${method} ${path}.`);
  return found;
};

const valuesOf = (json: unknown, key: string): unknown[] => {
  if (typeof json !== 'object' || json === null) return [];
  return Object.entries(json).flatMap(([name, value]) => [
    ...(name === key ? [value] : []),
    ...valuesOf(value, key),
  ]);
};

describe('X-11 the OpenAPI document', () => {
  it('has every route, and nothing else', () => {
    const inDocument = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(inDocument.sort()).toEqual(allRoutes.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('refers only to what it holds', () => {
    const references = valuesOf(made, '$ref');
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const name = String(reference).replace('#/components/schemas/', '');
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
  });

  it('leaves nothing behind of how the schemas are written here', () => {
    for (const key of ['$defs', '$schema', 'id']) {
      const left = valuesOf(document.components.schemas, key).filter((value) => typeof value === 'string');
      expect(left).toEqual([]);
    }
  });

  it.each(allRoutes.map((route) => [route.operationId, route] as const))(
    '%s says who may, what it takes, what it answers and what can go wrong',
    (_, route) => {
      const found = operationOf(route.path, route.method);
      expect(found.operationId).toBe(route.operationId);
      expect(found.security).toHaveLength(accessOf(route) === 'public' ? 0 : 1);
      expect(found.requestBody !== undefined).toBe(route.body !== undefined);
      const answer = found.responses[route.success.status];
      const types = route.success.status === 204 ? undefined : [route.success.contentType];
      expect(answer?.content && Object.keys(answer.content)).toEqual(types);
      expect(answer?.headers?.ETag !== undefined).toBe(route.success.etag === true);
      const headers = found.parameters.filter((one) => one.in === 'header').map(({ name }) => name);
      expect(headers.includes('If-Match')).toBe(route.conditional === true);
      const inPath = found.parameters.filter((one) => one.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
      expect(found.parameters.filter((one) => one.in === 'path').every(({ required }) => required)).toBe(
        true,
      );
      const problems = Object.values(found.responses)
        .map(({ description }) => description)
        .join('\n');
      for (const code of route.problems) expect(problems).toContain(`\`${problemType(code)}\``);
    },
  );

  it('tells which query parameters may be left out', () => {
    const query = operationOf('/v1/accounts/{accountId}/members', 'GET').parameters.filter(
      (one) => one.in === 'query',
    );
    expect(query.map(({ name, required }) => `${name} ${required}`)).toEqual([
      'status false',
      'folderId false',
      'role false',
      'location false',
      'name false',
      'email false',
      'loginId false',
      'limit false',
      'cursor false',
    ]);
  });

  it('shows a Location where an answer has one, and an Idempotency-Key on every POST', () => {
    for (const route of allRoutes) {
      const { responses, parameters } = operationOf(route.path, route.method);
      expect(responses[route.success.status]?.headers?.Location !== undefined).toBe(
        route.success.location === true,
      );
      expect(parameters.some(({ name }) => name === 'Idempotency-Key')).toBe(route.method === 'POST');
    }
  });

  it('D-7 shows what a request must have, and what may be left out', () => {
    const { OnboardingRequest } = document.components.schemas;
    expect(OnboardingRequest).toMatchObject({
      required: ['profile', 'licenses', 'permissions'],
      additionalProperties: false,
    });
    const { properties } = z.object({ properties: z.record(z.string(), schema) }).parse(OnboardingRequest);
    expect(properties.profile?.required).toEqual(['firstName', 'lastName', 'email', 'loginId', 'location']);
    expect(valuesOf(properties.licenses, 'uniqueItems')).toEqual([true]);
  });

  it('spells the values of the catalogue out once each', () => {
    const enums = valuesOf(made, 'enum').map((values) => JSON.stringify(values));
    const long = enums.filter((values) => values.length > 200);
    expect(long.length).toBeGreaterThan(3);
    expect(new Set(long).size).toBe(long.length);
  });

  it('answers problems as application/problem+json', () => {
    const { responses } = operationOf('/v1/me', 'GET');
    expect(Object.keys(responses).sort()).toEqual([
      '200',
      '400',
      '401',
      '403',
      '404',
      '413',
      '415',
      '500',
      '503',
    ]);
    expect(responses['404']?.content).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    });
  });
});
