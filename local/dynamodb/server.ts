import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDoor } from '../door.ts';
import { Refusal } from '../refusal.ts';
import { javaCommand } from './java.ts';

export interface DynamoDb {
  readonly url: string;
  readonly stop: () => Promise<void>;
  readonly kill: () => void;
}

const EMULATOR = join(
  dirname(createRequire(import.meta.url).resolve('amplify-dynamodb-simulator/package.json')),
  'emulator',
);
const START_ATTEMPTS = 3;
const START_TIMEOUT_MILLISECONDS = 60_000;
const STOP_TIMEOUT_MILLISECONDS = 3_000;

/** Little compilation and one collector: it starts a third faster and stays small; throughput is the disk's anyway. */
const JVM_OPTIONS = [
  '-XX:TieredStopAtLevel=1',
  '-XX:+UseSerialGC',
  '-Xms32m',
  '-Xmx512m',
  '-XX:-UsePerfData',
];

/** DynamoDB Local takes no port 0, so a free one is found first. Someone may take it meanwhile: hence the attempts. */
const freePort = async (): Promise<number> => {
  const door = await openDoor(0);
  await door.stop();
  return door.port;
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** It answers any request without a signature with 400: then it is up. */
const answers = async (url: string, child: ChildProcess): Promise<boolean> => {
  const deadline = Date.now() + START_TIMEOUT_MILLISECONDS;
  while (!hasEnded(child) && Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    // Somebody else may have taken the port meanwhile, and answers there: then Java ends, and another is tried.
    if (response?.headers.has('x-amzn-requestid')) return true;
    await sleep(20);
  }
  return false;
};

const end = async (child: ChildProcess): Promise<void> => {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  // Closing the pipe makes the supervisor kill Java outright.
  const impatience = setTimeout(() => child.stdin?.end(), STOP_TIMEOUT_MILLISECONDS);
  await ended;
  clearTimeout(impatience);
};

/** Starts Amazon's DynamoDB Local. `directory` holds its database file; 'memory' keeps nothing. */
export const startDynamoDb = async (directory: string | 'memory'): Promise<DynamoDb> => {
  // It drops a small metadata file into the directory it runs in, even when it keeps its data in memory.
  const workingDirectory =
    directory === 'memory' ? mkdtempSync(join(tmpdir(), 'rollcall-dynamodb-')) : directory;
  mkdirSync(workingDirectory, { recursive: true });
  const cleanUp = (): void => {
    if (directory === 'memory') rmSync(workingDirectory, { recursive: true, force: true });
  };
  let lastWords = '';
  for (let attempt = 0; attempt < START_ATTEMPTS; attempt += 1) {
    const port = await freePort();
    const child = spawn(
      process.execPath,
      [
        join(import.meta.dirname, 'supervise.ts'),
        javaCommand(),
        ...JVM_OPTIONS,
        `-Djava.library.path=${join(EMULATOR, 'DynamoDBLocal_lib')}`,
        '-jar',
        join(EMULATOR, 'DynamoDBLocal.jar'),
        '-sharedDb',
        '-disableTelemetry',
        // By default any web page may talk to it from the browser; nothing of ours does.
        ...['-cors', 'http://127.0.0.1'],
        ...['-port', String(port)],
        ...(directory === 'memory' ? ['-inMemory'] : ['-dbPath', directory]),
      ],
      // Its own process group: Ctrl-C must reach it through us, after the functions that use it have ended.
      { cwd: workingDirectory, detached: true, stdio: ['pipe', 'pipe', 'pipe'] },
    );
    lastWords = '';
    for (const output of [child.stdout, child.stderr]) {
      output.on('data', (chunk: Buffer) => {
        lastWords = (lastWords + chunk.toString('utf8')).slice(-2_000);
      });
    }
    const url = `http://127.0.0.1:${port}`;
    if (await answers(url, child)) {
      return {
        url,
        stop: async () => {
          await end(child);
          cleanUp();
        },
        kill: () => {
          child.stdin.end();
          cleanUp();
        },
      };
    }
    child.stdin.end();
  }
  cleanUp();
  throw new Refusal(`DynamoDB Local did not start: ${lastWords.trim().split('\n').at(-1) ?? ''}`);
};
