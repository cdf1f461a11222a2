import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { hostRules } from '../../../local/events/rules.ts';
import { startMailbox } from '../../../local/ses/mailbox.ts';
import type { SentMail } from '../../../local/ses/messages.ts';
import { startSimulator } from '../../../local/ses/simulator.ts';
import { readAssembly } from '../../../local/template/assembly.ts';
import { readHome } from '../../../local/template/home.ts';
import { resolveStacks } from '../../../local/template/resolve.ts';

const TARGET = 'arn:aws:lambda:eu-west-1:000000000000:function:note';

const TOLD = {
  MatchingEventTypes: ['bounce'],
  Enabled: true,
  EventBridgeDestination: { EventBusArn: 'arn:aws:events:eu-west-1:000000000000:event-bus/default' },
};
const PATTERN = { source: ['aws.ses'], 'detail-type': ['Email Bounced'] };

interface Templates {
  told?: Record<string, unknown>;
  rule?: Record<string, unknown>;
}

/** A home in one region whose mail goes out from another: two sets, of which one tells of bounces. */
const homeWith = ({ told = TOLD, rule = {} }: Templates = {}) => {
  const directory = mkdtempSync(join(tmpdir(), 'rollcall-bounces-'));
  const set = (Name: string) => ({ Type: 'AWS::SES::ConfigurationSet', Properties: { Name } });
  const templates = {
    Mail: {
      region: 'eu-west-1',
      Resources: {
        Telling: set('telling'),
        Silent: set('silent'),
        Destination: {
          Type: 'AWS::SES::ConfigurationSetEventDestination',
          Properties: { ConfigurationSetName: { Ref: 'Telling' }, EventDestination: told },
        },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: { EventPattern: PATTERN, Targets: [{ Id: 'one', Arn: TARGET }], ...rule },
        },
      },
    },
    Directory: { region: 'ap-southeast-2', Resources: { Pool: { Type: 'AWS::Cognito::UserPool' } } },
  };
  const artifacts = Object.entries(templates).map(([name, { region, Resources }]) => {
    writeFileSync(join(directory, `${name}.json`), JSON.stringify({ Resources }));
    const properties = { templateFile: `${name}.json`, stackName: name };
    return [
      name,
      { type: 'aws:cloudformation:stack', environment: `aws://unknown-account/${region}`, properties },
    ];
  });
  writeFileSync(
    join(directory, 'manifest.json'),
    JSON.stringify({ artifacts: Object.fromEntries(artifacts) }),
  );
  return readHome(resolveStacks(readAssembly(directory), 'http://127.0.0.1'));
};

