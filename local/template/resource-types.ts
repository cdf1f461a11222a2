import * as z from 'zod';

/** CloudFormation takes numbers and booleans as text too. */
const number = z.coerce.number();
const dictionary = z.record(z.string(), z.unknown());

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

/** What of each type's properties the embedded cloud acts on; the rest (IAM, tags, tracing…) has no local meaning. */
const hostedTypes = {
  'AWS::DynamoDB::GlobalTable': z.object({
    AttributeDefinitions: z.array(
      z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) }),
    ),
    KeySchema: keySchema,
    GlobalSecondaryIndexes: z
      .array(
        z.object({
          IndexName: z.string(),
          KeySchema: keySchema,
          Projection: z.object({
            ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
            NonKeyAttributes: z.array(z.string()).optional(),
          }),
        }),
      )
      .default([]),
    StreamSpecification: z
      .object({
        StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']),
      })
      .optional(),
  }),
  'AWS::Lambda::Function': z.object({
    Handler: z.string(),
    Code: z.object({ S3Key: z.string() }),
    Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({
      Variables: {},
    }),
    Timeout: number.default(3),
    MemorySize: number.default(128),
    LoggingConfig: z
      .object({ LogFormat: z.enum(['JSON', 'Text']).default('Text') })
      .default({ LogFormat: 'Text' }),
  }),
  'AWS::Lambda::EventSourceMapping': z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: z.boolean().default(true),
    StartingPosition: z.literal('TRIM_HORIZON'),
    BatchSize: number.default(100),
    BisectBatchOnFunctionError: z.boolean().default(false),
    // Batches go out as soon as they are read, one of a shard at a time: more at a time would only be quicker.
    MaximumBatchingWindowInSeconds: number.default(0),
    ParallelizationFactor: number.default(1),
    /** -1 is without end. */
    MaximumRetryAttempts: number.default(-1),
    MaximumRecordAgeInSeconds: number.default(-1),
    FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
    FilterCriteria: z
      .strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })).default([]) })
      .optional(),
    DestinationConfig: z
      .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
      .optional(),
    Tags: z.unknown().optional(),
  }),
  'AWS::S3::Bucket': z.object({
    CorsConfiguration: z
      .strictObject({
        CorsRules: z.array(
          z.strictObject({
            AllowedOrigins: z.array(z.string()),
            AllowedMethods: z.array(z.string()),
            MaxAge: number.optional(),
          }),
        ),
      })
      .default({ CorsRules: [] }),
    LifecycleConfiguration: z
      .strictObject({
        Rules: z.array(
          z.strictObject({
            Id: z.string().optional(),
            Prefix: z.string().default(''),
            ExpirationInDays: number,
            Status: z.literal('Enabled'),
          }),
        ),
      })
      .default({ Rules: [] }),
  }),
  'AWS::SQS::Queue': z.object({}),
  'AWS::StepFunctions::StateMachine': z.object({
    DefinitionString: z.string(),
    StateMachineType: z.literal('STANDARD').default('STANDARD'),
  }),
  'AWS::Scheduler::Schedule': z.object({
    ScheduleExpression: z.string(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Target: z.object({ Arn: z.string(), Input: z.string().default('{}') }),
  }),
  'AWS::Events::Rule': z.strictObject({
    Name: z.string().optional(),
    Description: z.string().optional(),
    EventBusName: z.literal('default').default('default'),
    EventPattern: dictionary,
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(z.strictObject({ Id: z.string(), Arn: z.string() })).default([]),
  }),
  'AWS::SES::ConfigurationSetEventDestination': z.object({
    ConfigurationSetName: z.string(),
    EventDestination: z.strictObject({
      Name: z.string().optional(),
      Enabled: z.boolean(),
      MatchingEventTypes: z.tuple([z.literal('bounce')]),
      EventBridgeDestination: z.object({ EventBusArn: z.string().endsWith(':event-bus/default') }),
    }),
  }),
  'AWS::Cognito::UserPool': dictionary,
  'AWS::Cognito::UserPoolClient': z.looseObject({
    UserPoolId: z.string(),
    ExplicitAuthFlows: z.array(z.string()).default([]),
  }),
  'AWS::ApiGatewayV2::Api': z.object({
    ProtocolType: z.literal('HTTP'),
    CorsConfiguration: z
      .object({
        AllowOrigins: z.array(z.string()).default([]),
        AllowMethods: z.array(z.string()).default([]),
        AllowHeaders: z.array(z.string()).default([]),
        ExposeHeaders: z.array(z.string()).default([]),
        MaxAge: number.optional(),
        AllowCredentials: z.boolean().default(false),
      })
      .optional(),
  }),
  'AWS::ApiGatewayV2::Route': z.object({
    ApiId: z.string(),
    RouteKey: z.string(),
    Target: z.string(),
    AuthorizationType: z.enum(['NONE', 'JWT']).default('NONE'),
    AuthorizerId: z.string().optional(),
    AuthorizationScopes: z.array(z.string()).default([]),
  }),
  'AWS::ApiGatewayV2::Integration': z.object({
    IntegrationType: z.literal('AWS_PROXY'),
    IntegrationUri: z.string(),
    PayloadFormatVersion: z.literal('2.0'),
    TimeoutInMillis: number.default(30_000),
  }),
  'AWS::ApiGatewayV2::Authorizer': z.object({
    AuthorizerType: z.literal('JWT'),
    IdentitySource: z.tuple([z.literal('$request.header.Authorization')]),
    JwtConfiguration: z.object({ Audience: z.array(z.string()), Issuer: z.string() }),
  }),
  'AWS::ApiGatewayV2::Stage': z.object({ ApiId: z.string(), StageName: z.literal('$default') }),
} as const;

export type HostedType = keyof typeof hostedTypes;
export type HostedProperties = { readonly [Type in HostedType]: z.infer<(typeof hostedTypes)[Type]> };

/** The same schemas, in the form that keeps a type and its properties together for the compiler. */
export const propertySchemas: { readonly [Type in HostedType]: z.ZodType<HostedProperties[Type]> } =
  hostedTypes;

/**
 * What the functions do without on one machine: who may do what, watching, names, the mail domain. CloudFront's part is
 * done by `console.ts`, with the same headers.
 */
export const IGNORED_TYPES: ReadonlySet<string> = new Set([
  'AWS::CDK::Metadata',
  'AWS::CloudFront::CachePolicy',
  'AWS::CloudFront::Distribution',
  'AWS::CloudFront::Function',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudFront::ResponseHeadersPolicy',
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::IAM::ManagedPolicy',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::S3::BucketPolicy',
  'AWS::SES::ConfigurationSet',
  'AWS::SES::EmailIdentity',
  'AWS::Scheduler::ScheduleGroup',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);
