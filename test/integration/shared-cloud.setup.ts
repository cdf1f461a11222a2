import type { TestProject } from 'vitest/node';
import { startCloud } from '../../local/cloud.ts';
import { synthesize } from '../../local/synthesize.ts';
import type { SharedCloud } from './shared-cloud.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedCloud: SharedCloud;
  }
}

/** Starts the cloud that test files share, before the first of them, and stops it after the last. */
export default async (project: TestProject): Promise<() => Promise<void>> => {
  const cloud = await startCloud({ dataDirectory: 'memory', assembly: await synthesize() });
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
  return () => cloud.stop();
};
