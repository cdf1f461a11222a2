import * as z from 'zod/mini';
import { docs } from '../domain/docs.ts';
import { problem } from './problem.ts';
import { PROBLEMS, type ProblemCode, problemType } from './problems.ts';
import { accessOf, anyBody, type Route } from './route.ts';
import { allRoutes, routes as routesByResource } from './routes.ts';

type Json = Record<string, unknown>;

const REFERENCE = '#/components/schemas/';

/** Schemas that carry an `id` become components, referred to by name; their definitions are collected here. */
const schemas = (io: 'input' | 'output', components: Json) => (schema: z.core.$ZodType) => {
  const { $schema, $defs, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      // The format says it all, and nobody reads the pattern.
      if (jsonSchema.format === 'date-time' || jsonSchema.format === 'date') delete jsonSchema.pattern;
    },
  });
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] = rewritten(definition);
  return rewritten(json);
};

/** JSON Schema puts definitions under `$defs`; OpenAPI keeps them under `components`. */
const rewritten = (json: unknown): unknown =>
  JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', `"${REFERENCE}`), (key, value) =>
    key === 'id' && typeof value === 'string' ? undefined : value,
  );

const parametersOf = (
  shape: z.ZodMiniObject,
  place: 'path' | 'query',
  toJson: (schema: z.core.$ZodType) => unknown,
) =>
  Object.entries(shape.shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === 'path' || !z.safeParse(schema, undefined).success,
    description: docs.get(schema)?.description,
    schema: toJson(schema),
  }));

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'A repeat with the same key and body within 24 hours has no further effect.',
  schema: { type: 'string', maxLength: 255 },
};

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of what is to be changed: nothing is changed if it has another by now.',
  schema: { type: 'string' },
};

const responseSchema = z.object({ description: z.string(), content: z.record(z.string(), z.unknown()) });

/**
 * The gateway's own answer, before any of ours, with our problem for a session that has ended. The gateway says 403
 * `Forbidden` in the same way to a token of another kind.
 */
const unauthorized = (ours: unknown) => {
  const { description, content } = responseSchema.parse(ours);
  return {
    description: `There is no access token, or none that is valid.\n\n${description}`,
    content: {
      'application/json': { schema: { type: 'object', properties: { message: { type: 'string' } } } },
      ...content,
    },
  };
};

/** What any request of such a route can meet, besides the problems of its own. */
const problemsOf = (route: Route): readonly ProblemCode[] => {
  const access = accessOf(route);
  const account: ProblemCode[] =
    access === 'signed-in'
      ? ['endpoint-not-granted']
      : ['forbidden', 'member-not-active', 'address-not-allowed', 'endpoint-not-granted'];
  const conditional: ProblemCode[] = route.conditional ? ['changed-meanwhile', 'if-match-required'] : [];
  // A route that takes no body refuses one, and has to read it for that.
  const body: ProblemCode[] = ['malformed-json', 'body-too-large', 'unsupported-media-type'];
  if (access === 'public') return ['invalid-request', ...body, ...route.problems, 'internal'];
  return [
    'invalid-request',
    ...body,
    'signed-out',
    ...account,
    'not-found',
    ...conditional,
    ...route.problems,
    'busy',
    'internal',
  ];
};

const problemResponses = (route: Route): Json => {
  const byStatus = Map.groupBy(problemsOf(route), (code) => PROBLEMS[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${problemType(code)}\`: ${PROBLEMS[code].title}`).join('\n\n'),
        content: { 'application/problem+json': { schema: { $ref: `${REFERENCE}Problem` } } },
      },
    ]),
  );
};

/** The resource that each operation belongs to. */
const RESOURCES: ReadonlyMap<string, string> = new Map(
  Object.entries(routesByResource).flatMap(([name, resource]) =>
    Object.values<Route>(resource).map(({ operationId }) => [operationId, name] as const),
  ),
);

const tagsOf = ({ operationId }: Route): readonly string[] => {
  const resource = RESOURCES.get(operationId);
  return resource === undefined ? [] : [resource];
};

const headersOf = ({ success }: Route): Json => {
  const text = (description: string) => ({ description, schema: { type: 'string' } });
  const headers = {
    ...(success.location && { Location: text('Where to follow it.') }),
    ...(success.etag && { ETag: text('What to send as If-Match with a change.') }),
  };
  return Object.keys(headers).length > 0 ? { headers } : {};
};

const bodyOf = (route: Route, input: (schema: z.core.$ZodType) => unknown): Json => {
  const body = anyBody(route);
  return body === undefined
    ? {}
    : { requestBody: { required: true, content: { 'application/json': { schema: input(body) } } } };
};

const operation = (
  route: Route,
  input: (schema: z.core.$ZodType) => unknown,
  output: (schema: z.core.$ZodType) => unknown,
) => ({
  operationId: route.operationId,
  tags: tagsOf(route),
  summary: route.summary,
  description: route.description,
  security: accessOf(route) === 'public' ? [] : [{ accessToken: [] }],
  parameters: [
    ...parametersOf(route.params, 'path', input),
    ...parametersOf(route.query, 'query', input),
    ...(route.method === 'POST' ? [IDEMPOTENCY_KEY] : []),
    ...(route.conditional ? [IF_MATCH] : []),
  ],
  ...bodyOf(route, input),
  responses: {
    [route.success.status]: {
      description: route.success.description,
      ...headersOf(route),
      ...(route.success.status !== 204 && {
        content: {
          [route.success.contentType]: route.success.schema ? { schema: output(route.success.schema) } : {},
        },
      }),
    },
    ...problemResponses(route),
    ...(accessOf(route) !== 'public' && { 401: unauthorized(problemResponses(route)[401]) }),
  },
});

/** The contract as an OpenAPI 3.1 document, made from the route table and its schemas. */
export const openApiDocument = (routes: readonly Route[] = allRoutes): Json => {
  const components: Json = {};
  const input = schemas('input', components);
  const output = schemas('output', components);
  output(problem);
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    paths[route.path] = {
      ...paths[route.path],
      [route.method.toLowerCase()]: operation(route, input, output),
    };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Rollcall',
      version: '1',
      description: 'Onboards people onto call-centre platforms: one request, eight steps, a working login.',
    },
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'An access token of the user pool, with the scope aws.cognito.signin.user.admin.',
        },
      },
    },
  };
};
