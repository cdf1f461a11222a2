import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Busy } from '../../../core/domain/errors.ts';
import { newId } from '../../../core/domain/ids.ts';
import { listWaitingLine } from '../../../core/usecases/list-waiting-line.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { readLicenses } from '../../../core/usecases/read-licenses.ts';
import { serveWaitingLine } from '../../../core/usecases/serve-waiting-line.ts';
import { execute, takeUpTo } from '../../ports/state-machine.ts';
import { openLicensedOffice } from './licensed-office.ts';

describe('whose turn it is', () => {
  it('A-23 X-3 is the oldest’s; they are active with all that they need, and nobody else is', async () => {
    const { onboard, own, serve, status, holding, line, expectCounted } = await openLicensedOffice({
      lmp: 0,
      voip: 9,
    });
    const [first, second] = [await onboard(['lmp', 'voip']), await onboard()];
    await own({ lmp: 1 });
    expect(await serve()).toBe(1);
    expect(await status(first)).toBe('active');
    expect(await holding(first)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    expect(await status(second)).toBe('deactivated');
    expect(await line()).toEqual([second.userId]);
    await expectCounted();
  });

  it('X-3 is that of who was asked for first, even if the run of another was faster', async () => {
    const { ports, ask, own, serve, status, line } = await openLicensedOffice({ lmp: 0 });
    const [first, second] = [await ask(), await ask()];
    await execute(ports, second);
    await execute(ports, first);
    expect(await line()).toEqual([first.userId, second.userId]);
    await own({ lmp: 1 });
    await serve();
    expect([await status(first), await status(second)]).toEqual(['active', 'deactivated']);
  });

  it('X-3 goes on until nobody fits any more', async () => {
    const { onboard, own, serve, line, expectCounted } = await openLicensedOffice({ lmp: 0 });
    const waiting = [await onboard(), await onboard(), await onboard(), await onboard()];
    await own({ lmp: 3 });
    expect(await serve()).toBe(3);
    expect(await line()).toEqual([waiting[3]?.userId]);
    expect(await serve()).toBe(0);
    await expectCounted();
  });

  it('X-3 passes over those whose whole need is not free, and only those', async () => {
    const { onboard, own, serve, status, line, pool, expectCounted } = await openLicensedOffice({
      lmp: 0,
      voip: 0,
      fax: 0,
    });
    const needsBoth = await onboard(['lmp', 'voip']);
    const needsFax = await onboard(['lmp', 'fax']);
    const [needsLess, last] = [await onboard(), await onboard()];
    await own({ lmp: 1 });
    expect(await serve()).toBe(1);
    expect(await status(needsLess)).toBe('active');
    expect(await line()).toEqual([needsBoth.userId, needsFax.userId, last.userId]);
    // Who was passed over keeps their place: the next that fits them is theirs.
    await own({ lmp: 2, voip: 1, fax: 1 });
    expect(await serve()).toBe(1);
    expect(await status(needsBoth)).toBe('active');
    expect(await line()).toEqual([needsFax.userId, last.userId]);
    expect(await pool('fax')).toMatchObject({ assigned: 0, waiting: 1 });
    await expectCounted();
  });

  it('X-3 is never a newcomer’s, though a seat is free: they join behind', async () => {
    const { onboard, own, serve, status, line, pool } = await openLicensedOffice({ lmp: 0, voip: 0 });
    const first = await onboard(['lmp', 'voip']);
    await own({ lmp: 1, voip: 1 });
    const newcomer = await onboard();
    // It is served by who joins, and it is the first who is.
    expect([await status(first), await status(newcomer)]).toEqual(['active', 'deactivated']);
    expect(await line()).toEqual([newcomer.userId]);
    expect(await pool('lmp')).toMatchObject({ assigned: 1, waiting: 1 });
    expect(await serve()).toBe(0);
  });

  it('X-3 is found however long the line is', async () => {
    const { ports, ask, own, serve, status, line } = await openLicensedOffice({ lmp: 0, voip: 0 });
    for (let count = 0; count < 120; count += 1)
      await takeUpTo(ports, 'AssignLicenses', await ask(['lmp', 'voip']));
    const last = await ask();
    await execute(ports, last);
    await own({ lmp: 1 });
    expect(await serve()).toBe(1);
    expect(await status(last)).toBe('active');
    expect(await line()).toHaveLength(100);
  });

  it('is nobody’s while nothing that is waited for is free, and then nothing is read but the pools', async () => {
    const { ports, onboard, serve } = await openLicensedOffice({ lmp: 0, voip: 5 });
    await onboard();
    const line = () => Promise.reject(new Error('the line was read'));
    expect(await serve({ ...ports, seats: { ...ports.seats, line } })).toBe(0);
    expect(await serveWaitingLine(ports)(newId('account'), 'req')).toBe(0);
  });
});

describe('whoever serves the line', () => {
  it('X-3 does no harm beside others: nobody is served twice, and nobody forgotten', async () => {
    const { onboard, own, serve, status, line, expectCounted } = await openLicensedOffice({ lmp: 0 });
    const waiting = [await onboard(), await onboard(), await onboard(), await onboard(), await onboard()];
    await own({ lmp: 4 });
    const served = await Promise.all([serve(), serve(), serve()]);
    expect(served.reduce((sum, count) => sum + count)).toBe(4);
    expect(await Promise.all(waiting.map(status))).toEqual([...Array(4).fill('active'), 'deactivated']);
    expect(await line()).toEqual([waiting[4]?.userId]);
    await expectCounted();
  });

  it('X-3 passes nobody over for want of what has become free meanwhile', async () => {
    const { ports, onboard, own, serve, status, expectCounted } = await openLicensedOffice({
      lmp: 0,
      voip: 0,
    });
    const [needsBoth, needsLess] = [await onboard(['lmp', 'voip']), await onboard()];
    await own({ lmp: 1 });
    let times = 0;
    const move: Ports['seats']['move'] = async (...wish) => {
      times += 1;
      if (times === 1) await own({ voip: 1 });
      return ports.seats.move(...wish);
    };
    expect(await serve({ ...ports, seats: { ...ports.seats, move } })).toBe(1);
    expect([await status(needsBoth), await status(needsLess)]).toEqual(['active', 'deactivated']);
    await expectCounted();
  });

  it('leaves it to whoever comes next, when others are quicker again and again', async () => {
    const { ports, onboard, own, serve, line } = await openLicensedOffice({ lmp: 0 });
    const { userId } = await onboard();
    await own({ lmp: 1 });
    const move = async () => ({ outcome: 'changed-meanwhile' }) as const;
    await expect(serve({ ...ports, seats: { ...ports.seats, move } })).rejects.toThrow(Busy);
    expect(await line()).toEqual([userId]);
  });

  it('goes past a place of which the member is gone', async () => {
    const { ports, ask, onboard, own, serve, status, line } = await openLicensedOffice({ lmp: 0 });
    const gone = await ask();
    await takeUpTo(ports, 'AssignLicenses', gone);
    const second = await onboard();
    await own({ lmp: 1 });
    const read: Ports['members']['read'] = async (ref) =>
      ref.userId === gone.userId ? undefined : ports.members.read(ref);
    expect(await serve({ ...ports, members: { ...ports.members, read } })).toBe(1);
    expect(await status(second)).toBe('active');
    expect(await line()).toEqual([gone.userId]);
  });

  it('X-3 gives nothing to who leaves the line while it is looked at', async () => {
    const { ports, onboard, own, takeBack, serve, status, expectCounted } = await openLicensedOffice({
      lmp: 0,
    });
    const gone = await onboard();
    await own({ lmp: 1 });
    const line: Ports['seats']['line'] = async (...asked) => {
      const page = await ports.seats.line(...asked);
      await takeBack(gone, 'lmp');
      return page;
    };
    expect(await serve({ ...ports, seats: { ...ports.seats, line } })).toBe(0);
    expect(await status(gone)).toBe('deactivated');
    await expectCounted();
  });

  it('is told of each who was served', async () => {
    const { onboard, own, serve, logged, accountId } = await openLicensedOffice({ lmp: 0 });
    const { userId } = await onboard();
    await own({ lmp: 1 });
    await serve();
    expect(logged.filter(({ code }) => code === 'WAITING_SERVED')).toMatchObject([
      { details: { accountId, userId } },
    ]);
  });
});

it('A-9 the waiting line is told oldest first, of those whom one reaches, since when they wait', async () => {
  const { ports, administrator, onboard, assign } = await openLicensedOffice({ lmp: 1, voip: 0 });
  const agent = await onboard();
  const second = await onboard(['lmp', 'voip']);
  // The line goes by milliseconds.
  await sleep(2);
  await assign(agent, 'voip');
  const list = await listWaitingLine(ports)(administrator, { limit: 10 });
  expect(list.items).toMatchObject([
    { userId: second.userId, kinds: ['lmp', 'voip'], status: 'deactivated' },
    { userId: agent.userId, kinds: ['voip'], status: 'active' },
  ]);
  const told = await Promise.all([second, agent].map(readLicenses(ports)));
  expect(list.items.map(({ since }) => since)).toEqual(told.map(({ waiting }) => waiting?.since));
  const elsewhere = { ...administrator, rights: { ...administrator.rights, reach: new Set(['fld_other']) } };
  expect((await listWaitingLine(ports)(elsewhere, { limit: 10 })).items).toEqual([]);
});
