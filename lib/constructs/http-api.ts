import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  CorsHttpMethod,
  HttpApi as GatewayApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  IpAddressType,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpJwtAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { accessOf, type Route } from '../../core/contract/route.ts';
import { allRoutes, type ResourceName, routes } from '../../core/contract/routes.ts';
import { apiName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';
import { LOG_RETENTION } from './function.ts';

export interface HttpApiProps {
  readonly stage: string;
  /** One function for all routes of a resource, and one for calls that match no route. */
  readonly functions: Record<ResourceName | 'unmatched', IFunction>;
  /** Whose tokens are taken, and for which app clients. */
  readonly tokens: { readonly issuer: string; readonly audience: readonly string[] };
}

/** Access tokens have it, id tokens have not: only access tokens pass. */
const ACCESS_TOKEN_SCOPE = 'aws.cognito.signin.user.admin';

/** What happened to a call, by ids; never who called, from where, or with what. */
const ACCESS_LOG = {
  requestId: '$context.requestId',
  time: '$context.requestTimeEpoch',
  routeKey: '$context.routeKey',
  status: '$context.status',
  responseLength: '$context.responseLength',
  latency: '$context.responseLatency',
  functionLatency: '$context.integrationLatency',
  functionError: '$context.integrationErrorMessage',
  refusal: '$context.error.responseType',
};

/** The API of one location: every route of the contract, and a default that answers whatever is none. */
export class HttpApi extends Construct {
  readonly url: string;

  constructor(scope: Construct, id: string, props: HttpApiProps) {
    super(scope, id);
    const api = new GatewayApi(this, 'Api', {
      apiName: apiName(props.stage),
      createDefaultStage: false,
      ipAddressType: IpAddressType.DUAL_STACK,
      // Callers bring a token, never a cookie, so it does no harm to let any origin call.
      corsPreflight: {
        allowOrigins: ['*'],
        allowMethods: [...new Set(allRoutes.map(({ method }) => CorsHttpMethod[method]))],
        allowHeaders: ['authorization', 'content-type', 'idempotency-key', 'if-match'],
        exposeHeaders: ['location', 'etag', 'retry-after'],
        maxAge: Duration.hours(1),
      },
    });

    const authorizer = new HttpJwtAuthorizer('AccessToken', props.tokens.issuer, {
      jwtAudience: [...props.tokens.audience],
    });
    const integrationOf = (name: ResourceName | 'unmatched'): HttpLambdaIntegration =>
      new HttpLambdaIntegration(name, props.functions[name], {
        // One permission for each route would be most of the template.
        scopePermissionToRoute: false,
      });
    for (const [name, resource] of Object.entries(routes)) {
      if (!isResource(name)) throw new Error(`${name} is no resource`);
      const integration = integrationOf(name);
      for (const route of Object.values<Route>(resource)) {
        const routeKey = HttpRouteKey.with(route.path, HttpMethod[route.method]);
        if (accessOf(route) === 'public') {
          const open = new HttpRoute(this, route.operationId, { httpApi: api, routeKey, integration });
          Validations.of(open).acknowledge({
            id: 'AwsSolutions-APIG4',
            reason: 'Public by the contract: it tells what the API is, and nothing about anyone.',
          });
        } else {
          new HttpRoute(this, route.operationId, {
            httpApi: api,
            routeKey,
            integration,
            authorizer,
            authorizationScopes: [ACCESS_TOKEN_SCOPE],
          });
        }
      }
    }
    const unmatched = new HttpRoute(this, 'unmatched', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: integrationOf('unmatched'),
    });
    Validations.of(unmatched).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason: 'It only says that there is no such route or method, and has no access to anything.',
    });

    const stage = new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      // Far above a busy morning, far below what would starve the account's other functions.
      throttle: { rateLimit: 500, burstLimit: 1000 },
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          // This prefix keeps the account's resource policy for log deliveries from filling up.
          new LogGroup(this, 'AccessLog', {
            logGroupName: `/aws/vendedlogs/http-api/${apiName(props.stage)}`,
            retention: LOG_RETENTION,
            removalPolicy: RemovalPolicy.DESTROY,
          }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
      },
    });
    this.url = stage.url;

    rollcallAlarm(this, {
      stage: props.stage,
      what: 'server-errors',
      description: 'The API of this location answers with 5xx.',
      metric: api.metricServerError({ statistic: Stats.SUM, period: ALARM_PERIOD }),
      when: { above: 4 },
    });
  }
}

const isResource = (name: string): name is ResourceName => Object.hasOwn(routes, name);
