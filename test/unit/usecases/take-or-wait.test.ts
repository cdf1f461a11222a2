import { describe, expect, it } from 'vitest';
import { Busy, ChangedMeanwhile, LicenseNotInPlan, NoFreeSeat } from '../../../core/domain/errors.ts';
import type { Ports, SeatMove } from '../../../core/usecases/ports.ts';
import { stampAt } from '../../ports/samples.ts';
import { openLicensedOffice } from './licensed-office.ts';

/** Ports of which the seats do something first, each time that one joins the line. */
const beforeJoining = (ports: Ports, what: (move: SeatMove) => Promise<unknown>): Ports => ({
  ...ports,
  seats: {
    ...ports.seats,
    async move(move, stamp) {
      if (move.missing !== undefined) await what(move);
      return ports.seats.move(move, stamp);
    },
  },
});

describe('who comes newly, with nothing free', () => {
  it('A-10 X-3 stands in line, and holds nothing of what they came for', async () => {
    const { onboard, assign, holding, pool, line, expectCounted } = await openLicensedOffice({
      lmp: 2,
      voip: 1,
      email: 1,
    });
    await onboard(['lmp', 'voip']);
    const agent = await onboard();
    await assign(agent, 'voip');
    expect(await holding(agent)).toMatchObject({ held: ['lmp'], waitingFor: ['voip'] });
    expect(await line()).toEqual([agent.userId]);
    expect(await pool('voip')).toMatchObject({ assigned: 1, waiting: 1 });
    await expectCounted();
  });

  it('X-3 is refused, and nothing is changed, if the account wants it so', async () => {
    const { onboard, assign, holding, line, database } = await openLicensedOffice(
      { lmp: 2, voip: 0 },
      'reject',
    );
    const agent = await onboard();
    const before = structuredClone(database);
    await expect(assign(agent, 'voip')).rejects.toThrow(NoFreeSeat);
    expect(database).toEqual(before);
    expect(await holding(agent)).toMatchObject({ kinds: ['lmp'], held: ['lmp'], waitingFor: [] });
    expect(await line()).toEqual([]);
  });

  it.each(['deactivate', 'reject'] as const)(
    'A-12 is refused a kind that no plan has: %s',
    async (policy) => {
      const { onboard, assign, database } = await openLicensedOffice({ lmp: 1 }, policy);
      const agent = await onboard();
      const before = structuredClone(database);
      await expect(assign(agent, 'fax')).rejects.toThrow(LicenseNotInPlan);
      expect(database).toEqual(before);
    },
  );
});

describe('who comes newly where nobody is to wait any more', () => {
  const office = async () => {
    const at = await openLicensedOffice({ lmp: 3, fax: 0 });
    const first = await at.onboard(['lmp', 'fax']);
    await at.ports.accounts.change(at.accountId, { licensePolicy: 'reject' }, stampAt());
    return { ...at, first };
  };

  it('X-3 gets what is free, past those in line for something else', async () => {
    const { onboard, status, holding, line, first, expectCounted } = await office();
    const newcomer = await onboard();
    expect(await status(newcomer)).toBe('active');
    expect(await holding(newcomer)).toMatchObject({ held: ['lmp'], waitingFor: [] });
    expect(await line()).toEqual([first.userId]);
    await expectCounted();
  });

  it('X-3 is refused, and leaves nothing in line, when it is the turn of others', async () => {
    const { onboard, own, pool, line, first, ports, expectCounted } = await office();
    await own({ lmp: 1, fax: 1 });
    const newcomer = await onboard();
    expect((await ports.runs.read(newcomer))?.failure?.code).toBe('no-free-seat');
    // The seats they came for are those of who waited for them.
    expect(await line()).toEqual([]);
    expect(await pool('lmp')).toMatchObject({ assigned: 1, waiting: 0 });
    expect((await ports.members.read(first))?.member.status).toBe('active');
    await expectCounted();
  });
});

