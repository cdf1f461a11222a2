import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { findChromium } from './chromium.ts';

/**
 * `npm test`: types, format and lint, layers, dead code, then every kind of test. Goes on after a failure, so that one
 * run shows all; ends with `N passed, N failed`, each check counted as one.
 */
const { values } = parseArgs({ options: { full: { type: 'boolean', default: false } } });

const CHECKS: readonly (readonly [string, readonly string[]])[] = [
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
  ['console build', ['vite', 'build', 'console', '--logLevel', 'warn']],
];

const results = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), numFailedTestSuites: z.int() });

const run = (command: string, parameters: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean =>
  spawnSync(join('node_modules/.bin', command), parameters, {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  }).status === 0;

const check = ([name, [command = '', ...parameters]]: (typeof CHECKS)[number]): boolean => {
  const isGood = run(command, parameters);
  console.log(`${isGood ? 'ok' : 'FAILED'} · ${name}`);
  return isGood;
};

const runTests = (): { passed: number; failed: number } => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-test-'));
  const outputFile = join(folder, 'results.json');
  const kinds = ['unit', 'infra', 'integration'];
  if (findChromium() === undefined) console.log('There is no Chromium here: the browser tests are left out.');
  else kinds.push('e2e');
  const isGood = run(
    'vitest',
    [
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
      ...kinds.map((kind) => `--project=${kind}`),
    ],
    values.full ? { ROLLCALL_TEST_SIZE: 'full' } : {},
  );
  const read = existsSync(outputFile)
    ? results.parse(JSON.parse(readFileSync(outputFile, 'utf8')))
    : undefined;
  rmSync(folder, { recursive: true });
  const failed = Math.max(read?.numFailedTests ?? 0, isGood ? 0 : 1);
  return { passed: read?.numPassedTests ?? 0, failed };
};

const checks = CHECKS.map(check);
const tests = runTests();
const passed = checks.filter(Boolean).length + tests.passed;
const failed = checks.filter((isGood) => !isGood).length + tests.failed;
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
