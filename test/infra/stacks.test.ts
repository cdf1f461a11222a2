import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configuration, resourcesOf, synthesized } from './synthesized.ts';

const STACKS = [...synthesized.templates].map(([name, template]) => ({ name, template }));
/** Those with functions: the console's has only files. */
const WORKING = STACKS.filter(({ template }) => template !== synthesized.console);
const runbook = readFileSync('docs/runbook.md', 'utf8');

const walk = (value: unknown, visit: (found: Record<string, unknown>) => void): void => {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) visit(value as Record<string, unknown>);
  for (const inner of Object.values(value)) walk(inner, visit);
};

describe('the app', () => {
  it('makes the directory once, a stack for each location after it, and the console’s last', () => {
    const assembly = synthesized.app.synth();
    expect(
      new Map(assembly.stacks.map(({ stackName, environment }) => [stackName, environment.region])),
    ).toEqual(
      new Map([
        ['Rollcall-dev-Mail', 'us-east-1'],
        ['Rollcall-dev-Directory', 'us-east-1'],
        ...configuration.locations.map(({ region }) => [`Rollcall-dev-Location-${region}`, region] as const),
        ['Rollcall-dev-Console', 'us-east-1'],
      ]),
    );
    const console = assembly.getStackByName('Rollcall-dev-Console');
    for (const { region } of configuration.locations) {
      const stack = assembly.getStackByName(`Rollcall-dev-Location-${region}`);
      expect(stack.dependencies.map(({ id }) => id)).toContain('Rollcall-dev-Directory');
      expect(console.dependencies.map(({ id }) => id)).toContain(stack.id);
    }
  });

  it('has at least three locations in its sample configuration, home among them', () => {
    expect(configuration.locations.length).toBeGreaterThanOrEqual(3);
  });

  it('is synthesized by its command without an AWS account, and says nothing when all is well', {
    timeout: 60_000,
  }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-synth-'));
    const child = spawn(process.execPath, ['bin/rollcall.ts'], {
      env: { PATH: process.env.PATH, HOME: folder, CDK_OUTDIR: folder },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        said += chunk;
      });
    }
    const code = await new Promise((done) => {
      child.on('close', done);
    });
    expect(said).toBe('');
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['manifest.json', ...STACKS.map(({ name }) => `${name}.template.json`)]),
    );
  });
});

describe.each(STACKS)('$name', ({ template }) => {
  it('has at most 400 resources, well below the 500 that CloudFormation allows', () => {
    expect(Object.keys(resourcesOf(template)).length).toBeLessThanOrEqual(400);
  });

  it('has no custom resources', () => {
    const types = Object.values(resourcesOf(template)).map(({ Type }) => Type);
    expect(types.filter((type) => type.startsWith('Custom::') || type.includes('CustomResource'))).toEqual(
      [],
    );
  });

  it('refers only to outputs that the stack it names has, in its region', () => {
    const stacks = synthesized.app.synth().stacks;
    walk(template.toJSON(), (found) => {
      const reference = found['Fn::GetStackOutput'];
      if (reference === undefined) return;
      const { StackName, Region, OutputName } = reference as Record<string, string>;
      const named = stacks.find(({ stackName }) => stackName === StackName);
      expect(named?.environment.region).toBe(Region);
      expect(Object.keys(named?.template.Outputs)).toContain(OutputName);
    });
    expect(JSON.stringify(template.toJSON())).not.toContain('Fn::ImportValue');
  });
});

describe.each(WORKING)('$name', ({ template }) => {
  it('keeps every log for a month', () => {
    const logGroups = Object.values(resourcesOf(template, 'AWS::Logs::LogGroup'));
    expect(logGroups.length).toBeGreaterThan(0);
    for (const { Properties } of logGroups) expect(Properties.RetentionInDays).toBe(30);
  });

  it('has alarms on things that exist, each with its section in the runbook', () => {
    const alarms = Object.values(resourcesOf(template, 'AWS::CloudWatch::Alarm'));
    expect(alarms.length).toBeGreaterThan(0);
    const dimensionOf: Record<string, [dimension: string, type: string]> = {
      'AWS/States': ['StateMachineArn', 'AWS::StepFunctions::StateMachine'],
      'AWS/Lambda': ['FunctionName', 'AWS::Lambda::Function'],
      'AWS/ApiGateway': ['ApiId', 'AWS::ApiGatewayV2::Api'],
      'AWS/SQS': ['QueueName', 'AWS::SQS::Queue'],
    };
    for (const { Properties } of alarms) {
      const metrics: {
        Namespace: string;
        Dimensions: { Name: string; Value: { Ref?: string; 'Fn::GetAtt'?: string[] } }[];
      }[] = (Properties.Metrics ?? [{ MetricStat: { Metric: Properties } }]).flatMap(
        ({ MetricStat }: { MetricStat?: { Metric: unknown } }) => MetricStat?.Metric ?? [],
      );
      expect(metrics.length).toBeGreaterThan(0);
      for (const { Namespace, Dimensions } of metrics) {
        const [name, type] = dimensionOf[Namespace] ?? [];
        expect(Dimensions.map(({ Name }) => Name)).toEqual([name]);
        const { Ref, 'Fn::GetAtt': [attributeOf = ''] = [] } = Dimensions[0]?.Value ?? {};
        expect(resourcesOf(template)[Ref ?? attributeOf]?.Type).toBe(type);
      }
      const what = Properties.AlarmName.replace('rollcall-dev-', '');
      expect(Properties.AlarmDescription).toContain(`docs/runbook.md#${what}`);
      const section = runbook.split('\n## ').find((part) => part.startsWith(`${what}\n`));
      for (const part of ['**Description.**', '**Investigation.**', '**Resolution.**']) {
        expect(section).toContain(part);
      }
    }
  });
});
