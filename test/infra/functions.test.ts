import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import { describe, expect, it, vi } from 'vitest';
import { environments } from '../../core/contract/environments.ts';
import { bundleFunctions } from '../../lib/constructs/bundles.ts';
import type { functionsIn } from '../../lib/constructs/function.ts';
import { FUNCTIONS, type Grants } from '../../lib/functions.ts';
import { locationsEnvironment } from '../../lib/locations-environment.ts';
import { functionName } from '../../lib/names.ts';
import { configuration, flat, onlyOne, type Resource, resourcesOf, synthesized } from './synthesized.ts';

const NAMES = Object.keys(FUNCTIONS) as (keyof typeof FUNCTIONS)[];
const [LOCATION = ''] = synthesized.locations.keys();
const HOSTS = [
  synthesized.mail,
  synthesized.directory,
  synthesized.locations.get(LOCATION) ?? synthesized.directory,
];

const find = (name: keyof typeof FUNCTIONS): { resource: Resource; role: Resource; logGroup: Resource } => {
  for (const template of HOSTS) {
    const resource = Object.values(resourcesOf(template, 'AWS::Lambda::Function')).find(
      ({ Properties }) => Properties.FunctionName === functionName('dev', name),
    );
    if (resource === undefined) continue;
    const role = resourcesOf(template)[resource.Properties.Role['Fn::GetAtt'][0]];
    const logGroup = resourcesOf(template)[resource.Properties.LoggingConfig.LogGroup.Ref];
    if (role && logGroup) return { resource, role, logGroup };
  }
  throw new Error(`No stack has ${name}`);
};

/** Known by its table: a stream's own ARN ends with the time when it was made. */
const STREAM = `\${${Object.keys(resourcesOf(synthesized.directory, 'AWS::DynamoDB::GlobalTable')).join()}.StreamArn}`;

/** Variables that are read when the function loads. */
const VALUES: Record<string, string> = {
  INVITATION_VALIDITY_DAYS: '7',
  PRICE_LIST: JSON.stringify(configuration.billing),
  HELP: JSON.stringify(configuration.help),
  ...locationsEnvironment(configuration.locations),
  REGIONS: JSON.stringify(configuration.locations.map(({ region }) => region)),
};

const list = (value: string | string[]): string[] => [value].flat();

/** What the grants come to: `action on resource`. */
const expectedOf = ({
  table = [],
  indexes = [],
  identity = [],
  workflow = [],
  mail = [],
  stream = [],
  uploads = [],
  keptFiles = [],
  setAside = [],
}: Grants): string[] => {
  const arn = (service: string, rest: string) =>
    `arn:\${AWS::Partition}:${service}:us-east-1:\${AWS::AccountId}:${rest}`;
  const objects = (names: string) =>
    `arn:\${AWS::Partition}:s3:::rollcall-dev-files-\${AWS::AccountId}-us-east-1/${names}`;
  return [
    ...table.map((action) => `dynamodb:${action} on ${arn('dynamodb', 'table/rollcall-dev')}`),
    ...indexes.map((index) => `dynamodb:Query on ${arn('dynamodb', `table/rollcall-dev/index/${index}`)}`),
    ...identity.map((action) => `cognito-idp:${action} on ${arn('cognito-idp', 'userpool/POOL')}`),
    ...workflow.map(
      (action) => `states:${action} on ${arn('states', 'stateMachine:rollcall-dev-onboarding')}`,
    ),
    ...mail.flatMap((action) =>
      ['identity/rollcall.example', 'configuration-set/rollcall-dev'].map(
        (on) => `ses:${action} on ${arn('ses', on)}`,
      ),
    ),
    ...stream.map((action) => `dynamodb:${action} on ${STREAM}`),
    ...uploads.map((action) => `s3:${action} on ${objects('quarantine/*')}`),
    ...keptFiles.map((action) => `s3:${action} on ${objects('files/*')}`),
    ...setAside.map((action) => `sqs:${action} on ${arn('sqs', 'rollcall-dev-set-aside')}`),
  ];
};

describe.each(NAMES)('the function %s', (name) => {
  const { resource, role, logGroup } = find(name);

  it('runs on Node 24 and ARM64, for as long as it is given', () => {
    expect(resource.Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Handler: 'index.handler',
      Timeout: FUNCTIONS[name].timeoutSeconds ?? 15,
    });
  });

  it('gets exactly the environment it reads', () => {
    expect(Object.keys(resource.Properties.Environment?.Variables ?? {}).toSorted()).toEqual(
      [...environments[name]].toSorted(),
    );
  });

  it('writes JSON to a log of its own, kept for a month', () => {
    expect(resource.Properties.LoggingConfig.LogFormat).toBe('JSON');
    expect(logGroup.Properties).toEqual({
      LogGroupName: `/aws/lambda/${functionName('dev', name)}`,
      RetentionInDays: 30,
    });
  });

  it('may do what it is granted, write its log, and nothing else', () => {
    expect(role.Properties.ManagedPolicyArns).toBeUndefined();
    const statements = role.Properties.Policies.flatMap(
      (policy: { PolicyDocument: { Statement: unknown[] } }) => policy.PolicyDocument.Statement,
    );
    const allowed = statements.flatMap(
      ({ Action, Resource, Effect }: { Action: string | string[]; Resource: unknown; Effect: string }) => {
        expect(Effect).toBe('Allow');
        return list(Action).flatMap((action) =>
          [Resource]
            .flat()
            .map((on) => `${action} on ${flat(on).replace(/userpool\/\$\{[^}]+\}/, 'userpool/POOL')}`),
        );
      },
    );
    const log = `\${${resource.Properties.LoggingConfig.LogGroup.Ref}.Arn}`;
    expect(allowed.toSorted()).toEqual(
      [
        ...expectedOf(FUNCTIONS[name].grants),
        `logs:CreateLogStream on ${log}`,
        `logs:PutLogEvents on ${log}`,
      ].toSorted(),
    );
  });
});

