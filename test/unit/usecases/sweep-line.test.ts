import { describe, expect, it } from 'vitest';
import { sweepLine } from '../../../core/usecases/sweep-line.ts';
import { openLicensedOffice, ownSeats } from './licensed-office.ts';

const MINUTE = 60_000;

describe('the sweeper of waiting lines', () => {
  it('X-3 serves the line, and sends the invitation, of whom nobody else has seen to', async () => {
    const { ports, onboard, own, status, outbox, moveClock, logged } = await openLicensedOffice({ lmp: 0 });
    const run = await onboard();
    await own({ lmp: 1 });
    moveClock(2 * MINUTE - 1);
    expect(await sweepLine(ports)('req')).toBe(0);
    moveClock(1);
    await sweepLine(ports)('req');
    expect(await status(run)).toBe('active');
    await sweepLine(ports)('req');
    expect(outbox.map(({ userId }) => userId)).toEqual([run.userId]);
    expect(logged.map(({ code }) => code)).not.toContain('SWEEP_FAILED');
    moveClock(60 * MINUTE);
    expect(await sweepLine(ports)('req')).toBe(0);
    expect(outbox).toHaveLength(1);
  });

  it('looks at who goes on waiting every quarter of an hour', async () => {
    const { ports, onboard, own, status, moveClock } = await openLicensedOffice({ lmp: 0 });
    const run = await onboard();
    moveClock(2 * MINUTE);
    expect(await sweepLine(ports)('req')).toBe(1);
    expect(await sweepLine(ports)('req')).toBe(0);
    await own({ lmp: 1 });
    moveClock(15 * MINUTE - 1);
    expect(await sweepLine(ports)('req')).toBe(0);
    expect(await status(run)).toBe('deactivated');
    moveClock(1);
    expect(await sweepLine(ports)('req')).toBe(1);
    expect(await status(run)).toBe('active');
  });

  it('does what is due of the others, when one account cannot be served', async () => {
    const one = await openLicensedOffice({ lmp: 0 });
    const other = await openLicensedOffice({ lmp: 0 }, 'deactivate', one);
    const [stuck, run] = [await one.onboard(), await other.onboard()];
    await ownSeats(one.ports, one.accountId, { lmp: 1 });
    await ownSeats(one.ports, other.accountId, { lmp: 1 });
    one.moveClock(2 * MINUTE);
    const readWithPools: typeof one.ports.accounts.readWithPools = async (accountId) => {
      if (accountId === one.accountId) throw new Error('down');
      return one.ports.accounts.readWithPools(accountId);
    };
    await sweepLine({ ...one.ports, accounts: { ...one.ports.accounts, readWithPools } })('req');
    expect([await one.status(stuck), await other.status(run)]).toEqual(['deactivated', 'active']);
    expect(one.logged.filter(({ code }) => code === 'SWEEP_FAILED')).toMatchObject([
      { details: { accountId: one.accountId, reason: 'Error' } },
    ]);
    // Nor does it wait for a quarter of an hour itself.
    one.moveClock(MINUTE);
    await sweepLine(one.ports)('req');
    expect(await one.status(stuck)).toBe('active');
  });

  it('serves some of a long line at a time: those of others have their turn, and the rest has it soon', async () => {
    const { ports, onboard, own, pool, moveClock } = await openLicensedOffice({ lmp: 0 });
    for (let count = 0; count < 5; count += 1) await onboard();
    await own({ lmp: 10 });
    moveClock(2 * MINUTE);
    await sweepLine(ports)('req', 3);
    expect(await pool('lmp')).toMatchObject({ assigned: 3, waiting: 2 });
    moveClock(MINUTE);
    await sweepLine(ports)('req', 3);
    expect(await pool('lmp')).toMatchObject({ assigned: 5, waiting: 0 });
  });

  it('sends an invitation whose sender has died, when its minute is over', async () => {
    const { ports, onboard, own, serve, outbox, moveClock } = await openLicensedOffice({ lmp: 0 });
    await onboard();
    await own({ lmp: 1 });
    await serve();
    const invite = () => Promise.reject(new Error('died'));
    await sweepLine({ ...ports, identity: { ...ports.identity, invite } })('req');
    expect(outbox).toEqual([]);
    expect(await sweepLine(ports)('req')).toBe(0);
    moveClock(MINUTE);
    expect(await sweepLine(ports)('req')).toBe(1);
    expect(outbox).toHaveLength(1);
  });
});
