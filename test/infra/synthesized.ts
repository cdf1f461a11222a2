import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { vi } from 'vitest';
import { readConfiguration } from '../../lib/config.ts';
import { consoleStackName, directoryStackName, locationStackName, mailStackName } from '../../lib/names.ts';
import { rollcallApp } from '../../lib/rollcall-app.ts';

const { configuration, context } = readConfiguration('cdk.json');

/** A resource as a template has it. */
export interface Resource {
  Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: templates have no types, and a wrong guess fails the test
  Properties: any;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
}

export interface Synthesized {
  app: App;
  /** Where the assembly is. */
  folder: string;
  mail: Template;
  directory: Template;
  /** By region. */
  locations: ReadonlyMap<string, Template>;
  console: Template;
  /** All of them, by stack name. */
  templates: ReadonlyMap<string, Template>;
}

const synthesize = (): Synthesized => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-infra-'));
  const app = rollcallApp({ configuration, context, outdir: folder });
  // CDK's own look at the templates takes as long as all the rest; the command's test has it.
  vi.stubEnv('CDK_VALIDATION', 'false');
  app.synth();
  vi.unstubAllEnvs();
  const templateOf = (stackName: string): Template =>
    Template.fromJSON(JSON.parse(readFileSync(join(folder, `${stackName}.template.json`), 'utf8')));
  const mailName = mailStackName(configuration.stage);
  const mail = templateOf(mailName);
  const directoryName = directoryStackName(configuration.stage);
  const directory = templateOf(directoryName);
  const locations = new Map(
    configuration.locations.map(({ region }) => [
      region,
      templateOf(locationStackName(configuration.stage, region)),
    ]),
  );
  const consoleName = consoleStackName(configuration.stage);
  const console = templateOf(consoleName);
  const templates = new Map([
    [mailName, mail],
    [directoryName, directory],
    [consoleName, console],
    ...[...locations].map(
      ([region, template]) => [locationStackName(configuration.stage, region), template] as const,
    ),
  ]);
  return { app, folder, mail, directory, locations, console, templates };
};

export { configuration };

/** The sample configuration, synthesized once for each test file. */
export const synthesized: Synthesized = synthesize();

export const resourcesOf = (template: Template, type?: string): Record<string, Resource> =>
  Object.fromEntries(
    Object.entries<Resource>(template.toJSON().Resources).filter(
      ([, resource]) => type === undefined || resource.Type === type,
    ),
  );

/** The only resource of a type. */
export const onlyOne = (template: Template, type: string): Resource => {
  const [found, ...more] = Object.values(resourcesOf(template, type));
  if (found === undefined || more.length > 0) throw new Error(`There is not just one ${type}`);
  return found;
};

/** A value with its intrinsic functions written as `${…}`: short, and good to compare. */
export const flat = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const [[name, argument] = []] = Object.entries(value);
  switch (name) {
    case 'Ref':
      return `\${${argument}}`;
    case 'Fn::GetAtt':
      return `\${${argument.join('.')}}`;
    case 'Fn::Join':
      return argument[1].map(flat).join(argument[0]);
    case 'Fn::GetStackOutput':
      return `\${${argument.Region}/${argument.StackName}/${argument.OutputName}}`;
    default:
      return JSON.stringify(value);
  }
};
