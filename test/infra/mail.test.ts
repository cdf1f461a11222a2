import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../lib/config.ts';
import { rollcallApp } from '../../lib/rollcall-app.ts';
import { flat, onlyOne, resourcesOf, synthesized } from './synthesized.ts';

const { mail, directory } = synthesized;

/** The logical id of the only resource of a type in the mail's stack. */
const keyOf = (type: string): string => Object.keys(resourcesOf(mail, type))[0] ?? '';

describe('mail that comes back', () => {
  const set = onlyOne(mail, 'AWS::SES::ConfigurationSet');

  it('X-2 is told of by SES, for all mail of Cognito’s and of our own', () => {
    expect(set.Properties).toEqual({ Name: 'rollcall-dev' });
    const { EmailConfiguration } = onlyOne(directory, 'AWS::Cognito::UserPool').Properties;
    expect(EmailConfiguration.ConfigurationSet).toBe(set.Properties.Name);
    const { EventDestination, ConfigurationSetName } = onlyOne(
      mail,
      'AWS::SES::ConfigurationSetEventDestination',
    ).Properties;
    expect(ConfigurationSetName).toEqual({ Ref: keyOf(set.Type) });
    expect(EventDestination).toMatchObject({ Enabled: true, MatchingEventTypes: ['bounce'] });
    expect(flat(EventDestination.EventBridgeDestination.EventBusArn)).toMatch(/:event-bus\/default$/);
  });

  it('leads to the note-bounce function, if it was mail of this stage', () => {
    const rule = onlyOne(mail, 'AWS::Events::Rule').Properties;
    expect(rule.EventPattern).toEqual({
      source: ['aws.ses'],
      'detail-type': ['Email Bounced'],
      detail: { mail: { tags: { 'ses:configuration-set': ['rollcall-dev'] } } },
    });
    expect(rule.State).toBe('ENABLED');
    expect(rule.Targets.map(({ Arn }: { Arn: unknown }) => flat(Arn))).toEqual([
      `\${${keyOf('AWS::Lambda::Function')}.Arn}`,
    ]);
  });

  it('is brought by this rule alone: nothing else may call the function', () => {
    const permission = onlyOne(mail, 'AWS::Lambda::Permission').Properties;
    expect(permission).toMatchObject({
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: { 'Fn::GetAtt': [keyOf('AWS::Events::Rule'), 'Arn'] },
    });
  });

  it('rings when it could not be noted, which AWS counts for the function', () => {
    expect(onlyOne(mail, 'AWS::CloudWatch::Alarm').Properties).toMatchObject({
      AlarmName: 'rollcall-dev-bounces-lost',
      Namespace: 'AWS/Lambda',
      MetricName: 'AsyncEventsDropped',
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: keyOf('AWS::Lambda::Function') } }],
      Threshold: 0,
    });
  });

  it('can be told of before the user pool sends with the set', () => {
    const stack = synthesized.app.synth().getStackByName('Rollcall-dev-Directory');
    expect(stack.dependencies.map(({ id }) => id)).toContain('Rollcall-dev-Mail');
  });
});

describe('mail sent from another region than home', { timeout: 60_000 }, () => {
  const { configuration, context } = readConfiguration('cdk.json');
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-mail-'));
  const elsewhere = { ...configuration, mail: { ...configuration.mail, region: 'eu-west-1' } };
  const assembly = rollcallApp({ configuration: elsewhere, context, outdir: folder }).synth();
  const template = (name: string) =>
    Template.fromJSON(JSON.parse(readFileSync(join(folder, `${name}.template.json`), 'utf8')));
  const away = template('Rollcall-dev-Mail');

  it('is dealt with there, where SES tells of it; the table stays at home', () => {
    expect(assembly.getStackByName('Rollcall-dev-Mail').environment.region).toBe('eu-west-1');
    const { EventDestination } = onlyOne(away, 'AWS::SES::ConfigurationSetEventDestination').Properties;
    expect(flat(EventDestination.EventBridgeDestination.EventBusArn)).toContain(':events:eu-west-1:');
    expect(onlyOne(away, 'AWS::Lambda::Function').Properties.Environment.Variables).toEqual({
      TABLE_NAME: 'rollcall-dev',
      HOME_REGION: 'us-east-1',
    });
    expect(JSON.stringify(onlyOne(away, 'AWS::IAM::Role').Properties)).toContain(':dynamodb:us-east-1:');
  });

  it('may be sent with its configuration set there', () => {
    const activate = Object.entries(resourcesOf(template('Rollcall-dev-Directory'), 'AWS::IAM::Role')).find(
      ([id]) => id.startsWith('activateRole'),
    );
    const policies = JSON.stringify(activate?.[1].Properties.Policies);
    expect(policies).toMatch(/:ses:eu-west-1:[^[]*:configuration-set\/rollcall-dev/);
    expect(policies).toMatch(/:ses:eu-west-1:[^[]*:identity\/rollcall\.example/);
  });
});
