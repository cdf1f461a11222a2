import { describe, expect, it } from 'vitest';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { choose, useStaff } from './staff.ts';

const cloud = useSharedCloud();
const browser = useBrowser();
const { office, person, visit } = useStaff(cloud, browser, { listed: {}, deactivated: {} });

describe('the list of users', () => {
  it('A-14 A-15 C-7 C-48 shows who is active, finds others by role, status and name, and opens the profile to read', async () => {
    const ben = person('listed');
    const gone = person('deactivated');
    await office().call('DELETE', `${gone.path}/licenses/lmp`);
    const { page } = await visit('/users');

    const names = page.getByRole('table').getByRole('link');
    await page.getByRole('link', { name: ben.name }).waitFor();
    const active = await names.allTextContents();
    expect(active).toEqual(expect.arrayContaining(['Ada Admin', ben.name]));
    expect(active).not.toContain(gone.name);
    expect((await page.getByRole('columnheader').allTextContents()).slice(0, 2)).toEqual([
      'Name',
      'Login ID',
    ]);
    expect(await barriersOn(page)).toEqual([]);

    await choose(page, 'Role', 'Administrator');
    await page.getByText('1 in all, by name').waitFor();
    await page.getByRole('cell', { name: 'Administrator', exact: true }).waitFor();
    await choose(page, 'Role', 'Call agent');
    await page.getByRole('link', { name: ben.name }).waitFor();
    expect(await names.allTextContents()).not.toContain('Ada Admin');

    await choose(page, 'Status', 'Deactivated');
    await page.getByRole('link', { name: gone.name }).waitFor();
    await page.getByText('license taken back').waitFor();
    await page.reload();
    await page.getByRole('link', { name: gone.name }).waitFor();
    expect(await names.count()).toBe(1);

    await choose(page, 'Status', 'Any status');
    await page.getByLabel('Search', { exact: true }).fill(ben.email.slice(0, 16));
    await page.getByText('1 in all, by email').waitFor();
    await page.getByLabel('Search', { exact: true }).fill('nobody of this name');
    await page.getByText('Nobody is found').waitFor();
    await page.getByRole('button', { name: 'Clear search and filters' }).click();

    await page.getByRole('link', { name: ben.name }).click();
    await page.getByRole('heading', { level: 1, name: ben.name }).waitFor();
    expect(await page.getByRole('textbox').count()).toBe(0);
  });
});
