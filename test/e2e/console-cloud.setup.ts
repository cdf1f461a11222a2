import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { shareCloud } from '../integration/shared-cloud.setup.ts';
import { buildConsole } from './built-console.ts';

/** Starts the cloud that the browser's tests share, with the console built from today's sources. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const consoleDirectory = await buildConsole();
  const stop = await shareCloud(project, { consoleDirectory });
  return async () => {
    await stop();
    rmSync(consoleDirectory, { recursive: true });
  };
};
