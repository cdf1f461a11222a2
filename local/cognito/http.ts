import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Cognito } from './cognito.ts';
import { CognitoError } from './errors.ts';
import { operations } from './operations/index.ts';

const SERVICE = 'AWSCognitoIdentityProviderService.';
const EXPOSED_HEADERS = ['x-amzn-RequestId', 'x-amzn-ErrorType', 'x-amzn-ErrorMessage', 'Date'];

const answer = (context: Context, status: 200 | 400 | 500, body: object, errorType?: string): Response =>
  context.body(JSON.stringify(body), status, {
    'content-type': 'application/x-amz-json-1.1',
    'x-amzn-requestid': randomUUID(),
    ...(errorType === undefined ? {} : { 'x-amzn-errortype': `${errorType}:` }),
  });

const refusal = (context: Context, error: unknown): Response => {
  if (error instanceof CognitoError && error.name !== 'InternalErrorException') {
    return answer(context, 400, { __type: error.name, message: error.message }, error.name);
  }
  console.error('The local Cognito failed:', error);
  const name = 'InternalErrorException';
  return answer(context, 500, { __type: name, message: 'Something went wrong' }, name);
};

const parseBody = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new CognitoError('SerializationException', 'The request body is not JSON.');
  }
};

const run = async (cognito: Cognito, context: Context): Promise<object> => {
  const target = context.req.header('x-amz-target') ?? '';
  const operation = target.startsWith(SERVICE) ? operations.get(target.slice(SERVICE.length)) : undefined;
  if (operation === undefined)
    throw new CognitoError('UnknownOperationException', `Unknown operation ${target}`);
  if (operation.access === 'admin' && !context.req.header('authorization')) {
    throw new CognitoError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  }
  return operation.run(cognito, parseBody(await context.req.text()));
};

/** The pool's HTTP face: AWS JSON 1.1 on `POST /`, and the documents a JWT authorizer reads. */
export const createApp = (cognito: Cognito): Hono => {
  const { pool, tokens } = cognito;
  const app = new Hono();
  // The console in the browser calls the pool itself, from another origin.
  app.use(
    cors({ origin: '*', allowMethods: ['GET', 'POST'], exposeHeaders: EXPOSED_HEADERS, maxAge: 172_800 }),
  );
  app.post('/', async (context) => {
    try {
      return answer(context, 200, await run(cognito, context));
    } catch (error) {
      return refusal(context, error);
    }
  });
  app.get(`/${pool.id}/.well-known/jwks.json`, (context) => context.json(tokens.jwks));
  app.get(`/${pool.id}/.well-known/openid-configuration`, (context) =>
    context.json({
      issuer: pool.issuer,
      jwks_uri: `${new URL(context.req.url).origin}/${pool.id}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      scopes_supported: ['openid', 'email', 'phone', 'profile'],
      subject_types_supported: ['public'],
    }),
  );
  return app;
};
