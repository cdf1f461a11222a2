import { NotFound } from '../domain/errors.ts';
import type { OpenRun } from '../domain/run.ts';
import { waitingFor } from '../domain/section-record.ts';
import { temporaryPassword } from '../domain/temporary-password.ts';
import type { AttemptRef, Ports, RunEnding, Stamp } from './ports.ts';
import { atAttempt, stampOf } from './take-step.ts';

type Needs = Pick<Ports, 'runs' | 'members' | 'accounts' | 'identity' | 'clock'>;

/**
 * Ends a run: the member becomes active and is invited, or stays deactivated while they wait for a license
 * . The invitation goes first: a process that dies after it sends a second mail, never none, and an address that
 * is refused parks the run while its member can still be undone.
 */
export const activateMember =
  (ports: Needs) =>
  async (ref: AttemptRef): Promise<void> => {
    const found = await ports.runs.read(ref);
    // A repeat: the process died when it had ended the run, before it could say so.
    if (found?.status === 'done' && found.attempt === ref.attempt) return;
    const run = atAttempt(found, ref);
    const stamp = stampOf(run, ports.clock.now().toISOString());
    const left = await ports.members.read(run);
    if (left === undefined) throw new NotFound();
    const waits = waitingFor(left.records) !== undefined;
    if (!waits && run.sections.profile.sendInvitation) await invite(ports)(run);
    await ports.runs.finish(run, waits ? WAITING : activation(run, stamp), stamp);
  };

const WAITING: RunEnding = { outcome: 'deactivated', deactivationReason: 'no-license' };

const activation = ({ sections: { profile, permissions } }: OpenRun, stamp: Stamp): RunEnding => ({
  outcome: 'active',
  administrator: permissions.role === 'administrator',
  invitedAt: profile.sendInvitation ? stamp.at : undefined,
});

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
