import { defineConfig } from 'vitest/config';

const project = (name: string, testTimeout: number, more: { globalSetup?: string } = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.ts`], testTimeout, hookTimeout: 120_000, ...more },
});

export default defineConfig({
  test: {
    // For two cores: one works while another waits for a mail, a page or a lock.
    maxWorkers: 3,
    projects: [
      project('unit', 20_000),
      project('infra', 60_000),
      project('integration', 120_000, { globalSetup: 'test/integration/shared-cloud.setup.ts' }),
      project('e2e', 120_000, { globalSetup: 'test/e2e/console-cloud.setup.ts' }),
    ],
  },
});
