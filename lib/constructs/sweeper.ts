import { MathExpression, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { functionName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';
import { schedule } from './schedule.ts';

export interface SweeperProps {
  readonly stage: string;
  /** Redoes what a crash lost; its input is empty. */
  readonly sweep: IFunction;
}

/** Calls the sweep every minute. */
export class Sweeper extends Construct {
  constructor(scope: Construct, id: string, props: SweeperProps) {
    super(scope, id);
    schedule(this, {
      name: functionName(props.stage, 'sweep'),
      description: 'Redoes what a crash lost: runs, the waiting line, invitations, seats of dead sessions',
      every: '1 minute',
      target: props.sweep,
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
