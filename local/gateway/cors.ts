import type { IncomingHttpHeaders } from 'node:http';
import type { Hosted } from '../template/home.ts';

type CorsConfiguration = NonNullable<Hosted<'AWS::ApiGatewayV2::Api'>['properties']['CorsConfiguration']>;

/** The cross-origin rules of the API, or none. Where there are some, the functions' own CORS headers do not count. */
export interface Cors {
  /** The gateway's own answer to a preflight, whatever the routes; undefined for any other request. */
  readonly preflight: (method: string, headers: IncomingHttpHeaders) => Response | undefined;
  readonly apply: (response: Response, headers: IncomingHttpHeaders) => void;
}

const CORS_HEADERS = [
  'access-control-allow-origin',
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-expose-headers',
  'access-control-max-age',
];

export const createCors = (configuration: CorsConfiguration | undefined): Cors => {
  if (configuration === undefined) return { preflight: () => undefined, apply: () => {} };
  const { AllowOrigins, AllowMethods, AllowHeaders, ExposeHeaders, MaxAge, AllowCredentials } = configuration;
  const allowedOrigin = (origin: string | undefined): string | undefined => {
    if (origin === undefined) return undefined;
    if (AllowOrigins.includes('*')) return AllowCredentials ? origin : '*';
    return AllowOrigins.includes(origin) ? origin : undefined;
  };
  const setOrigin = (target: Headers, origin: string): void => {
    target.set('access-control-allow-origin', origin);
    if (AllowCredentials) target.set('access-control-allow-credentials', 'true');
  };
  return {
    preflight: (method, headers) => {
      const wanted = headers['access-control-request-method'];
      if (method !== 'OPTIONS' || headers.origin === undefined || wanted === undefined) return undefined;
      const answer = new Headers();
      const origin = allowedOrigin(headers.origin);
      if (origin !== undefined) {
        setOrigin(answer, origin);
        if (AllowMethods.length > 0) answer.set('access-control-allow-methods', AllowMethods.join(','));
        if (AllowHeaders.length > 0) answer.set('access-control-allow-headers', AllowHeaders.join(','));
        if (MaxAge !== undefined) answer.set('access-control-max-age', String(MaxAge));
      }
      return new Response(null, { status: 204, headers: answer });
    },
    apply: (response, headers) => {
      for (const name of CORS_HEADERS) response.headers.delete(name);
      const origin = allowedOrigin(headers.origin);
      if (origin === undefined) return;
      setOrigin(response.headers, origin);
      if (ExposeHeaders.length > 0) {
        response.headers.set('access-control-expose-headers', ExposeHeaders.join(','));
      }
    },
  };
};
