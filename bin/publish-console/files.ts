import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { ConsoleConfiguration } from '../../core/contract/console.ts';
import type { Configuration } from '../../lib/config.ts';
import {
  CONSOLE_OUTPUTS,
  consoleStackName,
  DIRECTORY_OUTPUTS,
  directoryStackName,
  LOCATION_OUTPUTS,
  locationStackName,
} from '../../lib/names.ts';
import { userPoolEndpoint } from '../../lib/user-pool-endpoint.ts';
import { WrongOptions } from '../operator/options.ts';
import type { Outputs } from '../operator/outputs.ts';

/** What the stacks have told: where the console goes, where it is served from, and what it has to know. */
export interface DeployedConsole {
  readonly bucketName: string;
  readonly url: string;
  readonly configuration: ConsoleConfiguration;
}

/** Throws `WrongOptions` where the outputs are those of something else. */
export const deployedConsole = (
  { stage, homeRegion }: Pick<Configuration, 'stage' | 'homeRegion'>,
  outputs: Outputs,
): DeployedConsole => {
  const told = (stack: string, output: string): string => {
    const value = outputs[stack]?.[output];
    if (value === undefined)
      throw new WrongOptions(`There is no output ${output} of ${stack}: deploy all stacks`);
    return value;
  };
  const directory = directoryStackName(stage);
  return {
    bucketName: told(consoleStackName(stage), CONSOLE_OUTPUTS.bucketName),
    url: told(consoleStackName(stage), CONSOLE_OUTPUTS.url),
    configuration: {
      apiUrl: told(locationStackName(stage, homeRegion), LOCATION_OUTPUTS.apiUrl).replace(/\/$/, ''),
      userPoolId: told(directory, DIRECTORY_OUTPUTS.userPoolId),
      clientId: told(directory, DIRECTORY_OUTPUTS.consoleClientId),
      userPoolEndpoint: userPoolEndpoint(homeRegion),
      region: homeRegion,
    },
  };
};

export interface ConsoleFile {
  /** With slashes, from the root of the console. */
  readonly path: string;
  readonly content: Buffer;
}

/**
 * The built console with its configuration, in the order in which it goes out: the page comes last, when all that it
 * names is there. Throws `WrongOptions` where nothing has been built.
 */
export const consoleFiles = (folder: string, configuration: ConsoleConfiguration): readonly ConsoleFile[] => {
  const paths = namesIn(folder).map((name) => name.split(sep).join('/'));
  if (!paths.includes(PAGE)) {
    throw new WrongOptions(`${folder}: the console has not been built (npm run build:console)`);
  }
  const built = (path: string): ConsoleFile => ({ path, content: readFileSync(join(folder, path)) });
  return [
    ...paths.filter((path) => path !== PAGE && path !== CONFIGURATION).map(built),
    { path: CONFIGURATION, content: Buffer.from(JSON.stringify(configuration)) },
    built(PAGE),
  ];
};

const PAGE = 'index.html';
const CONFIGURATION = 'config.json';

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  } catch {
    return [];
  }
};
