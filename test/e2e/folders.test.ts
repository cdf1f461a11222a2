import { beforeAll, expect, it } from 'vitest';
import { accessOf, conditionally, hire } from '../integration/access/people.ts';
import { type Office, openOffice } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { visit } = useBrowser();

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const enter = async (room: string, more = {}) => {
  const { email, password } = office.administrator;
  const storage = await tokensOf(cloud(), { username: email, password });
  const address = `${cloud().consoleUrl}/accounts/${office.accountId}/${room}`;
  return (await visit(address, { storage, ...more })).page;
};

it('C-1 C-7 C-15 a folder is made from the tree, gives role and permissions, and takes users', async () => {
  const page = await enter('folders');
  const root = page.getByRole('treeitem', { name: 'Everyone' });
  await root.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 2, name: 'Everyone' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'New folder' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Night shift');
  await page.getByRole('combobox', { name: 'Role' }).fill('Agent');
  await page.getByRole('option', { name: 'Agent', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Set caller ID' }).check();
  expect(await page.getByRole('checkbox', { name: 'Folder tools' }).isChecked()).toBe(true);
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the folder' }).click();

  await page.getByRole('heading', { level: 2, name: 'Night shift' }).waitFor();
  await page.getByText('Agent (given here)').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  const [folderId = ''] = /fld_\w+/.exec(page.url()) ?? [];
  const agent = await hire(office, { profile: { folderId }, permissions: {} });
  const { role, effective } = await accessOf(office.call, agent);
  expect(role).toMatchObject({ role: 'agent', by: 'folder' });
  expect(effective).toContain('set-caller-id');

  // The arrows lead to it from the root.
  await root.focus();
  await page.keyboard.press('ArrowDown');
  expect(await page.evaluate('document.activeElement.dataset.value')).toBe(folderId);
  await page.getByRole('link', { name: 'Add a user' }).click();
  await page.waitForURL(new RegExp(`/users/new\\?folder=${folderId}$`));
});

it('C-1 a folder is renamed, moved and, once nothing is in it, deleted; a change of somebody else is not overwritten', async () => {
  const path = `/accounts/${office.accountId}/folders`;
  const made = async (name: string) => (await office.call('POST', path, { name })).body.folderId;
  const [east, harbour] = [await made('East'), await made('Harbour')];
  const page = await enter(`folders?folder=${harbour}`, { colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Port');
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('heading', { level: 2, name: 'Port' }).waitFor();

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('combobox', { name: 'Inside' }).click();
  await page.getByRole('option', { name: 'Everyone / East' }).click();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const asked = page.getByRole('dialog', { name: 'Change Port?' });
  await asked.getByText('The folder moves into East, with all that is in it.').waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await asked.getByRole('button', { name: 'Change it' }).click();
  await page.getByRole('link', { name: 'East' }).click();
  await page.getByRole('heading', { level: 2, name: 'East' }).waitFor();

  await page.getByRole('button', { name: 'Delete' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete East?' });
  await deleting.getByRole('button', { name: 'Delete it' }).click();
  await deleting.getByText('the folder Port, which is in it').waitFor();
  await deleting.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Orient');
  await conditionally(office.call, 'PUT', `${path}/${east}`, { name: 'Eastern' });
  await page.getByRole('button', { name: 'Save changes' }).click();
  const choice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this meanwhile' });
  await choice.getByRole('row', { name: 'Name Eastern Orient' }).waitFor();
  await choice.getByRole('button', { name: 'Keep it as it is now' }).click();
  await page.getByRole('heading', { level: 2, name: 'Eastern' }).waitFor();
});
