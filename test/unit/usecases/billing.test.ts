import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile, InvalidRequest, SeatsTaken } from '../../../core/domain/errors.ts';
import type { PriceList } from '../../../core/domain/plan.ts';
import { changeAccount } from '../../../core/usecases/change-account.ts';
import { changeSeats, previewSeats } from '../../../core/usecases/change-seats.ts';
import type { WantedSeats } from '../../../core/usecases/plan-seat-change.ts';
import type { Ports } from '../../../core/usecases/ports.ts';
import { readBilling } from '../../../core/usecases/read-billing.ts';
import { listStatements, readStatement } from '../../../core/usecases/read-statements.ts';
import { PRICES } from '../../ports/prices.ts';
import { stampAt } from '../../ports/samples.ts';
import { folderNamed, policyOf } from '../authorization/policies.ts';
import { openCompany, stampBy } from './company.ts';

const FOLDER = 'fld_01jd00000000000000000000aa';

/** The same list at twice the price. */
const DOUBLED: PriceList = {
  ...PRICES,
  plans: PRICES.plans.map((plan) => ({
    ...plan,
    kinds: Object.fromEntries(
      Object.entries(plan.kinds).map(([kind, terms]) => [
        kind,
        { ...terms, monthlyPrice: terms.monthlyPrice * 2 },
      ]),
    ),
  })),
};

/** A company of 99 base licenses, bought at 1000 each as the samples are, and its administrator. */
const openBooks = async () => {
  const company = await openCompany();
  const { ports, accountId } = company;
  const boss = await company.hire({ role: 'administrator' });
  const version = async () => (await ports.billing.read(accountId))?.version ?? 0;
  return {
    ...company,
    boss,
    version,
    read: async (list = PRICES) => (await readBilling(ports, list)(accountId)).view,
    preview: async (wanted: WantedSeats, list = PRICES) =>
      previewSeats(ports, list)(await company.authority(boss), wanted),
    change: async (wanted: WantedSeats, list = PRICES, over: Ports = ports) =>
      changeSeats(over, list)(await company.authority(boss), await version(), wanted, stampBy(boss)),
  };
};

describe('what an account owns', () => {
  it('B-12 is charged at the price of its latest entry, and shows what a seat costs now', async () => {
    const { read, preview, change } = await openBooks();
    const [lmp] = (await read()).kinds;
    expect(lmp).toMatchObject({ kind: 'lmp', monthlyPrice: 5000, monthlyCost: 99_000 });
    expect(await read()).toMatchObject({ total: 99_000 });
    const { total, kinds } = await preview({ seats: {} }, DOUBLED);
    expect(kinds[0]).toMatchObject({
      before: { seats: 99, monthlyPrice: 1000, monthlyCost: 99_000 },
      after: { seats: 99, monthlyPrice: 10_000, monthlyCost: 990_000 },
    });
    await change({ seats: {} }, DOUBLED);
    expect((await read(DOUBLED)).total).toBe(total.after);
  });

  it('B-12 stays what it is when its plan is sold no more; there is no more of it to be had', async () => {
    const { read, change } = await openBooks();
    const others: PriceList = {
      ...PRICES,
      plans: PRICES.plans.filter(({ planId }) => planId !== 'standard'),
    };
    const { plan, kinds } = await read(others);
    expect(plan).toEqual({ planId: 'standard', name: 'standard' });
    expect(kinds).toMatchObject([{ kind: 'lmp', most: 99, monthlyPrice: 1000 }]);
    await expect(change({ seats: { lmp: 100 } }, others)).rejects.toThrow(InvalidRequest);
    await change({ seats: { lmp: 98 } }, others);
    expect(await read(others)).toMatchObject({ total: 98_000 });
    await change({ seats: { lmp: 20 }, plan: 'starter' }, others);
    expect(await read(others)).toMatchObject({ plan: { planId: 'starter' }, total: 80_000 });
  });

  it('B-11 the preview stands for the change, whatever is asked for', async () => {
    const { preview, change, read } = await openBooks();
    for (const seats of [{ lmp: 5 }, { voip: 2, fax: 1 }, { lmp: 500, fax: 0 }, {}]) {
      const { total, faults } = await preview({ seats });
      expect(faults).toEqual([]);
      expect((await read()).total).toBe(total.before);
      await change({ seats });
      expect((await read()).total).toBe(total.after);
    }
  });
});

describe('a change of plan', () => {
  it('B-12 leaves no kind that the new plan does not have', async () => {
    const { change, read, ports, accountId, hire } = await openBooks();
    await change({ seats: { lmp: 5, fax: 2 } });
    await change({ seats: { fax: 0 }, plan: 'starter' });
    expect((await read()).kinds.map(({ kind }) => kind)).toEqual(['lmp', 'voip', 'email']);
    const pools = (await ports.billing.read(accountId))?.pools.map(({ kind }) => kind);
    expect(new Set(pools)).toEqual(new Set(['lmp', 'voip', 'email']));
    await expect(hire({}, { licenses: { kinds: ['lmp', 'fax'] } })).rejects.toThrow('AssignLicenses failed');
  });

  it('C-44 is refused while an app is installed whose license the new plan does not have', async () => {
    const { change, ports, accountId } = await openBooks();
    await change({ seats: { lmp: 5, crm: 1 } });
    await changeAccount(ports)(accountId, { apps: ['crm-connector', 'wallboard'] }, stampAt());
    const toStarter = () => change({ seats: { crm: 0 }, plan: 'starter' });
    await expect(toStarter()).rejects.toMatchObject({
      faults: [
        {
          pointer: '/plan',
          detail: 'crm is not part of the plan Starter, and every sign-in needs it for CRM connector',
        },
      ],
    });
    await changeAccount(ports)(accountId, { apps: ['wallboard'] }, stampAt());
    await toStarter();
  });

  it('B-12 is refused while members wait for what the new plan does not have', async () => {
    const { change, hire } = await openBooks();
    await change({ seats: { lmp: 5 } });
    await hire({}, { licenses: { kinds: ['lmp', 'fax'] } });
    await expect(change({ seats: {}, plan: 'starter' })).rejects.toMatchObject({
      faults: [{ pointer: '/plan', detail: 'fax is not part of the plan Starter, and members wait for it' }],
    });
  });
});