describe('a seat that is freed between looking and joining', () => {
  const office = async () => {
    const at = await openLicensedOffice({ lmp: 2, voip: 1 });
    const [holder, agent] = [await at.onboard(['lmp', 'voip']), await at.onboard()];
    return { ...at, holder, agent };
  };

  it('X-3 is taken, by nobody standing in line for it', async () => {
    const { as, administrator, ports, agent, holder, takeBack, holding, line, expectCounted } =
      await office();
    const racing = beforeJoining(ports, () => takeBack(holder, 'voip'));
    await as(administrator, racing).assign(agent, 'voip');
    expect(await holding(agent)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    expect(await line()).toEqual([]);
    await expectCounted();
  });

  it('X-3 is another’s, if they were there before: one joins the line after all', async () => {
    const { as, administrator, ports, agent, holder, onboard, takeBack, holding, line, expectCounted } =
      await office();
    let times = 0;
    const racing = beforeJoining(ports, async () => {
      times += 1;
      if (times > 1) return;
      await takeBack(holder, 'lmp');
      await onboard(['lmp', 'voip']);
    });
    await as(administrator, racing).assign(agent, 'voip');
    expect(times).toBe(1);
    expect(await holding(agent)).toMatchObject({ held: ['lmp'], waitingFor: ['voip'] });
    expect(await line()).toEqual([agent.userId]);
    await expectCounted();
  });

  it('is given up for now when it comes and goes each time', async () => {
    const { as, administrator, ports, agent, holder, takeBack, assign, line } = await office();
    const seats: Ports['seats'] = {
      ...ports.seats,
      async move(move, stamp) {
        if (move.missing === undefined) return ports.seats.move(move, stamp);
        await takeBack(holder, 'voip');
        const outcome = await ports.seats.move(move, stamp);
        await assign(holder, 'voip');
        return outcome;
      },
    };
    const restless = as(administrator, { ...ports, seats });
    await expect(restless.assign(agent, 'voip')).rejects.toThrow(Busy);
    expect(await line()).toEqual([]);
  });
});

it('C-12 who has been changed since they were read is not changed again', async () => {
  const { as, administrator, ports, onboard, assign, holding, expectCounted } = await openLicensedOffice({
    lmp: 2,
    voip: 0,
    email: 1,
  });
  const agent = await onboard();
  const racing = beforeJoining(ports, () => assign(agent, 'email'));
  await expect(as(administrator, racing).assign(agent, 'voip')).rejects.toThrow(ChangedMeanwhile);
  expect(await holding(agent)).toMatchObject({ kinds: ['lmp', 'email'], waitingFor: [] });
  await expectCounted();
});

describe('who joins a line', () => {
  it('X-3 is served at once, if all before them wait for something else that is missing', async () => {
    const { onboard, assign, holding, line, expectCounted } = await openLicensedOffice({
      lmp: 2,
      voip: 1,
      fax: 0,
    });
    const agent = await onboard();
    // They wait for the fax, and so hold no VoIP seat either: it is free, but not for who comes newly.
    const first = await onboard(['lmp', 'voip', 'fax']);
    await assign(agent, 'voip');
    expect(await holding(agent)).toMatchObject({ held: ['lmp', 'voip'], waitingFor: [] });
    expect(await line()).toEqual([first.userId]);
    await expectCounted();
  });

  it('X-3 is not, as long as somebody before them fits: they come after', async () => {
    const { onboard, assign, holding, line, own, status, expectCounted } = await openLicensedOffice({
      lmp: 1,
      voip: 0,
    });
    const agent = await onboard();
    const first = await onboard(['lmp', 'voip']);
    await own({ lmp: 2, voip: 1 });
    await assign(agent, 'voip');
    expect(await status(first)).toBe('active');
    expect(await holding(agent)).toMatchObject({ held: ['lmp'], waitingFor: ['voip'] });
    expect(await line()).toEqual([agent.userId]);
    await expectCounted();
  });
});
