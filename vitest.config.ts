import { defineConfig } from 'vitest/config';

interface More {
  include?: string[];
  exclude?: string[];
  globalSetup?: string;
  isolate?: boolean;
}

const project = (name: string, testTimeout: number, more: More = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: 120_000, ...more },
});

/** Lambda entry points read their environment as they are loaded: each file has to load them anew. */
const FUNCTIONS = ['test/unit/functions/**/*.test.ts'];

export default defineConfig({
  test: {
    // For two cores: one works while another waits for a mail, a page or a lock.
    maxWorkers: 3,
    setupFiles: 'test/after-each-file.ts',
    projects: [
      project('unit', 20_000, { exclude: FUNCTIONS, isolate: false }),
      project('functions', 20_000, { include: FUNCTIONS }),
      project('infra', 60_000, { isolate: false }),
      project('integration', 120_000, { globalSetup: 'test/integration/shared-cloud.setup.ts' }),
      project('e2e', 120_000, { globalSetup: 'test/e2e/console-cloud.setup.ts' }),
    ],
  },
});
