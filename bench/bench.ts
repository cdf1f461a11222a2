import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startCloud } from '../local/cloud.ts';
import { synthesize } from '../local/synthesize.ts';
import { measureAuthorization } from './authorization.ts';
import { measureBareWrite } from './bare-writes.ts';
import { measureBundleLoad, PLAIN_CLIENT } from './bundle-load.ts';
import { connect, startBareEngine } from './engine.ts';
import { measureLists } from './lists.ts';
import { measureOnboardingCost } from './onboarding-cost.ts';
import { measureRunLatency } from './run-latency.ts';
import { measureSeatRate } from './seat-rate.ts';
import { measureSeatUnits } from './seat-units.ts';

/** A figure of the bench: a ratio, or a count; with the goal it is held to, where there is one. */
interface Figure {
  name: string;
  value: number;
  goal?: number;
}

const print = (title: string, figures: readonly Figure[]): void => {
  console.log(`\n${title}`);
  for (const { name, value, goal } of figures) {
    const verdict = goal === undefined ? '' : `  goal ≤ ${goal}${value <= goal ? '' : '  MISSED'}`;
    console.log(`  ${name.padEnd(44)}${value.toFixed(2).padStart(8)}${verdict}`);
  }
};

const assembly = await synthesize();
const cloud = await startCloud({ assembly, dataDirectory: 'memory' });
const table = 'rollcall-dev';
const store = connect(cloud.endpoints.dynamodb, table);
const reader = connect(cloud.endpoints.dynamodb, table);

const bareWrite = await measureBareWrite(reader);
const latency = await measureRunLatency(cloud, reader);
const seatRates = {
  large: await measureSeatRate(reader, { seats: 500, atOnce: 50, rounds: 5 }),
  small: await measureSeatRate(reader, { seats: 10, atOnce: 10, rounds: 50 }),
};
const cost = await measureOnboardingCost(store, reader);
const seatUnits = await measureSeatUnits(connect(cloud.endpoints.dynamodb, table), reader);
await cloud.stop();
const bare = await startBareEngine(assembly, table);
const lists = await measureLists(bare.store);
await bare.stop();
const loads = await measureBundleLoad(join(assembly, 'bundles'));
const authorization = measureAuthorization();

const whole = [...latency.states.values()].reduce((sum, milliseconds) => sum + milliseconds, 0);
const groups: Record<string, readonly Figure[]> = {
  'Processor time to load a bundle ÷ the bare DynamoDB client': [...loads].map(([name, value]) => ({
    name,
    value,
    ...(name !== PLAIN_CLIENT && { goal: 1.2 }),
  })),
  'Processor time of an authorization decision ÷ CASL': [
    { name: 'with everything made ready', value: authorization.prebuilt, goal: 2 },
    { name: 'from what the member has been given', value: authorization.fromFacts, goal: 2 },
  ],
  'Writes of one onboarding, every section given': [
    { name: 'write units ÷ the least possible', value: cost.tableUnits / cost.leastUnits, goal: 1.15 },
    { name: 'write units of the table', value: cost.tableUnits },
    { name: 'write units of its indexes', value: cost.indexUnits },
  ],
  'One page of a list: 100,000 members, 1,000 queues, 500 members of one ÷ 10 of each': [...lists].map(
    ([name, value]) => ({ name, value, goal: 1.2 }),
  ),
  'Rate at which seats are taken ÷ bare transactions of the same items': [
    { name: 'of a pool of 500, 50 at once', value: seatRates.large },
    { name: 'of a pool of 10, 10 at once', value: seatRates.small },
  ],
  'Write units of a seat operation, one license, indexes included': [...seatUnits].map(([name, value]) => ({
    name,
    value,
  })),
  'State transitions of one run': [{ name: 'states entered', value: latency.transitions, goal: 11 }],
  'Latency on the embedded cloud, warm ÷ one bare conditional put': [
    ...[...latency.states].map(([name, milliseconds]) => ({ name, value: milliseconds / bareWrite })),
    { name: 'all states', value: whole / bareWrite },
  ],
};

for (const [title, figures] of Object.entries(groups)) print(title, figures);
writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(groups, null, 2)}\n`);
