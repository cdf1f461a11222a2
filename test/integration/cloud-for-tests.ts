import { afterAll, beforeAll } from 'vitest';
import { type Cloud, type CloudOptions, startCloud } from '../../local/cloud.ts';
import { synthesize } from '../../local/synthesize.ts';

const START_TIMEOUT_MILLISECONDS = 120_000;

export interface TestCloudOptions extends Partial<Omit<CloudOptions, 'assembly'>> {
  /** Gives the directory of the cloud assembly to host; Rollcall's by default. */
  readonly assembly?: () => Promise<string>;
}

/**
 * A cloud of its own for a test file, in memory and on free ports, from before its first test to after its last.
 * Call it at the top of the file (or of a `describe`), and the function it gives inside the tests.
 */
export const useCloud = ({ assembly = synthesize, ...options }: TestCloudOptions = {}): (() => Cloud) => {
  let cloud: Cloud | undefined;
  beforeAll(async () => {
    cloud = await startCloud({ dataDirectory: 'memory', ...options, assembly: await assembly() });
  }, START_TIMEOUT_MILLISECONDS);
  afterAll(() => cloud?.stop());
  return () => {
    if (cloud === undefined) throw new Error('the cloud is there inside tests only');
    return cloud;
  };
};
