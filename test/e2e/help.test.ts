import { beforeAll, expect, it } from 'vitest';
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

const enter = async (path: string) => {
  const { email: username, password } = office.administrator;
  const storage = await tokensOf(cloud(), { username, password });
  return (await visit(`${cloud().consoleUrl}${path}`, { storage })).page;
};

it('A-20 A-21 help is one click away, and so is the table in which each setting is explained', async () => {
  const { body: help } = await office.call('GET', '/help');
  const { body: table } = await office.call('GET', '/settings');
  const page = await enter('/');
  await page.getByRole('button', { name: 'Help' }).click();
  const links = { FAQ: help.faq, Guides: help.guides, 'Release notes': help.releaseNotes };
  for (const [name, address] of Object.entries({ ...links, Forum: help.forum, Terms: help.terms }))
    expect(await page.getByRole('menuitem', { name }).getAttribute('href')).toBe(address);
  await page.getByText(`${help.support.hours} (${help.support.timeZone})`).waitFor();
  await page.getByRole('menuitem', { name: `Support: ${help.support.phone}` }).waitFor();

  await page.getByRole('menuitem', { name: 'Table of settings' }).click();
  await page.getByRole('heading', { level: 1, name: 'Table of settings' }).waitFor();
  await page.getByRole('heading', { level: 2, name: '8. Work' }).waitFor();
  // Besides the settings each of the eight sections has a row of headings.
  expect(await page.getByRole('row').count()).toBe(table.settings.length + 8);
  await page
    .getByRole('row', { name: /^Email required .* Only the account that created the user$/ })
    .waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});

it('C-3 C-5 C-14 E-2 E-3 E-4 the form has a help tip on name, extension, email and role, reached by the keyboard', async () => {
  const page = await enter(`/accounts/${office.accountId}/users/new`);
  await page.getByRole('button', { name: /^Agent/ }).click();
  for (const name of ['First name', 'Last name', 'Login ID', 'Email', 'Extension']) {
    const tip = page.getByRole('button', { name: `About: ${name}` });
    await tip.focus();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('dialog').textContent()).not.toBe('');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  const required = (name: string) =>
    page.getByRole('textbox', { name, exact: true }).evaluate((field) => field.hasAttribute('required'));
  expect(await Promise.all(['Email', 'Login ID', 'Extension'].map(required))).toEqual([true, true, false]);
  await page.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: 'Permissions' }).click();
  await page.getByRole('checkbox', { name: 'Choose role manually' }).check();
  await page.getByRole('button', { name: 'About: Role' }).click();
  await page.getByRole('dialog').getByText(/role/i).first().waitFor();
});
