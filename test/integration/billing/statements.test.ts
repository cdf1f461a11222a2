import { beforeAll, describe, expect, it } from 'vitest';
import { expectRefused, type Person, welcome } from '../access/people.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { billingOf } from './billing-office.ts';

const cloud = useSharedCloud();
const thisMonth = () => new Date().toISOString().slice(0, 7);

describe('what was charged', () => {
  let office: Office;
  let accountant: Person;
  beforeAll(async () => {
    office = await openOffice(cloud(), {
      name: 'Books & <b>Bills</b>',
      plan: 'standard',
      pools: { lmp: 3 },
    });
    accountant = await welcome(cloud(), office, { permissions: { role: 'billing-manager' } });
    await billingOf(office, office.call).buy({ lmp: 5, voip: 2 });
  });

  it('D-18 a billing manager sees what is owned, the ledger and the statements', async () => {
    const billing = billingOf(office, accountant.call);
    expect((await billing.read()).body).toMatchObject({ plan: { planId: 'standard' } });
    const ledger = await accountant.call('GET', `${billing.path}/ledger?limit=1`);
    expect(ledger.body.items).toMatchObject([
      { entry: 2, by: office.administrator.userId, planId: 'standard', currency: 'USD' },
    ]);
    expect(ledger.body.items[0].lines).toContainEqual(
      expect.objectContaining({ kind: 'voip', before: 0, after: 2 }),
    );
    const rest = await accountant.call(
      'GET',
      `${billing.path}/ledger?limit=1&cursor=${ledger.body.nextCursor}`,
    );
    expect(rest.body).toMatchObject({ items: [{ entry: 1, by: 'operator' }] });
    const list = await accountant.call('GET', `${billing.path}/statements`);
    expect(list.body.items[0]).toMatchObject({ month: thisMonth(), open: true, currency: 'USD' });
  });

  it('D-18 a statement says what is charged for the month, and why', async () => {
    const { path } = billingOf(office, accountant.call);
    const { status, body } = await accountant.call('GET', `${path}/statements/${thisMonth()}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ month: thisMonth(), open: true, opening: [] });
    expect(body.closing).toContainEqual({ kind: 'voip', seats: 2 });
    expect(body.entries.map(({ entry }: { entry: number }) => entry)).toEqual([1, 2]);
    expect(body.total).toBe(
      body.lines.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0),
    );
  });

  it('D-18 a statement prints: one page with all of it, no script, and names as text', async () => {
    const { path } = billingOf(office, accountant.call);
    const page = await accountant.call('GET', `${path}/statements/${thisMonth()}/print`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src/);
    expect(page.body).toContain('Books &amp; &lt;b&gt;Bills&lt;/b&gt;');
    expect(page.body).toContain(office.accountId);
    expect(page.body).toContain('0 → 2');
    expect(page.body).not.toMatch(/<script|<b>Bills|https?:/);
  });

  it.each(['1999-12', '2999-01'])('D-18 there is no statement of %s', async (month) => {
    const { path } = billingOf(office, accountant.call);
    expectRefused(await accountant.call('GET', `${path}/statements/${month}`), 'not-found');
    expectRefused(await accountant.call('GET', `${path}/statements/${month}/print`), 'not-found');
    expectRefused(await accountant.call('GET', `${path}/statements/2026-13`), 'not-found');
  });

  it('D-18 a billing manager buys nothing, changes nothing, and sees nothing else', async () => {
    const { path, preview, buy } = billingOf(office, accountant.call);
    expectRefused(await preview({ lmp: 9 }), 'forbidden');
    expectRefused(await buy({ lmp: 9 }), 'forbidden');
    const account = path.replace('/billing', '');
    expectRefused(await accountant.call('PATCH', account, { licensePolicy: 'reject' }), 'forbidden');
    expectRefused(await accountant.call('GET', `${account}/members`), 'forbidden');
    expectRefused(await accountant.call('GET', `${account}/onboardings`), 'forbidden');
  });
});
