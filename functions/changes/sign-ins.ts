import { changedSignIn } from '../../core/adapters/dynamodb/changes.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { tellOfSignIn } from '../../core/usecases/tell-of-sign-in.ts';
import type { Consumer } from './consumer.ts';

/**
 * Somebody signs in by another email or login ID: they are told where they were reached until now (C-49, D-35). A mail
 * cannot be taken back, so this comes after whatever else a change is for: what fails there does not send it twice.
 */
export const signIns = (
  ports: Pick<Ports, 'users' | 'accounts' | 'mailer' | 'log'>,
  consoleUrl: string,
): Consumer => ({
  name: 'sign-ins',
  wants: (change) => changedSignIn(change) !== undefined,
  consume: async (change) => {
    const changed = changedSignIn(change);
    if (changed !== undefined) await tellOfSignIn(ports, consoleUrl)(changed, change.sequenceNumber);
  },
});
