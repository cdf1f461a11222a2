import { devNull } from 'node:os';
import type { Home } from '../template/home.ts';
import type { HostedFunction } from './environment.ts';

/** Where the SDK inside the functions finds each service: the only thing that differs from AWS. */
export interface Endpoints {
  readonly dynamodb: string;
  readonly stepFunctions: string;
  readonly ses: string;
  readonly cognito: string;
  readonly s3: string;
  readonly lambda: string;
}

/** Who everybody is here, with the secret that they sign by. */
export const ACCESS_KEY = { id: 'local', secret: 'local' };

/** The variables that lead an AWS SDK to the embedded cloud: for functions, and for a test's own clients. */
export const sdkEnvironment = (region: string, endpoints: Endpoints): Readonly<Record<string, string>> => ({
  AWS_REGION: region,
  AWS_ACCESS_KEY_ID: ACCESS_KEY.id,
  AWS_SECRET_ACCESS_KEY: ACCESS_KEY.secret,
  // Whatever profile the developer has must not reach into a local run.
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SFN: endpoints.stepFunctions,
  AWS_ENDPOINT_URL_SES: endpoints.ses,
  AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER: endpoints.cognito,
  AWS_ENDPOINT_URL_S3: endpoints.s3,
  AWS_ENDPOINT_URL_LAMBDA: endpoints.lambda,
});

/** The functions of the home region. `consoleUrl` takes the place of `CONSOLE_URL`, where a function has one. */
export const readFunctions = (
  home: Home,
  endpoints: Endpoints,
  consoleUrl: string,
): readonly HostedFunction[] =>
  home.all('AWS::Lambda::Function').map(({ ref, attributes, properties, assets, logicalId }) => {
    const { Code, Handler, Timeout, MemorySize, Environment, LoggingConfig } = properties;
    const directory = assets.get(Code.S3Key);
    if (directory === undefined) throw new Error(`the code of ${logicalId} is not among the stack's assets`);
    return {
      name: ref,
      arn: attributes.Arn ?? ref,
      directory,
      handler: Handler,
      timeoutSeconds: Timeout,
      memoryMegabytes: MemorySize,
      logFormat: LoggingConfig.LogFormat,
      environment: {
        ...Environment.Variables,
        ...('CONSOLE_URL' in Environment.Variables && { CONSOLE_URL: consoleUrl }),
        ...sdkEnvironment(home.region, endpoints),
        AWS_LAMBDA_FUNCTION_NAME: ref,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
        AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${ref}`,
        AWS_LAMBDA_LOG_STREAM_NAME: 'local',
        LAMBDA_TASK_ROOT: directory,
        _HANDLER: Handler,
        TZ: ':UTC',
      },
    };
  });
