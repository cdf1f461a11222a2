import type { FileRef, FileStorage, Ports, Stamp } from './ports.ts';
import { removeFile } from './remove-file.ts';
import { sweepDue } from './sweep-due.ts';

type Needs = Pick<Ports, 'files' | 'clock' | 'log'> & { fileStorage: Pick<FileStorage, 'discard'> };

const SWEEPER = 'sweeper';

/**
 * Removes the files that nobody uses: a day after they were uploaded, or as soon as they are given up. Answers how many it
 * looked at.
 */
export const sweepFiles =
  (ports: Needs) =>
  (requestId: string): Promise<number> =>
    sweepDue(ports)(requestId, {
      due: ports.files.due,
      idOf: ({ fileId }) => fileId,
      lookAt: (ref) => removeIfDue(ports)(ref, requestId),
      page: 100,
      atOnce: 10,
      // Before the function's own time is over.
      longestMilliseconds: 40_000,
    });

const removeIfDue =
  (ports: Needs) =>
  async (ref: FileRef, requestId: string): Promise<void> => {
    const at = ports.clock.now().toISOString();
    const stamp: Stamp = { at, by: SWEEPER, channel: SWEEPER, requestId };
    // Somebody may have taken it into use since.
    if (await ports.files.condemn(ref, 'due', stamp)) await removeFile(ports)(ref);
  };
