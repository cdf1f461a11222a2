import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';

/** A resource as the template declares it: its properties still hold intrinsic functions. */
interface TemplateResource {
  readonly type: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly condition: string | undefined;
}

/** One stack of the cloud assembly: its template, where it is to be deployed, and where its assets lie on disk. */
export interface AssemblyStack {
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly outputs: ReadonlyMap<string, unknown>;
  readonly parameters: ReadonlyMap<string, unknown>;
  readonly conditions: ReadonlyMap<string, unknown>;
  readonly mappings: Readonly<Record<string, unknown>>;
  /** Absolute directory of each file asset, by the object key under which a deployment would upload it. */
  readonly assets: ReadonlyMap<string, string>;
}

/** CDK writes `unknown-account` where the app leaves the account open; this one stands in for it. */
const LOCAL_ACCOUNT = '000000000000';
const LOCAL_REGION = 'us-east-1';

const manifestSchema = z.object({
  artifacts: z
    .record(
      z.string(),
      z.object({
        type: z.string(),
        environment: z.string().optional(),
        properties: z
          .object({ templateFile: z.string().optional(), stackName: z.string().optional() })
          .optional(),
      }),
    )
    .default({}),
});

const dictionary = z.record(z.string(), z.unknown());

const templateSchema = z.object({
  Resources: z
    .record(
      z.string(),
      z.object({ Type: z.string(), Properties: dictionary.default({}), Condition: z.string().optional() }),
    )
    .default({}),
  Outputs: z.record(z.string(), z.object({ Value: z.unknown() })).default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown() })).default({}),
  Conditions: dictionary.default({}),
  Mappings: dictionary.default({}),
});

const assetsSchema = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

const readJson = (directory: string, file: string): unknown =>
  JSON.parse(readFileSync(join(directory, file), 'utf8'));

const readAssets = (directory: string, file: string): [string, string][] =>
  Object.values(assetsSchema.parse(readJson(directory, file)).files).flatMap(({ source, destinations }) =>
    Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      join(directory, source.path ?? ''),
    ]),
  );

const environmentOf = (environment: string): { account: string; region: string } => {
  const [, account, region] = /^aws:\/\/([^/]+)\/(.+)$/.exec(environment) ?? [];
  return {
    account: account === undefined || account === 'unknown-account' ? LOCAL_ACCOUNT : account,
    region: region === undefined || region === 'unknown-region' ? LOCAL_REGION : region,
  };
};

/** Reads every stack of a synthesized cloud assembly. Throws when the directory holds none. */
export const readAssembly = (path: string): readonly AssemblyStack[] => {
  const directory = resolve(path);
  const { artifacts } = manifestSchema.parse(readJson(directory, 'manifest.json'));
  const stacks = Object.entries(artifacts).flatMap(([artifactId, artifact]): AssemblyStack[] => {
    const templateFile = artifact.properties?.templateFile;
    if (artifact.type !== 'aws:cloudformation:stack' || templateFile === undefined) return [];
    const template = templateSchema.parse(readJson(directory, templateFile));
    const assetsFile = `${artifactId}.assets.json`;
    return [
      {
        name: artifact.properties?.stackName ?? artifactId,
        ...environmentOf(artifact.environment ?? ''),
        resources: new Map(
          Object.entries(template.Resources).map(([id, { Type, Properties, Condition }]) => [
            id,
            { type: Type, properties: Properties, condition: Condition },
          ]),
        ),
        outputs: new Map(Object.entries(template.Outputs).map(([id, { Value }]) => [id, Value])),
        parameters: new Map(Object.entries(template.Parameters).map(([id, { Default }]) => [id, Default])),
        conditions: new Map(Object.entries(template.Conditions)),
        mappings: template.Mappings,
        assets: new Map(
          Object.hasOwn(artifacts, `${artifactId}.assets`) ? readAssets(directory, assetsFile) : [],
        ),
      },
    ];
  });
  if (stacks.length === 0) throw new Error(`no stack in the cloud assembly ${directory}`);
  return stacks;
};
