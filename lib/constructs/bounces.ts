import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { ConfigurationSet, EmailSendingEvent, EventDestination } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { configurationSetName, functionName } from '../names.ts';
import { ALARM_PERIOD, rollcallAlarm } from './alarm.ts';

export interface BouncesProps {
  readonly stage: string;
  /** Gets SES's event for each mail of this stage that came back. */
  readonly noteBounce: Lambda;
}

/**
 * Mail that comes back is noticed (ADR 0017). All mail of a stage goes out with one configuration set, SES tells of
 * what bounces on the region's default bus, and a rule picks out what is this stage's.
 */
export class Bounces extends Construct {
  constructor(scope: Construct, id: string, props: BouncesProps) {
    super(scope, id);
    const name = configurationSetName(props.stage);
    new ConfigurationSet(this, 'ConfigurationSet', { configurationSetName: name }).addEventDestination(
      'Bounces',
      {
        configurationSetEventDestinationName: 'bounces',
        // SES knows no other bus.
        destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
        // A complaint means that the mail arrived, a rejection that it held a virus: neither is about the address.
        events: [EmailSendingEvent.BOUNCE],
      },
    );
    new Rule(this, 'Rule', {
      ruleName: functionName(props.stage, 'noteBounce'),
      description: 'Mail of this stage that came back',
      eventPattern: {
        source: ['aws.ses'],
        detailType: ['Email Bounced'],
        detail: { mail: { tags: { 'ses:configuration-set': [name] } } },
      },
      targets: [new LambdaFunction(props.noteBounce)],
    });
    rollcallAlarm(this, {
      stage: props.stage,
      what: 'bounces-lost',
      description: 'A bounced mail could not be noted, in three tries.',
      metric: props.noteBounce.metric('AsyncEventsDropped', { statistic: Stats.SUM, period: ALARM_PERIOD }),
      when: { above: 0 },
    });
  }
}
