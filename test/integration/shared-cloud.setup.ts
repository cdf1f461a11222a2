import type { TestProject } from 'vitest/node';
import { type CloudOptions, startCloud } from '../../local/cloud.ts';
import { synthesize } from '../../local/synthesize.ts';
import type { SharedCloud } from './shared-cloud.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sharedCloud: SharedCloud;
  }
}

/** Starts the cloud that the test files of a project share, before the first of them; gives what stops it after the last. */
export const shareCloud = async (
  project: TestProject,
  options: Pick<CloudOptions, 'consoleDirectory'> = {},
): Promise<() => Promise<void>> => {
  const cloud = await startCloud({ dataDirectory: 'memory', ...options, assembly: await synthesize() });
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

export default (project: TestProject) => shareCloud(project);
