import { decodePath } from '../decode-path.ts';
import type { Home, Hosted } from '../template/home.ts';

type Authorizer = Hosted<'AWS::ApiGatewayV2::Authorizer'>['properties']['JwtConfiguration'];

/** A route of the HTTP API with all it refers to. */
export interface Route {
  /** `GET /v1/accounts/{accountId}` or `$default`. */
  readonly key: string;
  readonly method: string;
  readonly segments: readonly string[];
  readonly functionArn: string;
  readonly timeoutMilliseconds: number;
  readonly jwt: (Authorizer & { readonly scopes: readonly string[] }) | undefined;
}

export interface MatchedRoute {
  readonly route: Route;
  /** Decoded, by name. */
  readonly parameters: Readonly<Record<string, string>>;
}

const byRef = <Resource extends { readonly ref: string }>(
  resources: readonly Resource[],
  ref: string | undefined,
): Resource => {
  const found = resources.find((resource) => resource.ref === ref);
  if (found === undefined) throw new Error(`the HTTP API refers to ${ref}, which is not there`);
  return found;
};

/** Reads the routes of the home location's HTTP API. */
export const readRoutes = (home: Home): readonly Route[] => {
  const integrations = home.all('AWS::ApiGatewayV2::Integration');
  const authorizers = home.all('AWS::ApiGatewayV2::Authorizer');
  return home.all('AWS::ApiGatewayV2::Route').map(({ properties }) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId, AuthorizationScopes } = properties;
    const integration = byRef(integrations, Target.replace('integrations/', '')).properties;
    const [method = '', path = ''] = RouteKey.split(' ');
    return {
      key: RouteKey,
      method,
      segments: path.split('/').slice(1),
      functionArn: integration.IntegrationUri,
      timeoutMilliseconds: integration.TimeoutInMillis,
      jwt:
        AuthorizationType === 'NONE'
          ? undefined
          : {
              ...byRef(authorizers, AuthorizerId).properties.JwtConfiguration,
              scopes: AuthorizationScopes,
            },
    };
  });
};

const parameterName = (segment: string): string | undefined => /^\{(.+?)\+?\}$/.exec(segment)?.[1];
const isGreedy = (segment: string): boolean => segment.endsWith('+}');

const matchSegments = (
  template: readonly string[],
  path: readonly string[],
): Readonly<Record<string, string>> | undefined => {
  const parameters: Record<string, string> = {};
  for (const [index, segment] of template.entries()) {
    const given = path[index];
    const name = parameterName(segment);
    if (given === undefined || (name !== undefined && given === '')) return undefined;
    if (name === undefined) {
      if (segment !== decodePath(given)) return undefined;
    } else if (isGreedy(segment)) {
      return { ...parameters, [name]: path.slice(index).map(decodePath).join('/') };
    } else {
      parameters[name] = decodePath(given);
    }
  }
  return template.length === path.length ? parameters : undefined;
};

/** Lower is more specific, segment by segment: fixed text, then a parameter, then a greedy one; last, `ANY`. */
const specificity = ({ segments, method }: Route): string =>
  segments
    .map((segment) => (parameterName(segment) === undefined ? '0' : isGreedy(segment) ? '2' : '1'))
    .concat(method === 'ANY' ? '1' : '0')
    .join('');

/** The route API Gateway would choose for a method and a path as it came in, still encoded. */
export const matchRoute = (
  routes: readonly Route[],
  method: string,
  path: string,
): MatchedRoute | undefined => {
  const segments = path.split('/').slice(1);
  const [best] = routes
    .filter((route) => route.method === method || route.method === 'ANY')
    .flatMap((route): MatchedRoute[] => {
      const parameters = matchSegments(route.segments, segments);
      return parameters === undefined ? [] : [{ route, parameters }];
    })
    .sort((left, right) => specificity(left.route).localeCompare(specificity(right.route)));
  if (best !== undefined) return best;
  const fallback = routes.find(({ key }) => key === '$default');
  return fallback && { route: fallback, parameters: {} };
};
