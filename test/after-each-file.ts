import { afterAll, vi } from 'vitest';

/** Test files of a kind share their processes, so that each loads the modules once: nobody may leave anything behind. */
afterAll(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});
