import type { Log } from '../usecases/ports.ts';

/** One JSON line per event; Lambda adds time and request id (its log format is JSON). */
export const log: Log = (code, details) => {
  console.info({ code, ...details });
};

/** What may be said of an unexpected error: its kind and where, never its message, which may quote personal data. */
export const describeError = (error: unknown): Record<string, string> => {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    errorName: error.name,
    at: frames
      .slice(0, 8)
      .map((frame) => frame.trim())
      .join(' < '),
  };
};
