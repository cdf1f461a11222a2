import type { FileRef, FileStorage, Ports, Stamp } from './ports.ts';
import { removeFile } from './remove-file.ts';
import { later } from './run-deadlines.ts';

type Needs = Pick<Ports, 'files' | 'clock' | 'log'> & { fileStorage: Pick<FileStorage, 'discard'> };

const SWEEPER = 'sweeper';
const PAGE = 100;
const AT_ONCE = 10;

/** Before the function's own time is over. */
const LONGEST_MILLISECONDS = 40_000;

/**
 * Removes the files that nobody uses: a day after they were uploaded, or as soon as they are given up. Answers how many it
 * looked at.
 */
export const sweepFiles =
  (ports: Needs) =>
  async (requestId: string): Promise<number> => {
    const last = later(ports.clock, LONGEST_MILLISECONDS);
    const seen = new Set<string>();
    for (;;) {
      const now = ports.clock.now().toISOString();
      // The index lags: what has just been removed may still be due in it, and must not hide the rest.
      const due = await ports.files.due(now, seen.size + PAGE);
      const fresh = due.filter(({ fileId }) => !seen.has(fileId));
      for (let begin = 0; begin < fresh.length; begin += AT_ONCE) {
        if (ports.clock.now().toISOString() >= last) return seen.size;
        const some = fresh.slice(begin, begin + AT_ONCE);
        for (const { fileId } of some) seen.add(fileId);
        await Promise.all(some.map((ref) => removeIfDue(ports)(ref, requestId)));
      }
      if (fresh.length === 0) return seen.size;
    }
  };

const removeIfDue =
  (ports: Needs) =>
  async (ref: FileRef, requestId: string): Promise<void> => {
    try {
      const at = ports.clock.now().toISOString();
      const stamp: Stamp = { at, by: SWEEPER, channel: SWEEPER, requestId };
      // Somebody may have taken it into use since.
      if (await ports.files.condemn(ref, 'due', stamp)) await removeFile(ports)(ref);
    } catch (error) {
      // The others must not wait for this one: it is still due, so its turn comes again.
      const reason = error instanceof Error ? error.name : 'unknown';
      ports.log('SWEEP_FAILED', { ...ref, requestId, reason });
    }
  };
