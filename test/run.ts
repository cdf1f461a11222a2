import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { findChromium } from './chromium.ts';

/**
 * `npm test`: every kind of test, and meanwhile types, format and lint, layers and dead code, since the tests wait for
 * much else than a core. Goes on after a failure, so that one run shows all; ends with `N passed, N failed`, each check
 * counted as one.
 */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });

type Check = readonly [name: string, command: readonly string[]];

/** Before the tests: some of them build the console themselves, unless that has been done. */
const CONSOLE_BUILD: Check = ['console build', ['vite', 'build', 'console', '--logLevel', 'warn']];

const CHECKS: readonly Check[] = [
  ['types', ['tsc', '-p', '.']],
  ['types of the console', ['tsc', '-p', 'console']],
  ['format and lint', ['biome', 'ci', '--error-on-warnings', '.']],
  [
    'layers',
    [
      'depcruise',
      '--config',
      '.dependency-cruiser.json',
      'bin',
      'lib',
      'functions',
      'core',
      'console/src',
      'local',
      'test',
      'bench',
    ],
  ],
  ['dead code', ['knip']],
];

const results = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() });

/** Not relative: some of the processes that are started work in a folder of their own. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, '../node_modules/.cache/compiled');

/** Starts a command that came with the dependencies. What is compiled is kept, for all it starts and for the next run. */
const start = ([command = '', ...parameters]: readonly string[], options: SpawnOptions) =>
  spawn(join('node_modules/.bin', command), parameters, {
    ...options,
    env: { NODE_COMPILE_CACHE, ...process.env, ...options.env },
  });

/** Runs a check, and shows what it says when it has ended: it is not mixed with what others say. */
const check = async ([name, command]: Check): Promise<boolean> => {
  const child = start(command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const [code] = await once(child, 'close');
  console.log(`${output}${code === 0 ? 'ok' : 'FAILED'} · ${name}`);
  return code === 0;
};

const runTests = async (): Promise<{ passed: number; failed: number }> => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const outputFile = join(folder, 'results.json');
  const kinds = ['unit', 'alone', 'infra', 'integration'];
  if (findChromium() === undefined) console.log('There is no Chromium here: the browser tests are left out.');
  else kinds.push('e2e');
  const tests = start(
    [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...kinds.map((kind) => `--project=${kind}`),
    ],
    { stdio: 'inherit', env: values.full ? { ROLLCALL_TEST_SIZE: 'full' } : {} },
  );
  const [code] = await once(tests, 'close');
  const read = existsSync(outputFile)
    ? results.parse(JSON.parse(readFileSync(outputFile, 'utf8')))
    : undefined;
  rmSync(folder, { recursive: true });
  const failed = Math.max(read?.numFailedTests ?? 0, code === 0 ? 0 : 1);
  return { passed: read?.numPassedTests ?? 0, failed };
};

/** One after the other: the tests need the other core. */
const runChecks = async (): Promise<readonly boolean[]> => {
  const outcomes: boolean[] = [];
  for (const each of CHECKS) outcomes.push(await check(each));
  return outcomes;
};

const build = await check(CONSOLE_BUILD);
const [tests, others] = await Promise.all([runTests(), runChecks()]);
const checks = [build, ...others];
const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.filter((isGood) => !isGood).length + tests.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
