import { NotFound } from '../domain/errors.ts';
import type { OpenRun } from '../domain/run.ts';
import { waitingFor } from '../domain/section-record.ts';
import { temporaryPassword } from '../domain/temporary-password.ts';
import type { AttemptRef, Ports, Stamp } from './ports.ts';
import { readAttempt, stampOf } from './take-step.ts';

type Needs = Pick<Ports, 'runs' | 'members' | 'accounts' | 'identity' | 'clock'>;

/**
 * Ends a run: the member becomes active and is invited, or stays deactivated while they wait for a license
 * . The run is marked last, so a process that dies before it sends a second mail, never none.
 */
export const activateMember =
  (ports: Needs) =>
  async (ref: AttemptRef): Promise<void> => {
    const run = await readAttempt(ports)(ref);
    const stamp = stampOf(run, ports.clock.now().toISOString());
    const left = await ports.members.read(run);
    if (left === undefined) throw new NotFound();
    const waits = waitingFor(left.records) !== undefined;
    if (waits) await ports.members.deactivate(run, 'no-license', stamp);
    else await activate(ports)(run, stamp);
    await ports.runs.finish(ref, waits ? 'deactivated' : 'active', stamp);
  };

const activate =
  ({ members, accounts, identity }: Needs) =>
  async (run: OpenRun, stamp: Stamp): Promise<void> => {
    const { profile, permissions } = run.sections;
    const administrator = permissions.role === 'administrator';
    const invitedAt = profile.sendInvitation ? stamp.at : undefined;
    await members.activate(run, { administrator, invitedAt }, stamp);
    if (!profile.sendInvitation) return;
    const account = await accounts.read(run.accountId);
    if (account === undefined) throw new NotFound();
    await identity.invite({
      userId: run.userId,
      temporaryPassword: temporaryPassword(),
      accountName: account.name,
    });
  };
