import { describe, expect, it } from 'vitest';
import type { FunctionName } from '../../core/contract/environments.ts';
import { accessOf, type Route } from '../../core/contract/route.ts';
import { allRoutes, routes } from '../../core/contract/routes.ts';
import { functionName } from '../../lib/names.ts';
import { configuration, flat, onlyOne, type Resource, resourcesOf, synthesized } from './synthesized.ts';

const REGIONS = configuration.locations.map(({ region }) => region);
const templateOf = (region: string) => {
  const template = synthesized.locations.get(region);
  if (template === undefined) throw new Error(`No stack for ${region}`);
  return template;
};

const routesOf = (region: string): ReadonlyMap<string, Resource> =>
  new Map(
    Object.values(resourcesOf(templateOf(region), 'AWS::ApiGatewayV2::Route')).map((route) => [
      route.Properties.RouteKey,
      route,
    ]),
  );

/** The function that a route's integration calls. */
const functionOf = (region: string, route: Resource | undefined): string => {
  const template = templateOf(region);
  const integrationId = /\$\{(.+)\}/.exec(flat(route?.Properties.Target))?.[1] ?? '';
  const uri = flat(
    resourcesOf(template, 'AWS::ApiGatewayV2::Integration')[integrationId]?.Properties.IntegrationUri,
  );
  const functionId = /^\$\{(.+)\.Arn\}$/.exec(uri)?.[1] ?? '';
  return resourcesOf(template, 'AWS::Lambda::Function')[functionId]?.Properties.FunctionName;
};

describe.each(REGIONS)('the API in %s', (region) => {
  const found = routesOf(region);
  const template = templateOf(region);

  it('has every route of the contract and no other, but for the default', () => {
    expect([...found.keys()].toSorted()).toEqual(
      [...allRoutes.map(({ method, path }) => `${method} ${path}`), '$default'].toSorted(),
    );
  });

  it.each(
    Object.entries(routes).flatMap(([name, resource]) =>
      Object.values<Route>(resource).map((route) => ({ name, access: accessOf(route), ...route })),
    ),
  )(
    '$operationId is answered by the function $name, for whom the contract says',
    ({ name, method, path, access }) => {
      const route = found.get(`${method} ${path}`);
      expect(functionOf(region, route)).toBe(functionName('dev', name as FunctionName));
      if (access === 'public') {
        expect(route?.Properties).toMatchObject({ AuthorizationType: 'NONE' });
        expect(route?.Properties.AuthorizerId).toBeUndefined();
      } else {
        expect(route?.Properties).toMatchObject({
          AuthorizationType: 'JWT',
          AuthorizerId: { Ref: Object.keys(resourcesOf(template, 'AWS::ApiGatewayV2::Authorizer'))[0] },
          AuthorizationScopes: ['aws.cognito.signin.user.admin'],
        });
      }
    },
  );

  it('answers what matches no route by a function that may do nothing', () => {
    expect(functionOf(region, found.get('$default'))).toBe('rollcall-dev-unmatched');
  });

  it('takes the tokens of the home pool, for its two clients', () => {
    const { Properties } = onlyOne(template, 'AWS::ApiGatewayV2::Authorizer');
    const directory = '${us-east-1/Rollcall-dev-Directory/';
    expect(Properties.IdentitySource).toEqual(['$request.header.Authorization']);
    expect(flat(Properties.JwtConfiguration.Issuer)).toBe(
      `https://cognito-idp.us-east-1.amazonaws.com/${directory}UserPoolId}`,
    );
    expect(Properties.JwtConfiguration.Audience.map(flat)).toEqual([
      `${directory}ConsoleClientId}`,
      `${directory}ApiClientId}`,
    ]);
  });

  it('is reached by IPv4 and IPv6, from any origin, without cookies', () => {
    expect(onlyOne(template, 'AWS::ApiGatewayV2::Api').Properties).toMatchObject({
      IpAddressType: 'dualstack',
      CorsConfiguration: {
        AllowOrigins: ['*'],
        AllowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
        ExposeHeaders: ['location', 'etag', 'retry-after'],
      },
    });
    expect(
      onlyOne(template, 'AWS::ApiGatewayV2::Api').Properties.CorsConfiguration.AllowCredentials,
    ).toBeUndefined();
  });

  it('is throttled, and logs ids and times only', () => {
    const { Properties } = onlyOne(template, 'AWS::ApiGatewayV2::Stage');
    expect(Properties.DefaultRouteSettings).toMatchObject({
      ThrottlingBurstLimit: expect.any(Number),
      ThrottlingRateLimit: expect.any(Number),
    });
    const logged = Object.values(JSON.parse(Properties.AccessLogSettings.Format)).join(' ');
    expect(logged).toContain('$context.requestId');
    for (const personal of ['identity', 'authorizer.claims', 'path', 'userAgent', 'sourceIp', 'domain']) {
      expect(logged).not.toContain(personal);
    }
  });

  it('needs one permission for each function', () => {
    const functions = Object.keys(resourcesOf(template, 'AWS::Lambda::Function'));
    const permitted = Object.values(resourcesOf(template, 'AWS::Lambda::Permission')).map(
      ({ Properties }) => Properties.FunctionName['Fn::GetAtt'][0],
    );
    expect(permitted.toSorted()).toEqual(functions.toSorted());
  });

  it('tells its address', () => {
    expect(flat(template.toJSON().Outputs.ApiUrl.Value)).toContain(`.execute-api.${region}.`);
  });
});

describe('locations', () => {
  it('have the same template but for the region, the home region included', () => {
    // Logical ids aside: CDK puts the stack's name into those of permissions.
    const withoutRegion = (region: string) =>
      Object.values(resourcesOf(templateOf(region)))
        .map((resource) => JSON.stringify(resource))
        .map((text) => text.replaceAll(/(-assets-\$\{AWS::AccountId\}-|:execute-api:)[a-z0-9-]+/g, '$1'));
    const [home = '', ...others] = REGIONS;
    for (const region of others) expect(withoutRegion(region)).toEqual(withoutRegion(home));
  });
});
