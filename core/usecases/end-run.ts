import { NotFound } from '../domain/errors.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import type { OpenRun } from '../domain/run.ts';
import { waitingFor } from '../domain/section-record.ts';
import type { Ports, RunEnding, Stamp } from './ports.ts';

const WAITING: RunEnding = { outcome: 'deactivated', deactivationReason: 'no-license' };

/** How a run ends for its member: active, or deactivated while they wait for a license. */
export const endingOf =
  ({ members }: Pick<Ports, 'members'>) =>
  async (run: OpenRun, invitedAt: string | undefined): Promise<RunEnding> => {
    const left = await members.read(run);
    if (left === undefined) throw new NotFound();
    if (waitingFor(left.records) !== undefined) return WAITING;
    const administrator = run.sections.permissions.role === ADMINISTRATOR;
    return { outcome: 'active', administrator, invitedAt };
  };

/** Whether an invitation went with the ending: the time of it, if so. */
export const invitationTime = ({ sections }: OpenRun, stamp: Stamp): string | undefined =>
  sections.profile.sendInvitation ? stamp.at : undefined;
