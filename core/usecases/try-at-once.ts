import { DomainError } from '../domain/errors.ts';
import type { Ports, Stamp } from './ports.ts';

/**
 * Does at once what follows from a change that has been made: what fails now is not undone, nor told as if it were. It is
 * logged under the code, and left to who comes later.
 */
export const tryAtOnce =
  ({ log }: Pick<Ports, 'log'>) =>
  async (code: string, userId: string, stamp: Stamp, work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const reason = error instanceof DomainError ? error.code : Object(error).name;
      log(code, { userId, requestId: stamp.requestId, reason: String(reason) });
    }
  };
