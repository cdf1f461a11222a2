import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { welcome } from '../integration/access/people.ts';
import { type Office, openOffice, shortRequest } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { choose, goTo, introduce, person, press, useRoomsOf } from './adding.ts';

const cloud = useSharedCloud();
const visit = useRoomsOf(cloud);

let office: Office;
let branch: Office;
beforeAll(async () => {
  const agencyId = newId('agency');
  [office, branch] = [
    await openOffice(cloud(), { name: 'Harbour Calls', agency: { agencyId, name: 'Harbour Group' } }),
    await openOffice(cloud(), { name: 'Quay Support', agency: { agencyId } }),
  ];
});

it('D-31 D-32 D-33 D-34 shows the user who exists already, and grants access with a role', async () => {
  const known = await welcome(cloud(), office, { profile: { firstName: 'Sofia', lastName: 'Shift' } });
  const page = await visit(branch, '/users/new');
  await introduce(page, { ...person(), email: known.email });
  await goTo(page, 'Summary');
  await press(page, 'Add user');
  await page.getByText('A user with this email address already exists.').waitFor();
  await page.getByRole('heading', { name: 'Sofia Shift' }).waitFor();
  await page.getByRole('radio', { name: 'Call agent, as in Harbour Calls' }).check();
  expect(await barriersOn(page)).toEqual([]);
  await press(page, 'Grant access');
  await page.getByText('has been told by mail, and is in once they accept.').waitFor();
  await press(page, 'Withdraw the offer');
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw the offer' }).click();
  await page.getByText('All of it has been undone.').waitFor({ timeout: 60_000 });
});

it('E-12 E-20 gives a program its endpoints and networks, and shows its secret once', async () => {
  const page = await visit(office, '/users/new');
  await page.getByRole('button', { name: /^API user/ }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Roster sync');
  await press(page, 'Add API user');
  await page.getByRole('combobox', { name: 'Allowed networks' }).fill('203.0.113.0/24');
  await page.keyboard.press('Enter');
  await choose(page, 'Endpoints', 'List members');
  await page.keyboard.press('Escape');
  expect(await barriersOn(page)).toEqual([]);
  await press(page, 'Add API user');
  await page.getByText('Roster sync has been added').waitFor();
  const secret = await page.getByRole('textbox', { name: 'Secret' }).inputValue();
  expect(secret.length).toBeGreaterThan(15);
  expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(secret);
  await page.reload();
  await page.getByRole('textbox', { name: 'Name', exact: true }).waitFor();
  expect(await page.getByText(secret).count()).toBe(0);
});

it('A-27 X-1 is found, corrected in the same form and resumed, or discarded', async () => {
  const { accountId, call, follow } = office;
  const beginParked = async () => {
    const request = { ...shortRequest(), licenses: { kinds: ['lmp', 'fax'] } };
    const { body } = await call('POST', `/accounts/${accountId}/onboardings`, request);
    await follow(body.runId);
    return request.profile.lastName;
  };
  const [mended, discarded] = [await beginParked(), await beginParked()];
  const page = await visit(office, '/runs');
  await page.getByText('Parked', { exact: true }).first().click();
  await page.getByRole('link', { name: `Ben ${mended}` }).click();
  await page.getByText('The run is parked').waitFor();
  await page.getByText("The account's plan has no licenses of a kind this user needs.").waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('checkbox', { name: 'Mass fax' }).uncheck();
  await press(page, 'Resume with this');
  await page.getByText(`Ben ${mended} is set up and active.`).waitFor({ timeout: 60_000 });

  await page.getByRole('link', { name: 'All onboardings' }).click();
  await page.getByRole('link', { name: `Ben ${discarded}` }).click();
  await press(page, 'Discard');
  const dialog = page.getByRole('dialog', { name: `Discard the onboarding of Ben ${discarded}?` });
  await dialog.getByText('the login, the seats and the login ID are free again').waitFor();
  await dialog.getByRole('button', { name: 'Discard' }).click();
  await page.getByText('All of it has been undone.').waitFor({ timeout: 60_000 });
});
