import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import cdkJson from '../../cdk.json' with { type: 'json' };
import { ConfigurationError, readConfiguration } from '../../lib/config.ts';

const sample = cdkJson.context.rollcall;
const [home, second, third] = sample.locations;
const [standard] = sample.billing.plans;

const folderWith = (content: string | undefined): string => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-config-'));
  if (content !== undefined) writeFileSync(join(folder, 'cdk.json'), content);
  return folder;
};

const withRollcall = (rollcall: unknown): string => JSON.stringify({ context: { rollcall } });

const WRONG: [what: string, cdkJson: string | undefined, line: string][] = [
  ['a missing file', undefined, 'cannot be read'],
  ['a file that is not JSON', '{', 'is not JSON'],
  ['a file without context', '{}', 'context: must be an object'],
  ['no configuration', '{"context": {}}', 'context.rollcall: is missing'],
  [
    'a region that is none',
    withRollcall({ ...sample, locations: [home, { ...second, region: 'eu-west-one' }, third] }),
    'context.rollcall.locations.1.region: must be an AWS region, such as eu-west-1',
  ],
  [
    'a home region that is no location',
    withRollcall({ ...sample, homeRegion: 'eu-central-1' }),
    'context.rollcall.homeRegion: must be one of the locations',
  ],
  [
    'a location named twice',
    withRollcall({ ...sample, locations: [home, second, home] }),
    'context.rollcall.locations.2.region: must be unique: us-east-1 is there already',
  ],
  [
    'mail from where Cognito at home cannot send',
    withRollcall({ ...sample, mail: { ...sample.mail, region: 'ap-southeast-2' } }),
    'context.rollcall.mail.region: must be us-east-1, us-west-2, or eu-west-1: Cognito in us-east-1 sends through SES nowhere else',
  ],
  [
    'mail from elsewhere than home, where Cognito knows home only',
    withRollcall({ ...sample, homeRegion: 'eu-north-1', locations: [{ ...home, region: 'eu-north-1' }] }),
    'context.rollcall.mail.region: must be eu-north-1: Cognito in eu-north-1 sends through SES nowhere else',
  ],
  [
    'a console on plain http',
    withRollcall({ ...sample, consoleUrl: 'http://console.rollcall.example' }),
    'context.rollcall.consoleUrl: must be an https URL (http on localhost only), without query and fragment',
  ],
  [
    'a hosted console below the root of its host',
    withRollcall({ ...sample, consoleUrl: 'https://rollcall.example/console' }),
    'context.rollcall.consoleUrl: must have no path: what `hosting` serves is at the root of its host',
  ],
  [
    'a certificate from where CloudFront takes none',
    withRollcall({
      ...sample,
      hosting: {
        certificateArn: sample.hosting.certificateArn.replace('us-east-1', 'eu-west-1'),
      },
    }),
    'context.rollcall.hosting.certificateArn: must be the ARN of an ACM certificate in us-east-1',
  ],
  [
    'a key that nobody knows',
    withRollcall({ ...sample, mail: { ...sample.mail, form: 'x' } }),
    'context.rollcall.mail: does not know form',
  ],
  ['no price list', withRollcall({ ...sample, billing: undefined }), 'context.rollcall.billing: is missing'],
  [
    'a plan without a name, at a price that is none',
    withRollcall({
      ...sample,
      billing: {
        currency: 'USD',
        plans: [{ planId: 'x', kinds: { lmp: { least: 1, most: 5, monthlyPrice: -1 } } }],
      },
    }),
    'context.rollcall.billing.plans.0.name: is missing; context.rollcall.billing.plans.0.kinds.lmp.monthlyPrice: Too small: expected number to be >=0',
  ],
  [
    'a license kind that nobody knows',
    withRollcall({
      ...sample,
      billing: { currency: 'USD', plans: [{ planId: 'x', name: 'X', kinds: { telex: {} } }] },
    }),
    'context.rollcall.billing.plans.0.kinds: does not know telex',
  ],
  [
    'a plan named twice',
    withRollcall({ ...sample, billing: { ...sample.billing, plans: [standard, standard] } }),
    'context.rollcall.billing.plans: must name each plan once',
  ],
  [
    'fewer seats at most than at least',
    withRollcall({
      ...sample,
      billing: {
        currency: 'USD',
        plans: [{ planId: 'x', name: 'X', kinds: { lmp: { least: 5, most: 1, monthlyPrice: 0 } } }],
      },
    }),
    'context.rollcall.billing.plans.0.kinds.lmp.most: must be at least what is named as least',
  ],
  [
    'a price list that is too long for the environment of a function',
    withRollcall({
      ...sample,
      billing: {
        currency: 'USD',
        plans: Array.from({ length: 9 }, (_, number) => ({ ...standard, planId: `plan-${number}` })),
      },
    }),
    'context.rollcall.billing: must be at most 3 KB as JSON: it is part of the environment of functions',
  ],
  [
    'locations that are too long for the environment of a function',
    withRollcall({
      ...sample,
      locations: ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2', 'eu-west-1', 'eu-west-2'].map(
        (region) => ({
          ...home,
          region,
          signallingHost: Array.from({ length: 4 }, () => 'x'.repeat(60)).join('.'),
          label: '…'.repeat(60),
        }),
      ),
    }),
    'context.rollcall.locations: must be at most 3 KB as JSON: they are part of the environment of functions',
  ],
  [
    'help that is not to be had by https, and support that nobody can call',
    withRollcall({
      ...sample,
      help: { faq: 'http://help.rollcall.example', blog: 'x', support: { phone: '555', timeZone: 'Mars' } },
    }),
    'context.rollcall.help.faq: must be an https URL; context.rollcall.help.support.phone: must be a phone number in E.164 form, such as +14155550123; context.rollcall.help.support.hours: is missing; context.rollcall.help.support.timeZone: must be an IANA time zone such as America/Chicago; context.rollcall.help: does not know blog',
  ],
  [
    'several faults at once',
    withRollcall({ ...sample, stage: 'Dev!', mail: { ...sample.mail, from: 'nobody' }, locations: 3 }),
    'context.rollcall.stage: must be up to 20 characters of a-z, 0-9 and -; context.rollcall.mail.from: must be an email address; context.rollcall.locations: must be of type array',
  ],
];

