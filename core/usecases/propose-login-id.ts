import { Busy } from '../domain/errors.ts';
import { loginIdsFor } from '../domain/login-id-proposal.ts';
import type { Ports } from './ports.ts';

/**
 * A login ID that keeps close to a name (C-48) and that nobody has, at the moment (C-49). Throws `Busy` when none of some
 * hundred is free, up to seven digits long.
 */
export const proposeLoginId =
  ({ users }: Pick<Ports, 'users'>) =>
  async (firstName: string, lastName: string): Promise<string> => {
    for (const candidates of loginIdsFor(firstName, lastName)) {
      const taken = await users.takenLoginIds(candidates);
      const free = candidates.find((candidate) => !taken.has(candidate));
      if (free !== undefined) return free;
    }
    throw new Busy();
  };
