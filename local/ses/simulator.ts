import { randomUUID } from 'node:crypto';
import type { ServiceEvent } from '../events/rules.ts';
import type { Home } from '../template/home.ts';
import type { SentMail } from './messages.ts';

/**
 * The address of SES's mailbox simulator whose mail comes back, with any label.
 * https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator
 */
const BOUNCING = /^bounce(\+[^@]*)?@simulator\.amazonses\.com$/i;

/** On AWS it takes a second or so: the sender has its answer long before. */
const DELAY_MILLISECONDS = 200;

/** Where each configuration set tells of bounces: the ARN of the default event bus of its region. */
const destinationsOf = (home: Home): ReadonlyMap<string, string> =>
  new Map(
    home
      .all('AWS::SES::ConfigurationSetEventDestination')
      .filter(({ properties }) => properties.EventDestination.Enabled)
      .map(({ properties: { ConfigurationSetName, EventDestination } }) => [
        ConfigurationSetName,
        EventDestination.EventBridgeDestination.EventBusArn,
      ]),
  );

/** As SES tells it: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-firehose-examples.html */
const bounceOf = (
  { messageId, from, to, sentAt, configurationSet }: SentMail & { configurationSet: string },
  busArn: string,
): ServiceEvent => {
  const [, partition, , region = '', account] = busArn.split(':');
  return {
    source: 'aws.ses',
    'detail-type': 'Email Bounced',
    region,
    resources: [`arn:${partition}:ses:${region}:${account}:configuration-set/${configurationSet}`],
    detail: {
      eventType: 'Bounce',
      bounce: {
        feedbackId: randomUUID(),
        bounceType: 'Permanent',
        bounceSubType: 'General',
        bouncedRecipients: to
          .filter((address) => BOUNCING.test(address))
          .map((emailAddress) => ({
            emailAddress,
            action: 'failed',
            status: '5.1.1',
            diagnosticCode: 'smtp; 550 5.1.1 user unknown',
          })),
        timestamp: new Date().toISOString(),
        reportingMTA: 'dns; simulator.amazonses.com',
      },
      mail: {
        timestamp: sentAt,
        source: from,
        sendingAccountId: account,
        messageId,
        destination: to,
        headersTruncated: false,
        headers: [],
        tags: { 'ses:configuration-set': [configurationSet] },
      },
    },
  };
};

/** Lets mail to SES's own bouncing address come back, and tells so where the mail's configuration set says. */
export const startSimulator = (
  home: Home,
  publish: (event: ServiceEvent) => void,
): { readonly onSent: (mail: SentMail) => void; readonly stop: () => void } => {
  const destinations = destinationsOf(home);
  const timers = new Set<NodeJS.Timeout>();
  return {
    onSent: (mail) => {
      const { configurationSet = '' } = mail;
      const busArn = destinations.get(configurationSet);
      if (busArn === undefined || !mail.to.some((address) => BOUNCING.test(address))) return;
      const timer = setTimeout(() => {
        timers.delete(timer);
        publish(bounceOf({ ...mail, configurationSet }, busArn));
      }, DELAY_MILLISECONDS);
      timers.add(timer);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
};
