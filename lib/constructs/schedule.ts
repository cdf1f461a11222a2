import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';

export interface ScheduleProps {
  readonly name: string;
  /** What it is for. */
  readonly description: string;
  /** How often, such as `1 minute`. */
  readonly every: string;
  /** What is called; its input is empty. */
  readonly target: IFunction;
}

/**
 * Calls a function again and again. No dead-letter queue and no retries of the scheduler's: what a missed call would have
 * found, the next one finds.
 */
export const schedule = (scope: Construct, { name, description, every, target }: ScheduleProps): void => {
  // CDK's own target would also allow every version and alias of the function.
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    inlinePolicies: {
      invoke: new PolicyDocument({
        statements: [
          new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [target.functionArn] }),
        ],
      }),
    },
  });
  new CfnSchedule(scope, 'Schedule', {
    name,
    description,
    scheduleExpression: `rate(${every})`,
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: target.functionArn,
      roleArn: role.roleArn,
      input: '{}',
      retryPolicy: { maximumRetryAttempts: 0 },
    },
  });
};
