import { Duration } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import { alarmName } from '../names.ts';

/** Every metric of ours is looked at in steps of five minutes. */
export const ALARM_PERIOD = Duration.minutes(5);

export interface RollcallAlarmProps {
  readonly stage: string;
  /** The last part of its name, and the heading of its section in docs/runbook.md. */
  readonly what:
    | 'bounces-lost'
    | 'parked-runs'
    | 'sweeper-stopped'
    | 'files-left'
    | 'server-errors'
    | 'changes-set-aside'
    | 'changes-late';
  /** What has happened when it rings. */
  readonly description: string;
  readonly metric: IMetric;
  /** It rings when a period's value goes `above` or `below` this. */
  readonly when: { readonly above: number } | { readonly below: number };
  /** Whether no data at all is as bad. Default: it is fine. */
  readonly missing?: 'breaching';
}

/** An alarm that says where the runbook deals with it. */
export const rollcallAlarm = (scope: Construct, props: RollcallAlarmProps): Alarm =>
  new Alarm(scope, 'Alarm', {
    alarmName: alarmName(props.stage, props.what),
    alarmDescription: `${props.description} See docs/runbook.md#${props.what}`,
    metric: props.metric,
    evaluationPeriods: 1,
    ...('above' in props.when
      ? { threshold: props.when.above, comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD }
      : { threshold: props.when.below, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD }),
    treatMissingData:
      props.missing === 'breaching' ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
  });
