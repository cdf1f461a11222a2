import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, hire, welcome } from '../access/people.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { billingOf, PLANS } from './billing-office.ts';

const cloud = useSharedCloud();
const [STANDARD] = PLANS;
const prices = STANDARD?.kinds;
if (prices?.fax === undefined) throw new Error('The first plan has every kind.');

describe('what an account owns', () => {
  let office: Office;
  beforeAll(async () => {
    office = await openOffice(cloud(), { plan: 'standard', pools: { lmp: 4, voip: 2, desktop: 3 } });
    await hire(office, { licenses: { kinds: ['lmp', 'voip'] } });
  });

  it('A-9 B-12 shows for each kind of the plan what is owned, used and free, the limits and the price', async () => {
    const { status, headers, body } = await billingOf(office, office.call).read();
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({
      accountId: office.accountId,
      plan: { planId: 'standard', name: 'Standard' },
      currency: 'USD',
      licensePolicy: 'deactivate',
      apps: [],
      total: 4 * prices.lmp.monthlyPrice + 2 * prices.voip.monthlyPrice + 3 * prices.desktop.monthlyPrice,
    });
    expect(body.kinds.map(({ kind }: { kind: string }) => kind)).toEqual(Object.keys(prices));
    const { least, most, monthlyPrice } = prices.lmp;
    expect(body.kinds[0]).toEqual({
      kind: 'lmp',
      name: 'Lead management',
      help: expect.stringContaining('base license'),
      mode: 'named',
      calling: false,
      purchased: 4,
      assigned: 2,
      inUse: 0,
      free: 2,
      waiting: 0,
      least,
      most,
      monthlyPrice,
      monthlyCost: 4 * monthlyPrice,
    });
    const crm = body.kinds.find(({ kind }: { kind: string }) => kind === 'crm');
    expect(crm).toMatchObject({ mode: 'concurrent', app: 'crm-connector', purchased: 0, monthlyCost: 0 });
    expect(body.plans.map(({ planId }: { planId: string }) => planId)).toEqual(
      PLANS.map(({ planId }) => planId),
    );
  });

  it('A-9 shows with the account itself how many of each kind are free, and which are taken at sign-in', async () => {
    const { body } = await office.call('GET', `/accounts/${office.accountId}`);
    expect(body).toMatchObject({ apps: [] });
    expect(body.pools).toContainEqual(
      expect.objectContaining({ kind: 'voip', mode: 'named', purchased: 2, assigned: 1, inUse: 0, free: 1 }),
    );
    expect(body.pools).toContainEqual(
      expect.objectContaining({ kind: 'desktop', mode: 'concurrent', free: 3 }),
    );
  });

  it('A-10 C-44 changes what happens when no license is free, and which apps are installed', async () => {
    const own = await openOffice(cloud(), { plan: 'starter', pools: { lmp: 1 } });
    const path = `/accounts/${own.accountId}`;
    const changed = await own.call('PATCH', path, { licensePolicy: 'reject', apps: ['wallboard'] });
    expect(changed).toMatchObject({ status: 200, body: { licensePolicy: 'reject', apps: ['wallboard'] } });
    expect((await own.call('PATCH', path, {})).body).toEqual(changed.body);
    const refused = await own.call('PATCH', path, { apps: ['crm-connector'] });
    expectRefused(refused, 'license-not-in-plan');
    expect(refused.body.remedies).toContainEqual(
      expect.objectContaining({ operationId: 'changeSeats', path: `/v1${path}/billing/seats` }),
    );
    expect((await own.call('GET', path)).body.apps).toEqual(['wallboard']);
  });
});