const mail = (to: string, configurationSet?: string): SentMail => ({
  messageId: 'ses-1',
  from: 'no-reply@example.com',
  to: [to],
  sentAt: '2026-06-01T09:00:00.123Z',
  ...(configurationSet !== undefined && { configurationSet }),
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the mailbox simulator', () => {
  /** What the target got of mails that were sent. */
  const bounced = async (mails: readonly SentMail[], templates: Templates = {}) => {
    vi.useFakeTimers();
    const invoke = vi.fn(async (_arn: string, _event: string) => {});
    const home = homeWith(templates);
    const { onSent, stop } = startSimulator(home, hostRules(home, invoke));
    for (const one of mails) onSent(one);
    expect(invoke).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5_000);
    stop();
    return invoke.mock.calls.map(([arn, event]) => ({ arn, event: JSON.parse(event) }));
  };

  it.each(['bounce@simulator.amazonses.com', 'bounce+label@simulator.amazonses.com'])(
    'X-2 lets a mail to %s come back, shortly after, as SES tells it',
    async (to) => {
      expect(await bounced([mail(to, 'telling')])).toMatchObject([
        {
          arn: TARGET,
          event: {
            version: '0',
            source: 'aws.ses',
            'detail-type': 'Email Bounced',
            account: '000000000000',
            region: 'eu-west-1',
            time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
            detail: {
              eventType: 'Bounce',
              bounce: {
                bounceType: 'Permanent',
                bounceSubType: 'General',
                bouncedRecipients: [{ emailAddress: to, status: '5.1.1' }],
              },
              mail: {
                timestamp: '2026-06-01T09:00:00.123Z',
                messageId: 'ses-1',
                destination: [to],
                tags: { 'ses:configuration-set': ['telling'] },
              },
            },
          },
        },
      ]);
    },
  );

  it.each([
    ['was sent with a set that tells nobody', mail('bounce@simulator.amazonses.com', 'silent')],
    ['was sent with no set', mail('bounce@simulator.amazonses.com')],
    ['is to an address that takes mail', mail('success@simulator.amazonses.com', 'telling')],
    ['is to somebody of that name elsewhere', mail('bounce@simulator.amazonses.com.example', 'telling')],
  ])('says nothing of a mail that %s', async (_what, sent) => {
    expect(await bounced([sent])).toEqual([]);
  });

  it('says nothing where the destination or the rule is switched off, or the rule wants something else', async () => {
    const sent = [mail('bounce@simulator.amazonses.com', 'telling')];
    expect(await bounced(sent, { told: { ...TOLD, Enabled: false } })).toEqual([]);
    expect(await bounced(sent, { rule: { State: 'DISABLED' } })).toEqual([]);
    const elsewhere = { ...PATTERN, detail: { mail: { tags: { 'ses:configuration-set': ['other'] } } } };
    expect(await bounced(sent, { rule: { EventPattern: elsewhere } })).toEqual([]);
  });

  it('tells nothing any more once it has stopped', () => {
    vi.useFakeTimers();
    const publish = vi.fn();
    const { onSent, stop } = startSimulator(homeWith(), publish);
    onSent(mail('bounce@simulator.amazonses.com', 'telling'));
    stop();
    vi.advanceTimersByTime(5_000);
    expect(publish).not.toHaveBeenCalled();
  });

  it('hears of every mail that the mailbox accepts, with its configuration set', async () => {
    const sent: SentMail[] = [];
    const mailbox = await startMailbox(0, null, (one) => sent.push(one));
    onTestFinished(mailbox.stop);
    const about = { from: 'a@example.com', subject: 'Hello', html: '<p>Hello</p>' };
    const before = new Date().toISOString();
    await mailbox.send({ ...about, to: 'one@example.com', configurationSet: 'telling' });
    await mailbox.send({ ...about, to: 'two@example.com' });
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent).toMatchObject([
      { from: 'a@example.com', to: ['one@example.com'], configurationSet: 'telling' },
      { to: ['two@example.com'] },
    ]);
    expect(sent[1]?.configurationSet).toBeUndefined();
    expect((sent[0]?.sentAt ?? '') >= before).toBe(true);
  });
});

describe('what the embedded cloud could not keep is refused when it starts', () => {
  it.each([
    [{ rule: { EventPattern: { source: [{ suffix: '.ses' }] } } }, /suffix.* is not hosted/],
    [{ rule: { EventPattern: { $or: [{ source: ['aws.ses'] }] } } }, /\$or.* is not hosted/],
    [{ rule: { EventPattern: { source: [] } } }, /\[\] is not hosted/],
    [{ rule: { ScheduleExpression: 'rate(1 minute)' } }, /ScheduleExpression/],
    [{ rule: { EventBusName: 'other' } }, /EventBusName/],
    [{ rule: { Targets: [{ Id: 'one', Arn: TARGET, Input: '{}' }] } }, /Input/],
    [{ told: { ...TOLD, MatchingEventTypes: ['bounce', 'complaint'] } }, /MatchingEventTypes/],
    [{ told: { ...TOLD, SnsDestination: { TopicARN: 'x' } } }, /SnsDestination/],
  ] satisfies [Templates, RegExp][])('%j', (templates, reason) => {
    const start = () => {
      const home = homeWith(templates);
      startSimulator(home, hostRules(home, vi.fn()));
    };
    expect(start).toThrow(reason);
  });
});
