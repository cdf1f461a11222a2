import { Busy } from '../../../core/domain/errors.ts';
import type { Run } from '../../../core/domain/run.ts';
import { recordOf } from '../../../core/domain/section-record.ts';
import type { Runs } from '../../../core/usecases/ports.ts';
import { type Database, keys } from './database.ts';

/** One transaction over run, member and account: all of it or none. */
export const finishRun =
  ({ runs, members, records, accounts }: Database): Runs['finish'] =>
  async (run, ending, stamp) => {
    const stored = runs.get(keys.run(run));
    const from: readonly Run['status'][] = stored?.isOffer ? ['running', 'offered'] : ['running'];
    if (stored === undefined || !from.includes(stored.status) || stored.attempt !== run.attempt) return;
    const member = members.get(keys.member(run));
    const account = accounts.get(run.accountId);
    const counts = ending.outcome === 'active' && ending.administrator;
    const licenses = records.get(keys.record(run, 'licenses'));
    // Who was served since then is to be looked at again.
    const waits = licenses !== undefined && recordOf([licenses], 'licenses')?.waitingFor !== undefined;
    if (ending.outcome === 'deactivated' && !waits) throw new Busy();
    if (member?.status !== 'onboarding' || (counts && account === undefined)) throw new Busy();
    const { sections: _, formerWork: _former, dueAt: _due, ...ended } = stored;
    runs.set(keys.run(run), { ...ended, status: 'done', outcome: ending.outcome, endedAt: stamp.at });
    // The run may have been corrected since it made the member.
    const { role } = run.sections.permissions;
    members.set(
      keys.member(run),
      ending.outcome === 'active'
        ? { ...member, role, status: 'active', ...(ending.invitedAt && { invitedAt: ending.invitedAt }) }
        : { ...member, role, status: 'deactivated', deactivationReason: ending.deactivationReason },
    );
    if (counts && account !== undefined) account.activeAdministrators += 1;
  };
