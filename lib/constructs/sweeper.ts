import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { functionName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';

export interface SweeperProps {
  readonly stage: string;
  /** Redoes what a crash lost; its input is empty. */
  readonly sweep: IFunction;
}

/**
 * Calls the sweep every minute. No dead-letter queue and no retries of the scheduler's: what a missed sweep would have
 * found, the next one finds.
 */
export class Sweeper extends Construct {
  constructor(scope: Construct, id: string, props: SweeperProps) {
    super(scope, id);
    // CDK's own target would also allow every version and alias of the function.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
      inlinePolicies: {
        invoke: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['lambda:InvokeFunction'],
              resources: [props.sweep.functionArn],
            }),
          ],
        }),
      },
    });
    new CfnSchedule(this, 'Schedule', {
      name: functionName(props.stage, 'sweep'),
      description: 'Redoes what a crash lost: runs, the waiting line, invitations, seats of dead sessions',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: props.sweep.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 0 },
      },
    });
    rollcallAlarm(this, {
      stage: props.stage,
      what: 'sweeper-stopped',
      description: 'No sweep has ended well for five minutes: lost runs and seats stay lost.',
      metric: new MathExpression({
        expression: 'invocations - errors',
        usingMetrics: {
          invocations: props.sweep.metricInvocations({ statistic: Stats.SUM }),
          errors: props.sweep.metricErrors({ statistic: Stats.SUM }),
        },
        label: 'Sweeps that ended well',
        period: ALARM_PERIOD,
      }),
      when: { below: 1 },
      missing: 'breaching',
    });
  }
}