describe('a wrong configuration', () => {
  it.each(WRONG)('is told in one line that names the value: %s', (_what, content, line) => {
    const file = join(folderWith(content), 'cdk.json');
    expect(() => readConfiguration(file)).toThrow(new ConfigurationError(`${file}: ${line}`));
  });

  it('stops the synth with that line, exit code 1, and nothing else', { timeout: 30_000 }, async () => {
    const folder = folderWith(withRollcall({ ...sample, stage: 'Dev!' }));
    const child = spawn(process.execPath, [resolve('bin/rollcall.ts')], { cwd: folder });
    const said = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk) => {
      said.stdout += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said.stderr += chunk;
    });
    const code = await new Promise((done) => {
      child.on('close', done);
    });
    expect(said).toEqual({
      stdout: '',
      stderr: 'cdk.json: context.rollcall.stage: must be up to 20 characters of a-z, 0-9 and -\n',
    });
    expect(code).toBe(1);
    expect(readdirSync(folder)).toEqual(['cdk.json']);
  });
});

describe('the sample configuration', () => {
  it('is right', () => {
    expect(readConfiguration('cdk.json').configuration).toEqual(sample);
  });

  it.each([
    ['us-east-1', 'eu-west-1'],
    ['ap-southeast-2', 'ap-southeast-2'],
    ['ap-southeast-2', 'us-west-2'],
    ['eu-north-1', 'eu-north-1'],
    ['me-central-1', 'eu-central-1'],
    ['ap-east-2', 'ap-southeast-1'],
  ])('may have its home in %s and its mail sent from %s', (homeRegion, region) => {
    const locations = [{ ...home, region: homeRegion }];
    const mail = { ...sample.mail, region };
    const file = join(folderWith(withRollcall({ ...sample, homeRegion, mail, locations })), 'cdk.json');
    expect(readConfiguration(file).configuration.mail.region).toBe(region);
  });

  it.each(['http://localhost:5173', 'http://127.0.0.1:4601'])('may have its console at %s', (consoleUrl) => {
    const file = join(folderWith(withRollcall({ ...sample, consoleUrl })), 'cdk.json');
    expect(readConfiguration(file).configuration.consoleUrl).toBe(consoleUrl);
  });
});
