import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { BUNDLE_OPTIONS } from '../lib/constructs/bundles.ts';

/** Environment enough for any function to load. */
const ENVIRONMENT = {
  TABLE_NAME: 'bench',
  HOME_REGION: 'us-east-1',
  USER_POOL_ID: 'us-east-1_bench',
  ONBOARDING_STATE_MACHINE_ARN: 'arn:aws:states:us-east-1:000000000000:stateMachine:bench',
  LOCATIONS: 'us-east-1',
  CONSOLE_URL: 'https://console.example.com',
  INVITATION_VALIDITY_DAYS: '7',
  AWS_REGION: 'us-east-1',
};

const LOAD = `const before = process.cpuUsage();
require(process.argv[1]);
const { user, system } = process.cpuUsage(before);
console.log(user + system);`;

/** Processor time, in microseconds, that a fresh process spends on loading a bundle; the lower quartile of several. */
const loadMicroseconds = (path: string, times: number): number => {
  const measured = Array.from({ length: times }, () =>
    Number(execFileSync(process.execPath, ['-e', LOAD, path], { env: ENVIRONMENT, encoding: 'utf8' })),
  ).sort((one, other) => one - other);
  return measured[Math.floor(times / 4)] ?? 0;
};

const BARE = `import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient({ region: process.env.HOME_REGION });
export const handler = (input) => client.send(new GetItemCommand(input));`;

/** A bundle of the DynamoDB client alone, made with the options of our own. */
const bundleBareClient = async (folder: string): Promise<string> => {
  const outfile = join(folder, 'bare-client', 'index.cjs');
  await build({ ...BUNDLE_OPTIONS, stdin: { contents: BARE, resolveDir: import.meta.dirname }, outfile });
  return outfile;
};

/** Of every function: processor time to load its bundle ÷ that of the bare DynamoDB client, measured in turns. */
export const measureBundleLoad = async (bundles: string, times = 15): Promise<Map<string, number>> => {
  const bare = loadMicroseconds(await bundleBareClient(bundles), times);
  const names = readdirSync(bundles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'bare-client')
    .map((entry) => entry.name);
  return new Map(
    names.map((name) => [name, loadMicroseconds(join(bundles, name, 'index.js'), times) / bare]),
  );
};
