import { Busy, NoFreeSeat, NotFound } from '../domain/errors.ts';
import type { Ports } from './ports.ts';
import { takeStep } from './take-step.ts';

/** How often seats may come and go between looking and joining the line before we let the step be retried. */
const TRIES = 5;

/**
 * Step 2: a seat of every kind the user needs, or none. With one missing the account's policy decides: the
 * member joins the waiting line and will end deactivated, or the run is parked.
 */
export const assignLicenses = (ports: Pick<Ports, 'runs' | 'accounts' | 'seats' | 'clock'>) =>
  takeStep(ports)('licenses', async ({ run, record, stamp }) => {
    const { accountId, userId, runId, sections } = run;
    const request = { accountId, userId, runId, kinds: sections.licenses.kinds };
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const result = await ports.seats.assign(request, record, stamp);
      if (result.outcome === 'assigned') return;
      const account = await ports.accounts.read(accountId);
      if (account === undefined) throw new NotFound();
      if (account.licensePolicy === 'reject') throw new NoFreeSeat(result.missing);
      const line = await ports.seats.wait(request, result.missing, record, stamp);
      if (line === 'waiting') return;
    }
    throw new Busy();
  });
