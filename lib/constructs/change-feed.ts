import { Duration, Validations } from 'aws-cdk-lib';
import { type IMetric, Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { CfnEventSourceMapping, type IFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { ChangePattern } from '../../core/contract/change-patterns.ts';
import { setAsideQueueName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';

export interface ChangeFeedProps {
  readonly stage: string;
  /** The table's stream in the home region. */
  readonly streamArn: string;
  /** Which changes the function is called for. Lambda takes five of them. */
  readonly patterns: readonly ChangePattern[];
  /** Follows the changes, in order; its answer names the first that it could not follow. */
  readonly followChanges: IFunction;
}

/**
 * How often Lambda calls again for a change that fails, with growing pauses. What passes by itself is tried several
 * times within each call as well, so a change that has failed this often will not pass; and all that follows it in its
 * shard waits.
 */
const RETRIES = 5;

/** An hour before the stream forgets a change, it is set aside, so that none is ever lost without a word. */
const LONGEST_WAIT = Duration.hours(23);

/** A change is followed within a second or two. */
const LATE = Duration.minutes(5);

/** Reads the table's stream, once, for one function; what fails again and again is set aside, for somebody to see. */
export class ChangeFeed extends Construct {
  constructor(scope: Construct, id: string, props: ChangeFeedProps) {
    super(scope, id);
    const { stage, followChanges } = props;
    // Its messages say where in the stream the changes are that were set aside, and nothing of what is in them.
    const setAside = new Queue(this, 'SetAside', {
      queueName: setAsideQueueName(stage),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
    });
    Validations.of(setAside).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'This is the queue for what failed elsewhere; nothing reads it but people.',
    });

    // CDK's own would also let the function read every stream's name, and ask for the queue's attributes.
    new CfnEventSourceMapping(this, 'Mapping', {
      functionName: followChanges.functionName,
      eventSourceArn: props.streamArn,
      // A mapping made anew follows what the stream still has: consumers can take a change twice.
      startingPosition: 'TRIM_HORIZON',
      batchSize: 100,
      filterCriteria: {
        filters: props.patterns.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
      },
      functionResponseTypes: ['ReportBatchItemFailures'],
      bisectBatchOnFunctionError: true,
      // One batch of a shard at a time. More would go by partition key, so the order per item would hold; it can be
      // raised when changes come late.
      parallelizationFactor: 1,
      maximumRetryAttempts: RETRIES,
      maximumRecordAgeInSeconds: LONGEST_WAIT.toSeconds(),
      destinationConfig: { onFailure: { destination: setAside.queueArn } },
    });

    this.#alarm(
      stage,
      'changes-set-aside',
      'Changes of the table could not be followed and are set aside.',
      setAside.metricApproximateNumberOfMessagesVisible({ statistic: Stats.MAXIMUM, period: ALARM_PERIOD }),
      0,
    );
    this.#alarm(
      stage,
      'changes-late',
      'What follows from changes of the table is more than five minutes behind.',
      followChanges.metric('IteratorAge', { statistic: Stats.MAXIMUM, period: ALARM_PERIOD }),
      LATE.toMilliseconds(),
    );
  }

  #alarm(
    stage: string,
    what: 'changes-set-aside' | 'changes-late',
    description: string,
    metric: IMetric,
    above: number,
  ): void {
    rollcallAlarm(new Construct(this, what), { stage, what, description, metric, when: { above } });
  }
}
