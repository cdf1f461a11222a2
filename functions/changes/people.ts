import { renamedPerson } from '../../core/adapters/dynamodb/changes.ts';
import { followPerson } from '../../core/usecases/follow-person.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import type { Consumer } from './consumer.ts';

const FEED = 'change-feed';

/** A person is called otherwise: their sign-in and their other memberships follow (C-49, D-35). */
export const people = (ports: Pick<Ports, 'users' | 'members' | 'identity' | 'clock' | 'log'>): Consumer => ({
  name: 'people',
  wants: (change) => renamedPerson(change) !== undefined,
  consume: async (change) => {
    const userId = renamedPerson(change);
    if (userId === undefined) return;
    const at = ports.clock.now().toISOString();
    await followPerson(ports)(userId, { at, by: FEED, channel: FEED, requestId: change.sequenceNumber });
  },
});
