import type { Policy } from '../domain/authorization/policy.ts';
import type { Use } from '../domain/authorization/uses.ts';
import { Busy, InUse } from '../domain/errors.ts';
import type { Clock, Idempotency, Ports, Stamp } from './ports.ts';

/** How often others may be faster, and for how long, before whoever asks is told to try again: well before a gateway does. */
const TRIES = 8;
const LONGEST_MILLISECONDS = 5_000;
const FIRST_PAUSE_MILLISECONDS = 25;
const MOST_NAMED = 10;
const WORDS = { role: 'role', folder: 'folder', group: 'access-control group' } as const;

interface Changed {
  policy: Policy;
  id: string;
}

interface PolicyEdit {
  accountId: string;
  /** Makes the next policy of the one that stands; throws what stands against it. */
  edit: (policy: Policy) => Policy;
  created?: Use;
  deleted?: Use;
}

type Needs = Pick<Ports, 'policies' | 'replays' | 'clock'>;

/**
 * Changes an account's roles, folders or groups: what several people do at once is done one after the other. Answers
 * the policy as it is then, and the id of what was made, now or by the same request before.
 * Throws `InUse` naming who uses what is to be deleted, `IdempotencyKeyReused`, `Busy`, and whatever `edit` throws.
 */
export const changePolicy =
  ({ policies, replays, clock }: Needs) =>
  async (
    { accountId, edit, created, deleted }: PolicyEdit,
    stamp: Stamp,
    idempotency?: Idempotency,
  ): Promise<Changed> => {
    // A repeat is answered though the edit itself would be refused by now.
    const replayOf = idempotency && (await replays.find(idempotency));
    if (replayOf !== undefined) return { policy: await policies.read(accountId), id: replayOf };
    const last = later(clock, LONGEST_MILLISECONDS);
    const resultId = created?.id ?? deleted?.id ?? '';
    const replay = idempotency && { key: idempotency, resultId };
    for (let attempt = 0; attempt < TRIES && clock.now() < last; attempt += 1) {
      const policy = edit(await policies.read(accountId));
      const change = { ...(created && { created }), ...(deleted && { deleted }) };
      const result = await policies.change(policy, change, stamp, replay);
      switch (result.outcome) {
        case 'changed':
          return { policy, id: resultId };
        case 'replayed':
          return { policy: await policies.read(accountId), id: result.replayOf };
        case 'in-use':
          if (deleted !== undefined) await refuseInUse({ policies })(accountId, deleted);
          break;
        case 'stale':
      }
      // Many at once spread out, or each would be in the way of all others again.
      await clock.sleepUntil(later(clock, Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt));
    }
    throw new Busy();
  };

const later = (clock: Clock, milliseconds: number): Date => new Date(clock.now().getTime() + milliseconds);

/** Nobody named means that the last of them has just gone: then it is worth another try. */
const refuseInUse =
  ({ policies }: Pick<Ports, 'policies'>) =>
  async (accountId: string, use: Use): Promise<void> => {
    const users = await policies.users(accountId, use, MOST_NAMED);
    if (users.length > 0)
      throw new InUse(
        WORDS[use.kind],
        users.map(({ name, userId }) => `${name} (${userId})`),
      );
  };