describe('a change of seats', () => {
  it('B-11 tells every fault at once: of the plan, and of what is taken', async () => {
    const { change, version } = await openBooks();
    const refusal = await change({ seats: { lmp: 0, fax: 9_999_999 } }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(InvalidRequest);
    expect((refusal as InvalidRequest).faults).toEqual([
      { pointer: '/seats/lmp', detail: 'must be 1 to 1000000 in the plan Standard' },
      { pointer: '/seats/fax', detail: 'must be 0 to 1000000 in the plan Standard' },
      { pointer: '/seats/lmp', detail: 'must be at least 1: so many are taken' },
    ]);
    expect(await version()).toBe(1);
  });

  it('X-3 names who has the seats, though they were taken only while it was made', async () => {
    const { change, ports, hire } = await openBooks();
    const late: Ports = {
      ...ports,
      billing: {
        ...ports.billing,
        async change(entry, stamp) {
          await hire({}, { profile: { firstName: 'Vera', lastName: 'Voss' } });
          return ports.billing.change(entry, stamp);
        },
      },
    };
    const refusal = await change({ seats: { lmp: 1 } }, PRICES, late).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(SeatsTaken);
    const [lmp] = (refusal as SeatsTaken).holders;
    expect(lmp).toMatchObject({ kind: 'lmp', taken: 2 });
    expect(lmp?.members).toContainEqual(expect.objectContaining({ name: 'Vera Voss' }));
  });

  it('X-4 names of who has the seats only those in reach, and the number always', async () => {
    const { hire, setPolicy, authority, ports } = await openBooks();
    await setPolicy(({ accountId, version }) => ({
      ...policyOf({
        root: { role: 'call-agent' },
        folders: [folderNamed('far', { folderId: FOLDER, role: 'call-agent' })],
      }),
      accountId,
      version,
    }));
    const buyer = await hire(
      { role: 'call-agent', grants: ['view-billing', 'manage-billing'] },
      { profile: { folderId: FOLDER } },
    );
    const { holders } = await previewSeats(ports, PRICES)(await authority(buyer), { seats: { lmp: 1 } });
    expect(holders).toEqual([
      { kind: 'lmp', taken: 2, members: [{ userId: buyer.userId, name: 'Ana Ruiz' }] },
    ]);
  });

  it('B-11 is refused to whoever has not seen the latest', async () => {
    const { authority, boss, ports } = await openBooks();
    const from = async (version: number) =>
      changeSeats(ports, PRICES)(await authority(boss), version, { seats: { lmp: 50 } }, stampBy(boss));
    await expect(from(0)).rejects.toThrow(ChangedMeanwhile);
    await from(1);
    await expect(from(1)).rejects.toThrow(ChangedMeanwhile);
  });

  it('X-3 has bought the seats, whatever becomes of serving the line: that is logged, and done again by others', async () => {
    const { change, ports, version, logged } = await openBooks();
    const broken: Ports = {
      ...ports,
      accounts: {
        ...ports.accounts,
        readWithPools: async () => {
          throw new Error('of ana@example.com');
        },
      },
    };
    await change({ seats: { lmp: 120 } }, PRICES, broken);
    expect(await version()).toBe(2);
    expect(logged.at(-1)).toMatchObject({ code: 'WAITING_LINE_LEFT_TO_FEED' });
    expect(JSON.stringify(logged)).not.toContain('ana@');
  });

  it('A-23 serves who waits, and leaves a long line to the feed', async () => {
    const { change, ports, accountId, hire } = await openBooks();
    await change({ seats: { lmp: 1 } });
    for (let count = 0; count < 30; count += 1) await hire();
    const lmp = async () => (await ports.billing.read(accountId))?.pools.find(({ kind }) => kind === 'lmp');
    expect(await lmp()).toMatchObject({ assigned: 1, waiting: 30 });
    await change({ seats: { lmp: 200 } });
    expect(await lmp()).toMatchObject({ assigned: 26, waiting: 5 });
  });
});

describe('statements', () => {
  it('D-18 are of every month since the account was created, and of none before or after', async () => {
    const { ports, accountId, moveClock } = await openBooks();
    const { items } = await listStatements(ports)(accountId);
    expect(items.at(-1)).toMatchObject({ month: '2026-06', open: true, total: 0 });
    moveClock(31 * 24 * 60 * 60_000);
    const later = await listStatements(ports)(accountId);
    expect(later.items).toMatchObject([
      { month: '2026-07', open: true },
      { month: '2026-06', open: false, total: 99_000, currency: 'USD' },
    ]);
    expect((await readStatement(ports)(accountId, '2026-06')).statement).toMatchObject({ total: 99_000 });
    for (const month of ['2026-05', '2026-08'])
      await expect(readStatement(ports)(accountId, month)).rejects.toMatchObject({ code: 'not-found' });
  });
});