describe('mail of our own', () => {
  const statementsOf = (name: keyof typeof FUNCTIONS) =>
    find(name).role.Properties.Policies.flatMap(
      (policy: { PolicyDocument: { Statement: { Action: string | string[]; Condition?: unknown }[] } }) =>
        policy.PolicyDocument.Statement,
    );
  const mailing = NAMES.filter((name) => FUNCTIONS[name].grants.mail !== undefined);

  it('is sent by whoever ends a run: an offer of access to an account goes out then (X-19)', () => {
    expect(mailing).toContain('activate');
  });

  it.each(mailing)('goes out from the configured sender alone: %s', (name) => {
    const sending = statementsOf(name).filter(({ Action }: { Action: string | string[] }) =>
      list(Action).some((action) => action.startsWith('ses:')),
    );
    expect(sending).toMatchObject([
      {
        Action: 'ses:SendEmail',
        Condition: { StringEquals: { 'ses:FromAddress': configuration.mail.from } },
      },
    ]);
    expect(find(name).resource.Properties.Environment.Variables).toMatchObject({
      MAIL_FROM: configuration.mail.from,
      MAIL_REPLY_TO: configuration.mail.replyTo,
      MAIL_REGION: configuration.mail.region,
      MAIL_CONFIGURATION_SET: onlyOne(synthesized.mail, 'AWS::SES::ConfigurationSet').Properties.Name,
      CONSOLE_URL: configuration.consoleUrl,
    });
  });
});

describe('an environment', () => {
  /** Never called: the compiler is the judge, and `npm test` asks it. */
  const judged = (make: ReturnType<typeof functionsIn>) => {
    const table = { TABLE_NAME: 'rollcall-dev', HOME_REGION: 'us-east-1' };
    make('roles', table);
    // @ts-expect-error USER_POOL_ID is missing
    make('me', table);
    // @ts-expect-error LOCATIONS is one too many
    make('roles', { ...table, LOCATIONS: 'us-east-1' });
    // @ts-expect-error TABLE_NAME is one too many
    make('contract', { TABLE_NAME: 'rollcall-dev' });
  };

  it('with a variable missing or one too many does not compile', () => {
    expect(judged).toBeTypeOf('function');
  });
});

/** What a function of a library’s weight may weigh, in bytes and zipped; such a library is in no other. */
const LARGE: Partial<Record<keyof typeof FUNCTIONS, readonly [number, number]>> = {
  // The numbering plans of all countries: 120 KB, 30 zipped, 5 ms of a cold start.
  onboardings: [630_000, 180_000],
  members: [630_000, 180_000],
  assets: [630_000, 180_000],
  // The letters of all scripts.
  loginIds: [900_000, 330_000],
  // S3’s client, its signers, and what decodes and encodes pictures.
  files: [600_000, 180_000],
};

describe('the bundles', () => {
  const bundle = (folder: string, name: string) => readFileSync(join(folder, 'bundles', name, 'index.js'));

  it('are small: under 600 KB, and 150 KB zipped', { timeout: 30_000 }, () => {
    const sizes = NAMES.map((name) => {
      const code = bundle(synthesized.folder, name);
      return { function: name, bytes: code.length, zipped: gzipSync(code).length };
    });
    console.table(sizes);
    for (const size of sizes) {
      const [mostBytes, mostZipped] = LARGE[size.function] ?? [600_000, 150_000];
      expect(size.bytes).toBeLessThan(mostBytes);
      expect(size.zipped).toBeLessThan(mostZipped);
    }
  });

  it('hold nothing that is loaded by import(): esbuild would wrap every module it shares with the rest', () => {
    const text = readFileSync(join(synthesized.folder, 'bundles', 'metafile.json'), 'utf8');
    const { inputs, outputs } = JSON.parse(text) as Metafile;
    const held = Object.values(outputs).flatMap((output) =>
      Object.entries(output.inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
    );
    // The stand-in needs nothing, so there is nothing to share.
    const standsIn = 'lib/constructs/no-event-streams.ts';
    expect(inputs[standsIn]?.imports).toEqual([]);
    const loadedLate = Object.values(inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ kind, path }) => kind === 'dynamic-import' && held.includes(path) && path !== standsIn);
    expect(loadedLate).toEqual([]);
  });

  it('are the same bytes for the same sources', { timeout: 30_000 }, () => {
    const again = mkdtempSync(join(tmpdir(), 'rollcall-bundles-'));
    bundleFunctions(again);
    const digest = (folder: string) =>
      NAMES.map((name) => createHash('sha256').update(bundle(folder, name)).digest('hex'));
    expect(digest(again)).toEqual(digest(synthesized.folder));
  });

  it.each(NAMES)('load as CommonJS and export a handler: %s', { timeout: 30_000 }, (name) => {
    for (const key of environments[name]) {
      vi.stubEnv(key, VALUES[key] ?? 'https://rollcall.example');
    }
    const { handler } = createRequire(import.meta.url)(join(synthesized.folder, 'bundles', name, 'index.js'));
    vi.unstubAllEnvs();
    expect(handler).toBeTypeOf('function');
  });
});
