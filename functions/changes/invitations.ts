import { invitedBy } from '../../core/adapters/dynamodb/changes.ts';
import { sendDueInvitation } from '../../core/usecases/invite-member.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import type { Consumer } from './consumer.ts';

/** Somebody has come out of the waiting line: they are invited now (D-9). */
export const invitations = (
  ports: Pick<Ports, 'invitations' | 'members' | 'users' | 'accounts' | 'identity' | 'clock' | 'log'>,
): Consumer => ({
  name: 'invitations',
  wants: (change) => invitedBy(change) !== undefined,
  consume: async (change) => {
    const member = invitedBy(change);
    if (member !== undefined) await sendDueInvitation(ports)(member, change.sequenceNumber);
  },
});
