import { NotFound } from '../domain/errors.ts';
import type { OpenRun } from '../domain/run.ts';
import { temporaryPassword } from '../domain/temporary-password.ts';
import { endingOf, invitationTime } from './end-run.ts';
import { offerAccess } from './offer-access.ts';
import type { AttemptRef, Ports } from './ports.ts';
import { atAttempt, stampOf } from './take-step.ts';

type Needs = Pick<
  Ports,
  'runs' | 'members' | 'accounts' | 'users' | 'policies' | 'identity' | 'mailer' | 'clock'
>;

/**
 * Ends a run: the member becomes active and is invited, or stays deactivated while they wait for a license
 * . The invitation goes first: a process that dies after it sends a second mail, never none, and an address that
 * is refused parks the run while its member can still be undone. Who has a login already is offered access.
 */
export const activateMember =
  (ports: Needs, consoleUrl: string) =>
  async (ref: AttemptRef): Promise<void> => {
    const found = await ports.runs.read(ref);
    // A repeat: the process died when it had ended the run, before it could say so.
    if (found !== undefined && isEnded(found.status) && found.attempt === ref.attempt) return;
    const run = atAttempt(found, ref);
    const stamp = stampOf(run, ports.clock.now().toISOString());
    if (run.isOffer) return offerAccess(ports, consoleUrl)(run, stamp);
    const ending = await endingOf(ports)(run, invitationTime(run, stamp));
    if (ending.outcome === 'active' && run.sections.profile.sendInvitation) await invite(ports)(run);
    await ports.runs.finish(run, ending, stamp);
  };

const isEnded = (status: OpenRun['status']): boolean => status === 'done' || status === 'offered';

const invite =
  ({ accounts, identity }: Needs) =>
  async ({ accountId, userId }: OpenRun): Promise<void> => {
    const account = await accounts.read(accountId);
    if (account === undefined) throw new NotFound();
    await identity.invite({
      userId,
      temporaryPassword: temporaryPassword(),
      accountName: account.name,
    });
  };
