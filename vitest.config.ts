import { defineConfig } from 'vitest/config';

interface More {
  include?: string[];
  exclude?: string[];
  globalSetup?: string | string[];
  isolate?: boolean;
  maxWorkers?: number;
  sequence?: { groupOrder: number };
  expect?: { poll: { timeout: number } };
}

const project = (name: string, testTimeout: number, more: More = {}) => ({
  extends: true as const,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    testTimeout,
    hookTimeout: 120_000,
    sequence: { groupOrder: 1 },
    ...more,
  },
});

/**
 * Lambda entry points read their environment as they are loaded: each file has to load them anew. The oracle takes longer
 * than all others, so that it must not wait for them.
 */
const ALONE = ['test/unit/functions/**/*.test.ts', 'test/unit/authorization/oracle.test.ts'];

const SHARED_CLOUD = 'test/integration/shared-cloud.setup.ts';

export default defineConfig({
  test: {
    // For two cores: one works while another waits for a mail, a page or a lock.
    maxWorkers: 3,
    setupFiles: 'test/after-each-file.ts',
    projects: [
      project('unit', 20_000, { exclude: ALONE, isolate: false }),
      project('alone', 20_000, { include: ALONE }),
      // One synth serves all its files; the other core has the checks meanwhile.
      project('infra', 60_000, { isolate: false, maxWorkers: 1, sequence: { groupOrder: 0 } }),
      project('integration', 120_000, { globalSetup: SHARED_CLOUD }),
      project('e2e', 120_000, {
        globalSetup: [SHARED_CLOUD, 'test/e2e/browser.setup.ts'],
        // What a page shows comes by a server, and is waited for as long as its elements are.
        expect: { poll: { timeout: 30_000 } },
      }),
    ],
  },
});
