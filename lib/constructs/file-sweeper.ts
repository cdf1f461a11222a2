import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { functionName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';
import { schedule } from './schedule.ts';

export interface FileSweeperProps {
  readonly stage: string;
  /** Removes files that nobody uses; its input is empty. */
  readonly sweepFiles: IFunction;
}

/** Removes every hour the files that nobody uses. Apart from the other sweep, which has no use for S3's client. */
export class FileSweeper extends Construct {
  constructor(scope: Construct, id: string, props: FileSweeperProps) {
    super(scope, id);
    schedule(this, {
      name: functionName(props.stage, 'sweepFiles'),
      description: 'Removes pictures and greetings that nobody uses',
      every: '1 hour',
      target: props.sweepFiles,
    });
    rollcallAlarm(this, {
      stage: props.stage,
      what: 'files-left',
      description: 'A sweep of unused files has failed: what people have given up is still stored.',
      metric: props.sweepFiles.metricErrors({ statistic: Stats.SUM, period: ALARM_PERIOD }),
      when: { above: 0 },
    });
  }
}