describe('buying seats', () => {
  it('B-11 B-12 changes several kinds in one request, for what the preview said it would cost', async () => {
    const office = await openOffice(cloud(), { plan: 'standard', pools: { lmp: 2, fax: 5 } });
    const billing = billingOf(office, office.call);
    const seats = { lmp: 120, voip: 3, fax: 0 };
    const { status, body: preview } = await billing.preview(seats);
    expect(status).toBe(200);
    expect(preview).toMatchObject({ currency: 'USD', faults: [], holders: [] });
    expect(preview.kinds).toContainEqual({
      kind: 'lmp',
      name: 'Lead management',
      before: { seats: 2, monthlyPrice: prices.lmp.monthlyPrice, monthlyCost: 2 * prices.lmp.monthlyPrice },
      after: {
        seats: 120,
        monthlyPrice: prices.lmp.monthlyPrice,
        monthlyCost: 120 * prices.lmp.monthlyPrice,
      },
    });
    expect(preview.total.difference).toBe(preview.total.after - preview.total.before);
    expect((await billing.read()).headers.get('etag')).toBe('"1"');

    const bought = await billing.buy(seats);
    expect(bought).toMatchObject({ status: 200, body: { total: preview.total.after } });
    expect(bought.headers.get('etag')).toBe('"2"');
    expect((await billing.read()).body).toEqual(bought.body);
    expect(await billing.kinds('lmp', 'voip', 'fax')).toMatchObject([
      { purchased: 120, assigned: 1, free: 119 },
      { purchased: 3, free: 3 },
      { purchased: 0, free: 0 },
    ]);
  });

  it('B-11 changes all or nothing: one kind that cannot be keeps the others as they are, and every fault is told', async () => {
    const office = await openOffice(cloud(), { plan: 'starter', pools: { lmp: 3, voip: 1 } });
    const billing = billingOf(office, office.call);
    const before = await billing.read();
    const seats = { lmp: 26, voip: 26, fax: 1, email: 5 };
    const refused = await billing.buy(seats);
    expectRefused(refused, 'invalid-request');
    const faults = [
      { pointer: '/seats/lmp', detail: 'must be 1 to 25 in the plan Starter' },
      { pointer: '/seats/voip', detail: 'must be 0 to 25 in the plan Starter' },
      { pointer: '/seats/fax', detail: 'is not part of the plan Starter' },
    ];
    expect(refused.body.errors).toEqual(faults);
    expect((await billing.preview(seats)).body.faults).toEqual(faults);
    const after = await billing.read();
    expect(after.body).toEqual(before.body);
    expect(after.headers.get('etag')).toBe(before.headers.get('etag'));
  });

  it('B-12 lets an account change its plan, if that has what the account owns', async () => {
    const office = await openOffice(cloud(), { plan: 'starter', pools: { lmp: 2, voip: 1 } });
    const billing = billingOf(office, office.call);
    expect((await billing.buy({ fax: 2 }, { plan: 'gold' })).body.errors).toEqual([
      { pointer: '/plan', detail: 'must be one of standard, calls, starter' },
    ]);
    const up = await billing.buy({ fax: 2 }, { plan: 'standard' });
    expect(up).toMatchObject({ status: 200, body: { plan: { planId: 'standard' } } });
    expect(up.body.total).toBe(
      2 * prices.lmp.monthlyPrice + prices.voip.monthlyPrice + 2 * prices.fax.monthlyPrice,
    );
    const down = await billing.buy({}, { plan: 'starter' });
    expectRefused(down, 'invalid-request');
    expect(down.body.errors).toEqual([{ pointer: '/seats/fax', detail: 'is not part of the plan Starter' }]);
    expect((await billing.buy({ fax: 0 }, { plan: 'starter' })).status).toBe(200);
  });

  it('B-11 never goes below what is taken, and lists who has the seats', async () => {
    const office = await openOffice(cloud(), { plan: 'standard', pools: { lmp: 9, voip: 9, desktop: 9 } });
    const [first, second] = await Promise.all([
      hire(office, {
        licenses: { kinds: ['lmp', 'voip'] },
        profile: { firstName: 'Vera', lastName: 'Voss' },
      }),
      welcome(cloud(), office, {
        licenses: { kinds: ['lmp', 'desktop'] },
        profile: { firstName: 'Dora', lastName: 'Desk' },
      }),
    ]);
    expect((await second.call('POST', `${second.path}/sessions`)).status).toBe(201);
    const billing = billingOf(office, office.call);
    const seats = { lmp: 2, voip: 0, desktop: 0 };
    const refused = await billing.buy(seats);
    expectRefused(refused, 'seats-taken');
    const { holders } = refused.body;
    expect(holders.map(({ kind, taken }: { kind: string; taken: number }) => [kind, taken])).toEqual([
      ['lmp', 3],
      ['voip', 1],
      ['desktop', 1],
    ]);
    expect(holders[0].members).toHaveLength(3);
    expect(holders[1].members).toEqual([{ userId: first.userId, name: 'Vera Voss' }]);
    expect(holders[2].members).toEqual([{ userId: second.userId, name: 'Dora Desk' }]);
    expect(refused.body.errors).toContainEqual({
      pointer: '/seats/lmp',
      detail: 'must be at least 3: so many are taken',
    });
    expect(refused.body.remedies.map(({ operationId }: { operationId: string }) => operationId)).toEqual([
      'takeBackLicense',
      'signOutMember',
    ]);
    expect((await billing.preview(seats)).body.holders).toEqual(holders);
    expect((await billing.buy({ lmp: 3, voip: 1, desktop: 1 })).status).toBe(200);
    expect(await billing.kinds('lmp', 'voip', 'desktop')).toMatchObject([
      { free: 0 },
      { free: 0 },
      { free: 0 },
    ]);
  });

  it('B-11 is refused when somebody else has changed it meanwhile, and needs the ETag', async () => {
    const office = await openOffice(cloud(), { plan: 'standard', pools: { lmp: 2 } });
    const billing = billingOf(office, office.call);
    const etag = (await billing.read()).headers.get('etag');
    const answers = await Promise.all([3, 4, 5].map((lmp) => billing.buy({ lmp }, {}, etag)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expectRefused(await billing.buy({ lmp: 9 }, {}, etag), 'changed-meanwhile');
    expectRefused(await office.call('PUT', `${billing.path}/seats`, { seats: {} }), 'if-match-required');
    expect((await office.call('GET', `${billing.path}/ledger`)).body.items).toHaveLength(2);
  });

  it('B-11 keeps no entry of a change that changes nothing', async () => {
    const office = await openOffice(cloud(), { plan: 'standard', pools: { lmp: 2 } });
    const billing = billingOf(office, office.call);
    const same = await billing.buy({ lmp: 2, fax: 0 });
    expect(same.status).toBe(200);
    expect(same.headers.get('etag')).toBe('"1"');
  });

  it('B-4 B-10 A-10 lets in who waits as soon as a seat is bought, without anybody’s help', async () => {
    const office = await openOffice(cloud(), { pools: { lmp: 1 } });
    const waiting = await hire(office);
    const member = async () => (await office.call('GET', waiting.path)).body;
    expect(await member()).toMatchObject({ status: 'deactivated' });
    const billing = billingOf(office, office.call);
    expect(await billing.kinds('lmp')).toMatchObject([{ free: 0, waiting: 1 }]);
    expect((await billing.buy({ lmp: 2 })).status).toBe(200);
    expect(await billing.kinds('lmp')).toMatchObject([{ purchased: 2, assigned: 2, free: 0, waiting: 0 }]);
    expect(await member()).toMatchObject({ status: 'active' });
  });
});
