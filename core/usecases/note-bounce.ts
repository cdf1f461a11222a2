import type { Ports, Stamp } from './ports.ts';

type Needs = Pick<Ports, 'users' | 'log'>;

/**
 * Remembers that a mail did not reach a user, since their mailbox refused it for good. `sentAt` is when the mail
 * was sent: an invitation of later is another mail, which may well have arrived. An address of nobody is passed over:
 * the user may have been removed since.
 */
export const noteBounce =
  ({ users, log }: Needs) =>
  async ({ email, sentAt }: { email: string; sentAt: string }, stamp: Stamp): Promise<void> => {
    const userId = await users.findByEmail(email);
    if (userId !== undefined) await users.noteBounce(userId, sentAt, stamp);
    log('MAIL_BOUNCED', { userId, requestId: stamp.requestId });
  };
