import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Configuration } from './config.ts';
import { ConsoleSite } from './constructs/console-site.ts';
import { filesBucket } from './constructs/grants.ts';
import { CONSOLE_OUTPUTS, consoleStackName, LOCATION_OUTPUTS, locationStackName } from './names.ts';
import { userPoolEndpoint } from './user-pool-endpoint.ts';

export interface ConsoleStackProps {
  readonly configuration: Configuration;
  /** The certificate of the host in `consoleUrl`. Default: the console is at an address of CloudFront's own. */
  readonly certificateArn?: string | undefined;
}

/**
 * Where the console is served from. Comes last: its pages may call the API of every location, and those are known once
 * the locations are deployed. Its files are no part of it (ADR 0028).
 */
export class ConsoleStack extends Stack {
  constructor(scope: Construct, { configuration, certificateArn }: ConsoleStackProps) {
    const { stage, homeRegion, consoleUrl, locations } = configuration;
    super(scope, consoleStackName(stage), {
      stackName: consoleStackName(stage),
      description: `Rollcall ${stage}: the console`,
      env: { region: homeRegion },
    });
    const files = filesBucket(this, { stage, region: homeRegion });
    const { bucketName, url } = new ConsoleSite(this, 'ConsoleSite', {
      stage,
      calls: {
        // Weak references (ADR 0003), in whatever region the location is.
        apis: locations.map(({ region }) =>
          Fn.getStackOutput(locationStackName(stage, region), LOCATION_OUTPUTS.apiUrl, region),
        ),
        userPoolEndpoint: userPoolEndpoint(homeRegion),
        files: `https://${files}.s3.${homeRegion}.amazonaws.com`,
      },
      ...(certificateArn !== undefined && {
        domain: { name: new URL(consoleUrl).hostname, certificateArn },
      }),
    });
    new CfnOutput(this, CONSOLE_OUTPUTS.bucketName, { value: bucketName });
    new CfnOutput(this, CONSOLE_OUTPUTS.url, { value: url });
  }
}
