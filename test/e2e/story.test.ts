import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { waitForMail } from '../../local/ses/read-mails.ts';
import { findInvitationLink } from '../../local/sign-in.ts';
import { type Office, openOffice, unique } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { useBrowser } from './browser.ts';
import { picture } from './screens.ts';
import { choosePassword, signInOn } from './signing-in.ts';

/** What the console is for, from one end to the other, as the two people do it. */

const cloud = useSharedCloud();
const { visit } = useBrowser();

const PASSWORD = 'Calm-Morning-1907';
const VIEW = { viewport: { width: 1280, height: 800 } };

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), { name: 'Harbour Calls', pools: { lmp: 2, dialer: 3, voip: 2 } });
});

const door = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Navigation' }).getByRole('link', { name, exact: true });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const step = (page: Page, name: string) =>
  page.getByRole('heading', { level: 2, name, exact: true }).waitFor();

/** Goes through the eight steps with what is required and a license more; the rest is skipped. */
const addAgent = async (page: Page, { firstName, lastName, email }: Record<string, string>) => {
  await page.getByRole('link', { name: 'Add a user' }).first().click();
  await press(page, /^Agent/);
  await page.getByRole('textbox', { name: 'First name', exact: true }).fill(firstName ?? '');
  await page.getByRole('textbox', { name: 'Last name', exact: true }).fill(lastName ?? '');
  await page.getByRole('textbox', { name: 'Email', exact: true }).fill(email ?? '');
  const loginId = page.getByRole('textbox', { name: 'Login ID', exact: true });
  await expect.poll(() => loginId.inputValue()).not.toBe('');
  await picture(page, 'add-user');
  await press(page, 'Next');
  await step(page, 'Licenses');
  await press(page, 'Next');
  await step(page, 'Employee');
  await press(page, 'Skip this step');
  await step(page, 'Permissions');
  await page.getByRole('checkbox', { name: 'Choose role manually' }).check();
  await page.getByRole('combobox', { name: 'Role', exact: true }).click();
  await page
    .getByRole('option', { name: /^Call agent/ })
    .first()
    .click();
  await press(page, 'Next');
  for (const optional of ['Messaging', 'Dialing', 'Access restriction', 'Work']) {
    await step(page, optional);
    await press(page, 'Skip this step');
  }
  await step(page, 'Look it over, then add the user');
  await press(page, 'Add user');
  await page.getByRole('heading', { level: 1, name: `Onboarding of ${firstName} ${lastName}` }).waitFor();
};

it('A-11 A-23 B-11 D-9 X-1 X-3 a user is added, invited and in; the next one waits until a seat is bought', async () => {
  const { page } = await visit(cloud().consoleUrl, VIEW);
  await picture(page, 'sign-in');
  await signInOn(page, office.administrator.email, office.administrator.password);
  await door(page, 'Users').click();
  await page.getByRole('link', { name: 'Ada Admin' }).waitFor();
  await picture(page, 'users');

  const nia = { firstName: 'Nia', lastName: 'Okafor', email: `nia-${unique()}@agents.example` };
  await addAgent(page, nia);
  await page.getByText('Nia Okafor is set up and active.').waitFor({ timeout: 60_000 });
  await picture(page, 'run');

  const invitation = await waitForMail(cloud().mailboxUrl, nia.email);
  const { page: hers } = await visit(findInvitationLink(invitation.body.html ?? ''), VIEW);
  await picture(hers, 'welcome');
  await choosePassword(hers, PASSWORD);
  await press(hers, 'Later');
  await hers.getByRole('heading', { level: 1, name: 'Hello, Nia' }).waitFor();
  await picture(hers, 'home');
  // She sees her own settings and nothing of the account's, by the doors or by the address.
  const doors = hers.getByRole('navigation', { name: 'Navigation' }).getByRole('link');
  expect(await doors.allTextContents()).toEqual(['Home', 'My settings']);
  await hers.goto(`${cloud().consoleUrl}/accounts/${office.accountId}/users`);
  await hers.getByText('You may not do this.').or(hers.getByText('There is nothing here')).first().waitFor();

  const waits = { firstName: 'Noor', lastName: 'Haddad', email: `noor-${unique()}@agents.example` };
  await door(page, 'Users').click();
  await addAgent(page, waits);
  await page
    .getByText(/^In line for: /)
    .first()
    .waitFor({ timeout: 60_000 });
  await door(page, 'Licenses').click();
  await page.getByRole('region', { name: 'Waiting line' }).getByText('Noor Haddad').waitFor();
  await picture(page, 'licenses');
  await page.getByRole('slider', { name: 'Lead management: seats to own, slider' }).press('ArrowRight');
  await press(page, 'Apply changes');
  await page.getByText('Noor Haddad is active now.').waitFor();
  expect((await waitForMail(cloud().mailboxUrl, waits.email)).subject).toContain('Harbour Calls');
});
