import { rmSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { type Cloud, startCloud } from '../../local/cloud.ts';
import { synthesize } from '../../local/synthesize.ts';
import { buildConsole } from '../e2e/built-console.ts';
import type { SharedCloud } from './shared-cloud.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedCloud: SharedCloud;
  }
}

interface Shared {
  readonly starting: Promise<{ cloud: Cloud; consoleDirectory: string }>;
  projects: number;
}

declare global {
  /** Vitest loads this file anew for each project, and one cloud is enough for all of them. */
  var rollcallShared: Shared | undefined;
}

const start: () => Shared['starting'] = async () => {
  const [assembly, consoleDirectory] = await Promise.all([synthesize(), buildConsole()]);
  return {
    cloud: await startCloud({ dataDirectory: 'memory', consoleDirectory, assembly }),
    consoleDirectory,
  };
};

/**
 * Starts the cloud that the test files of these projects share, with the console built from today's sources, before the
 * first of them; gives what stops it after the last.
 */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  globalThis.rollcallShared ??= { starting: start(), projects: 0 };
  const shared = globalThis.rollcallShared;
  shared.projects += 1;
  const { cloud, consoleDirectory } = await shared.starting;
  const { consoleUrl, apiUrl, mailboxUrl, cognitoUrl, region, userPoolId, clientId, environment } = cloud;
  project.provide('sharedCloud', {
    consoleUrl,
    apiUrl,
    mailboxUrl,
    cognitoUrl,
    region,
    userPoolId,
    clientId,
    environment,
  });
  return async () => {
    shared.projects -= 1;
    if (shared.projects > 0) return;
    globalThis.rollcallShared = undefined;
    await cloud.stop();
    rmSync(consoleDirectory, { recursive: true });
  };
};
