import { assignmentsOf } from '../domain/sections/work.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/** Step 8: the memberships of campaigns, dialer initiatives and ACD queues, in batches; marked last. */
export const assignWork = (ports: Pick<Ports, 'runs' | 'members' | 'work' | 'clock'>) =>
  takeStep(ports)('work', async ({ run, record, stamp }) => {
    if (run.sections.work !== undefined) {
      await ports.work.assign(run, assignmentsOf(run.sections.work), stamp);
    }
    await ports.members.record(run, record, stamp);
  });
