import { beforeAll, expect, it } from 'vitest';
import { changeAccess, conditionally, hire, welcome } from '../integration/access/people.ts';
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

const enter = async (room: string, who: { email: string; password: string }, more = {}) => {
  const storage = await tokensOf(cloud(), { username: who.email, password: who.password });
  const address = `${cloud().consoleUrl}/accounts/${office.accountId}/${room}`;
  return (await visit(address, { storage, ...more })).page;
};

it('C-8 C-14 C-29 D-17 E-21 X-5 a role is made, compared, changed for whom it concerns once one has seen what that adds and takes away, and not deleted while somebody has it', async () => {
  const page = await enter('roles', office.administrator);
  await page.getByRole('link', { name: 'Call agent' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('link', { name: 'Make a role' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Night lead');
  await page.getByRole('checkbox', { name: 'View the call log' }).check();
  await page.getByRole('checkbox', { name: 'Add DID' }).check();
  await page.getByText('Has no effect without: Manage VoIP.').waitFor();
  await page.getByRole('button', { name: 'About: Add DID' }).click();
  await page.getByText('Order phone numbers. Needs manage VoIP.').waitFor();
  await page.keyboard.press('Escape');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Make the role' }).click();

  await page.getByRole('heading', { level: 1, name: 'Night lead' }).waitFor();
  await page.getByText('no effect without Manage VoIP').waitFor();
  const [role = ''] = /rol_[^/]+$/.exec(page.url()) ?? [];
  await hire(office, { profile: { firstName: 'Nina', lastName: 'Night' }, permissions: { role } });
  await page.reload();
  const who = page.getByRole('region', { name: 'Who has it' });
  await who.getByRole('link', { name: 'Nina Night' }).waitFor();

  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('checkbox', { name: 'Manage VoIP' }).check();
  await page.getByRole('checkbox', { name: 'View the call log' }).uncheck();
  await page.getByRole('button', { name: 'Save changes' }).click();
  const asked = page.getByRole('dialog', { name: 'Change Night lead?' });
  await asked.getByText('Gives more: Manage VoIP.').waitFor();
  await asked.getByText('Takes away: View the call log.').waitFor();
  await asked.getByText('It counts at once for everybody who has it: 1 user by hand.').waitFor();
  await asked.getByRole('button', { name: 'Change it' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  expect(await page.getByText('no effect without Manage VoIP').count()).toBe(0);

  await page.getByRole('button', { name: 'Delete' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete Night lead?' });
  await deleting.getByRole('button', { name: 'Delete it' }).click();
  await deleting.getByText(/Nina Night/).waitFor();
  await deleting.getByRole('button', { name: 'Cancel' }).click();

  await page.goto(`${cloud().consoleUrl}/accounts/${office.accountId}/roles?view=matrix`);
  const row = page.getByRole('row', { name: /^Manage VoIP/ });
  expect(await row.getByRole('cell').first().textContent()).toBe('yes');
  // The administrator, in the second column, has everything in the account (D-17).
  const all = await page.locator('tbody tr td:nth-of-type(2)').allTextContents();
  expect([all.length > 30, new Set(all)]).toEqual([true, new Set(['yes'])]);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await barriersOn(page)).toEqual([]);
});

it('two who change the same role: the later one sees both and chooses', async () => {
  const path = `/accounts/${office.accountId}/roles`;
  const fields = { name: 'Day lead', designation: 'agent', permissions: ['use-sip'] };
  const { body } = await office.call('POST', path, fields);
  const page = await enter(`roles/${body.role}`, office.administrator, { colorScheme: 'dark' });
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'What it is for' }).fill('By day.');
  const theirs = { ...fields, permissions: ['use-sip', 'start-im'] };
  await conditionally(office.call, 'PUT', `${path}/${body.role}`, theirs);
  await page.getByRole('button', { name: 'Save changes' }).click();
  await page.getByRole('button', { name: 'Change it' }).click();
  const choice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this meanwhile' });
  await choice.getByRole('row', { name: 'Permissions SIP and Start IM SIP' }).waitFor();
  await choice.getByRole('row', { name: 'What it is for — By day.' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await choice.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
  const now = await office.call('GET', `${path}/${body.role}`);
  expect(now.body).toMatchObject({ help: 'By day.', permissions: ['use-sip'] });
});

it('X-4 what one does not hold cannot be given, and a refusal stands at its permission', async () => {
  const designer = await welcome(cloud(), office, {
    permissions: { role: 'manager', grants: ['manage-roles', 'export-leads'] },
  });
  const page = await enter('roles/new', designer);
  await page.getByRole('textbox', { name: 'Name' }).fill('Exporter');
  const billing = page.getByRole('checkbox', { name: 'View billing' });
  expect(await billing.isDisabled()).toBe(true);
  await page
    .getByText('You do not hold this yourself, so you cannot change it for others.')
    .first()
    .waitFor();
  await page.getByRole('checkbox', { name: 'Export leads' }).check();
  const taken = await changeAccess(office.call, designer, { grants: ['manage-roles'] });
  expect(taken.status).toBe(200);
  await page.getByRole('button', { name: 'Make the role' }).click();
  await page.getByText('You can give only what you hold yourself.', { exact: true }).first().waitFor();
  await page.getByText(/changes permissions that you do not hold: export-leads/).waitFor();

  await page.goto(`${cloud().consoleUrl}/accounts/${office.accountId}/roles/administrator`);
  await page.getByRole('button', { name: 'Copy' }).click();
  const copying = page.getByRole('dialog', { name: 'Copy Administrator' });
  await copying.getByRole('button', { name: 'Make the copy' }).click();
  await copying.getByText(/changes permissions that you do not hold: /).waitFor();
});
