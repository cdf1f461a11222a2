import { queued, satisfied } from '../domain/holding.ts';
import { placeOfRun } from '../domain/ids.ts';
import { holdingOf, recordOf, withHolding } from '../domain/section-record.ts';
import type { Ports } from './ports.ts';
import { takeOrWait } from './take-or-wait.ts';
import { takeStep } from './take-step.ts';

/**
 * Step 2: a seat of every named kind the user needs, or none. With one missing the account's policy decides:
 * the member joins the waiting line and will end deactivated, or the run is parked.
 */
export const assignLicenses = (
  ports: Pick<Ports, 'runs' | 'accounts' | 'seats' | 'members' | 'users' | 'clock' | 'log'>,
) =>
  takeStep(ports)('licenses', async ({ run, record: left, stamp }) => {
    const record = recordOf([left], 'licenses');
    if (record === undefined) return;
    const { accountId, userId, runId } = run;
    const needed = { ...holdingOf(record), held: [] };
    await takeOrWait(ports)(
      {
        ref: { accountId, userId },
        before: undefined,
        status: 'onboarding',
        taken: { record: withHolding(record, satisfied(needed)) },
        waiting: { record: withHolding(record, queued(needed, placeOfRun(runId))) },
      },
      stamp,
    );
  });
