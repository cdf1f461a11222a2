import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { environments } from '../core/contract/environments.ts';
import { readConfiguration } from '../lib/config.ts';
import { BUNDLE_OPTIONS } from '../lib/constructs/bundles.ts';
import { locationsEnvironment } from '../lib/locations-environment.ts';

const { configuration } = readConfiguration('cdk.json');

/** Environment enough for any function to load: every variable that any of them reads. */
const ENVIRONMENT = {
  ...Object.fromEntries(
    Object.values(environments)
      .flat()
      .map((name) => [name, 'bench']),
  ),
  AWS_REGION: 'us-east-1',
  HOME_REGION: 'us-east-1',
  MAIL_REGION: 'us-east-1',
  INVITATION_VALIDITY_DAYS: '7',
  PRICE_LIST: JSON.stringify(configuration.billing),
  ...locationsEnvironment(configuration.locations),
  REGIONS: JSON.stringify(configuration.locations.map(({ region }) => region)),
  HELP: JSON.stringify(configuration.help),
};

const LOAD = `const before = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log(user + system);`;

/** Processor time, in microseconds, that a fresh process spends on loading a bundle. */
const loadMicroseconds = (path: string): number =>
  Number(execFileSync(process.execPath, ['-e', LOAD, path], { env: ENVIRONMENT, encoding: 'utf8' }));

const lowerQuartile = (measured: readonly number[]): number =>
  measured.toSorted((one, other) => one - other)[Math.floor(measured.length / 4)] ?? 0;

const BARE = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({ region: process.env.HOME_REGION });
export const handler = (input) => client.send(new GetItemCommand(input));`;

/** Where the bare clients lie beside the functions' bundles. */
const BARE_FOLDER = 'bare-client';

/** A bundle of the DynamoDB client alone. */
const bundleBareClient = async (folder: string, name: string, options: BuildOptions): Promise<string> => {
  const outfile = join(folder, BARE_FOLDER, `${name}.cjs`);
  await build({ ...options, stdin: { contents: BARE, resolveDir: import.meta.dirname }, outfile });
  return outfile;
};

/** What whoever bundles for Node without another thought would write. */
const PLAIN_OPTIONS: BuildOptions = { bundle: true, platform: 'node', format: 'cjs' };

/** The name of the comparison among the functions. */
export const PLAIN_CLIENT = 'the bare client with plain options';

const TURNS = 25;
const MOST_MILLISECONDS = 45_000;
const LEAST_TURNS = 9;

/**
 * Of every function: processor time to load its bundle ÷ that of the bare DynamoDB client, bundled with the same
 * options; and, for comparison, of that client bundled without any. All bundles are measured in
 * turns, so that whatever else the machine does meets each of them alike, and the lower quartile counts. A slow machine
 * takes fewer turns.
 */
export const measureBundleLoad = async (bundles: string): Promise<Map<string, number>> => {
  const names = readdirSync(bundles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== BARE_FOLDER)
    .map((entry) => entry.name);
  const paths = [
    await bundleBareClient(bundles, 'same-options', BUNDLE_OPTIONS),
    await bundleBareClient(bundles, 'plain-options', PLAIN_OPTIONS),
    ...names.map((name) => join(bundles, name, 'index.js')),
  ];
  const turns: number[][] = [];
  const started = performance.now();
  while (turns.length < TURNS) {
    if (turns.length >= LEAST_TURNS && performance.now() - started > MOST_MILLISECONDS) break;
    turns.push(paths.map(loadMicroseconds));
  }
  const [bare = 0, ...loads] = paths.map((_, place) => lowerQuartile(turns.map((turn) => turn[place] ?? 0)));
  return new Map([PLAIN_CLIENT, ...names].map((name, index) => [name, (loads[index] ?? 0) / bare]));
};
