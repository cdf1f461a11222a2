import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CloudPorts } from './addresses.ts';
import { PROJECT_ROOT } from './project.ts';
import { Refusal } from './refusal.ts';

export interface StartOptions {
  readonly ports: CloudPorts;
  readonly dataDirectory: string;
  readonly reset: boolean;
}

const DEFAULT_PORT = 4600;
const DEFAULT_DATA = '.rollcall/data';
const USAGE = 'npm start -- [--port N] [--data DIR] [--reset]';

/** The addresses people use stand next to each other, from the given port on. */
const portsFrom = (first: number): CloudPorts => ({
  console: first,
  api: first + 1,
  mailbox: first + 2,
  cognito: first + 3,
});
const PORT_COUNT = Object.keys(portsFrom(0)).length;

const readArguments = (commandLine: readonly string[]) => {
  try {
    return parseArgs({
      args: [...commandLine],
      options: { port: { type: 'string' }, data: { type: 'string' }, reset: { type: 'boolean' } },
    }).values;
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split(/[.\n]/);
    throw new Refusal(`${reason}: ${USAGE}`);
  }
};

export const parseStartOptions = (commandLine: readonly string[]): StartOptions => {
  const { port: portText, data, reset = false } = readArguments(commandLine);
  const port = portText === undefined ? DEFAULT_PORT : Number(portText);
  const highest = 65_535 - PORT_COUNT + 1;
  if (!Number.isInteger(port) || port < 1 || port > highest) {
    throw new Refusal(`--port must be a whole number from 1 to ${highest}, not ${portText}`);
  }
  if (data === '') throw new Refusal(`--data must name a directory: ${USAGE}`);
  // npm runs scripts in the project's root and tells where it was called in INIT_CWD.
  const calledIn = process.env.INIT_CWD ?? process.cwd();
  const dataDirectory = data === undefined ? resolve(PROJECT_ROOT, DEFAULT_DATA) : resolve(calledIn, data);
  return { ports: portsFrom(port), dataDirectory, reset };
};
