import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Bounces } from './constructs/bounces.ts';
import { functionsIn } from './constructs/function.ts';
import type { StackProps } from './directory-stack.ts';
import { mailStackName, tableName } from './names.ts';

/**
 * What becomes of mail: in the region that mail is sent from, since SES tells there and nowhere else. Comes first, since
 * the user pool sends with the configuration set that is made here.
 */
export class MailStack extends Stack {
  constructor(scope: Construct, { configuration, bundles }: StackProps) {
    const { stage, homeRegion, mail } = configuration;
    super(scope, mailStackName(stage), {
      stackName: mailStackName(stage),
      description: `Rollcall ${stage}: what becomes of mail`,
      env: { region: mail.region },
    });
    const lambda = functionsIn(this, { stage, bundles, home: { stage, region: homeRegion, mail } });
    new Bounces(this, 'Bounces', {
      stage,
      noteBounce: lambda('noteBounce', { TABLE_NAME: tableName(stage), HOME_REGION: homeRegion }),
    });
  }
}
