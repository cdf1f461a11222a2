import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  Tracing,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { EnvironmentOf, FunctionName } from '../../core/contract/environments.ts';
import { FUNCTIONS } from '../functions.ts';
import { functionName } from '../names.ts';
import type { Bundles } from './bundles.ts';
import { answersAbout, type Home, statementsOf } from './grants.ts';

/** Enough to look into last month's trouble; what must be known for longer is in the table, not in logs. */
export const LOG_RETENTION = RetentionDays.ONE_MONTH;

export interface FunctionSurroundings {
  readonly stage: string;
  readonly bundles: Bundles;
  /** What grants are about. Default: nothing, for functions that are granted nothing. */
  readonly home?: Home;
}

/** Just these keys: a variable that the function does not read is as much a mistake as one that is missing. */
type Exactly<Wanted, Given extends Wanted> = Given & Record<Exclude<keyof Given, keyof Wanted>, never>;

/**
 * Makes the functions of a stack: Node 24 on ARM64, JSON logs kept for a month, and a role that may do what
 * `lib/functions.ts` says and write its own log, nothing else. The environment is what
 * `core/contract/environments.ts` asks for: anything less or more does not compile.
 */
export const functionsIn =
  (scope: Construct, { stage, bundles, home }: FunctionSurroundings) =>
  <Name extends FunctionName, Environment extends EnvironmentOf<Name>>(
    name: Name,
    environment: Exactly<EnvironmentOf<Name>, Environment>,
  ): LambdaFunction => {
    const construct = new Construct(scope, name);
    const fullName = functionName(stage, name);
    const logGroup = new LogGroup(construct, 'Logs', {
      logGroupName: `/aws/lambda/${fullName}`,
      retention: LOG_RETENTION,
      // A fixed name that a failed deployment leaves behind would stop the next one.
      removalPolicy: RemovalPolicy.DESTROY,
    });
    return new LambdaFunction(construct, 'Function', {
      functionName: fullName,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: 'index.handler',
      code: bundles(name),
      environment: { ...environment },
      role: roleFor(construct, name, logGroup, home),
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      timeout: Duration.seconds(FUNCTIONS[name].timeoutSeconds ?? 15),
      // CPU comes with memory: with less a cold start takes longer, with more a warm call is no quicker.
      memorySize: 1024,
      // A run tells its own story, step by step, and the workflow is traced. More would be paid for and not read.
      tracing: Tracing.DISABLED,
    });
  };

const roleFor = (
  scope: Construct,
  name: FunctionName,
  { logGroupArn }: LogGroup,
  home: Home | undefined,
): Role => {
  const { grants } = FUNCTIONS[name];
  if (Object.keys(grants).length > 0 && home === undefined)
    throw new Error(`${name} has grants, but on what?`);
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    inlinePolicies: {
      grants: new PolicyDocument({
        statements: [
          new PolicyStatement({
            actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
            resources: [logGroupArn],
          }),
          ...(home === undefined ? [] : statementsOf(scope, grants, home)),
        ],
      }),
    },
  });
  const answers = home === undefined ? [] : answersAbout(grants, home);
  if (answers.length > 0) Validations.of(role).acknowledge(...answers);
  return role;
};
