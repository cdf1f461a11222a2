import { endSessions } from './end-sessions.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { tryAtOnce } from './try-at-once.ts';

/**
 * Ends what is left of a person's sessions after an edit has changed by what they sign in: refresh tokens, and sessions
 * with their seats, in their one account. The edit itself refuses all tokens from before, so what fails here lets nobody
 * in: a session of which nothing is heard any more is swept.
 */
export const endFormerSignIn =
  (ports: Pick<Ports, 'identity' | 'sessions' | 'log'>) =>
  async (ref: MemberRef, stamp: Stamp): Promise<void> => {
    const attempt = tryAtOnce(ports);
    await attempt('SIGN_OUT_LEFT', ref.userId, stamp, () => ports.identity.signOut(ref.userId));
    await attempt('SESSIONS_LEFT_TO_SWEEPER', ref.userId, stamp, () => endSessions(ports)(ref, stamp));
  };
