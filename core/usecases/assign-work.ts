import { assignmentsOf, distinct } from '../domain/sections/work.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/** Step 8: the memberships of campaigns, dialer initiatives and ACD queues, in batches; marked last. */
export const assignWork = (ports: Pick<Ports, 'runs' | 'members' | 'work' | 'clock'>) =>
  takeStep(ports)('work', async ({ run, record, stamp }) => {
    const wanted = run.sections.work === undefined ? [] : assignmentsOf(run.sections.work);
    await ports.work.release(run, distinct(run.formerWork ?? [], wanted));
    await ports.work.assign(run, wanted, stamp);
    await ports.members.record(run, record, stamp);
  });
