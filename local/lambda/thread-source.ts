import { join } from 'node:path';
import { buildSync, stop } from 'esbuild';

let built: string | undefined;

/**
 * The source of a function's thread, as one script. A thread that loaded `thread.ts` itself would strip its types and
 * load the whole of zod anew, for each function of each cloud: that takes longer than to load the function.
 */
export const threadSource = (): string => {
  if (built !== undefined) return built;
  const { outputFiles } = buildSync({
    entryPoints: [join(import.meta.dirname, 'thread.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  });
  // Its process would wait for more as long as ours runs.
  void stop();
  built = outputFiles[0]?.text;
  if (built === undefined) throw new Error('esbuild has made nothing of the thread');
  return built;
};
