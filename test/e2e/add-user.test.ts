import { beforeAll, describe, expect, it } from 'vitest';
import { waitForMail } from '../../local/ses/read-mails.ts';
import { type Office, openOffice, shortRequest } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { png } from '../ports/file-samples.ts';
import { barriersOn } from './accessibility.ts';
import { at, choose, field, goTo, introduce, person, press, useRoomsOf } from './adding.ts';

const cloud = useSharedCloud();
const visit = useRoomsOf(cloud);

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), { name: 'Harbour Calls' });
});

describe('adding a user', () => {
  it('A-11 B-5 B-6 B-7 B-9 C-1 C-4 C-6 C-15 D-6 D-8 D-9 D-10 D-16 X-1 leads through eight steps to a run that ends active', async () => {
    const { accountId, call, furnish } = office;
    await furnish();
    const role = 'call-agent';
    const folder = await call('POST', `/accounts/${accountId}/folders`, { name: 'Night shift', role });
    const options = { timezoneId: 'Europe/Madrid' };
    const page = await visit(office, `/users/new?folder=${folder.body.folderId}`, options);
    const nia = person();
    await at(page, 'What kind of user is it?');
    expect(await barriersOn(page)).toEqual([]);
    await introduce(page, nia);
    await field(page, 'Phone').fill('5551234567');
    const place = page.getByRole('combobox', { name: 'Server location' });
    expect(await place.inputValue()).toMatch(/^Europe \(Ireland\) · about [\d,]+ km away$/);
    expect(await page.getByRole('combobox', { name: 'Folder' }).inputValue()).toBe('Everyone / Night shift');
    expect(await page.getByText('Fields with an asterisk (*) are required.').count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);

    await page.reload();
    expect(await field(page, 'Last name').inputValue()).toBe(nia.lastName);
    await press(page, 'Next');
    await at(page, 'Licenses');
    // A tick says that somebody has looked at it, not that there is something in it.
    const done = page.getByRole('navigation', { name: 'Steps' }).getByRole('img', { name: 'filled in' });
    expect(await done.count()).toBe(2);
    await page.getByText('49 of 50 free').first().waitFor();
    await page.getByRole('checkbox', { name: 'Dialer' }).check();
    await press(page, 'Next');
    await at(page, 'Employee');
    await page.locator('input[type=file]').setInputFiles({
      name: 'nia.png',
      mimeType: 'image/png',
      buffer: png(),
    });
    await page.getByText('nia.png').waitFor();
    // A schedule that is not there yet is made where it is wanted.
    await press(page, 'New schedule…');
    const made = page.getByRole('dialog', { name: 'New schedule' });
    await made.getByRole('textbox', { name: 'Name of the schedule' }).fill('Late shift');
    expect(await made.getByRole('combobox', { name: 'Time zone' }).inputValue()).toMatch(/^Europe\/Madrid/);
    await made.getByLabel(/^From/).fill('16:00');
    await made.getByLabel(/^To/).fill('00:00');
    await press(page, 'Add a break');
    await press(page, 'Make the schedule');
    await made.getByText('must be inside the hours, 16:00 to 24:00').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await made.getByLabel('Break 1 from').fill('20:00');
    await made.getByLabel('Break 1 to').fill('20:30');
    await press(page, 'Make the schedule');
    await made.waitFor({ state: 'hidden' });
    expect(await page.getByRole('combobox', { name: 'Schedule' }).inputValue()).toBe('Late shift');
    const { body: schedule } = await call('GET', `/accounts/${accountId}/assets/schedule/late-shift`);
    expect(schedule.hours[4]).toEqual({
      day: 'friday',
      from: '16:00',
      to: '24:00',
      breaks: [{ from: '20:00', to: '20:30' }],
    });
    await press(page, 'Next');
    await at(page, 'Permissions');
    await page.getByText('From the folder: Call agent').waitFor();
    expect(await page.getByRole('combobox', { name: 'Role' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Set caller ID' }).check();
    expect(await barriersOn(page)).toEqual([]);
    await press(page, 'Next');
    await press(page, 'Skip this step');
    await at(page, 'Dialing');
    await page.getByRole('radio', { name: 'Voicemail', exact: true }).check();
    await page.getByRole('radio', { name: 'Forward', exact: true }).check();
    await field(page, 'Forward to').fill('+14155550123');
    expect(await page.getByText('Away message', { exact: true }).count()).toBe(0);
    await press(page, 'Next');
    await press(page, 'Skip this step');
    await choose(page, 'Campaigns', 'solar');
    await page.keyboard.press('Escape');
    await press(page, 'Next');

    await at(page, 'Look it over, then add the user');
    await page.getByText(`An invitation will be sent to ${nia.email} once all is set up.`).waitFor();
    await page.getByText('Set caller ID', { exact: false }).first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    // Whoever is impatient adds nobody twice.
    await page.getByRole('button', { name: 'Add user' }).dblclick();
    await page.getByRole('heading', { level: 1, name: `Onboarding of Nia ${nia.lastName}` }).waitFor();
    await page.getByText(`Nia ${nia.lastName} is set up and active.`).waitFor({ timeout: 60_000 });
    await page.getByText('8 of 8 steps').waitFor();
    const steps = await page
      .getByRole('region', { name: 'The eight steps' })
      .getByRole('listitem')
      .allInnerTexts();
    expect(steps.map((text) => /Done|Skipped/.exec(text)?.[0])).toEqual([
      'Done',
      'Done',
      'Done',
      'Done',
      'Skipped',
      'Done',
      'Skipped',
      'Done',
    ]);
    await page.getByText(`Their invitation was sent to ${nia.email}.`).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect((await waitForMail(cloud().mailboxUrl, nia.email)).subject).toContain('Harbour Calls');

    await page.getByRole('link', { name: 'All onboardings' }).click();
    const added = page.getByRole('link', { name: `Nia ${nia.lastName}` });
    await added.first().waitFor();
    expect(await added.count()).toBe(1);
    expect(await barriersOn(page)).toEqual([]);
    await added.click();
    await page.getByRole('link', { name: 'Open the profile' }).click();
    await page.getByRole('img', { name: `Picture of Nia ${nia.lastName}` }).waitFor();
    const drawn = () => page.evaluate<number>(`document.querySelector('img[alt^="Picture"]').naturalWidth`);
    await expect.poll(drawn).toBeGreaterThan(0);
    await page.goto(`${cloud().consoleUrl}/accounts/${accountId}/users/new`);
    await at(page, 'What kind of user is it?');
  });

  it('B-6 C-7 C-8 D-7 C-49 shows every fault of the request at its field, at the first step that has one', async () => {
    const taken = shortRequest();
    await office.call('POST', `/accounts/${office.accountId}/onboardings`, taken);
    const page = await visit(office, '/users/new', {
      viewport: { width: 360, height: 740 },
      colorScheme: 'dark',
    });
    await page.getByRole('button', { name: /^Agent/ }).click();
    await field(page, 'First name').fill('Nia');
    await field(page, 'Login ID').fill('no such id!');
    await page.getByRole('button', { name: 'Step 1 of 8: Profile' }).click();
    await goTo(page, 'Summary');
    await page.getByText('Still needed: Last name and Email').waitFor();
    await press(page, 'Add user');
    await at(page, 'Profile');
    await page.getByText('must be 3 to 64 letters').waitFor();
    expect(await field(page, 'Email').getAttribute('aria-invalid')).toBe('true');
    expect(await field(page, 'First name').getAttribute('aria-invalid')).not.toBe('true');
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

    await field(page, 'Last name').fill('Okafor');
    await field(page, 'Email').fill(person().email);
    await field(page, 'Login ID').fill(taken.profile.loginId);
    expect(await field(page, 'Email').getAttribute('aria-invalid')).not.toBe('true');
    await page.getByRole('button', { name: 'Step 1 of 8: Profile' }).click();
    await goTo(page, 'Permissions');
    await page.getByRole('checkbox', { name: 'Choose role manually' }).check();
    await choose(page, 'Role', 'Call agent');
    await page.getByRole('button', { name: 'Step 4 of 8: Permissions' }).click();
    await goTo(page, 'Summary');
    await press(page, 'Add user');
    await at(page, 'Profile');
    expect(await field(page, 'Login ID').getAttribute('aria-invalid')).toBe('true');
    await press(page, 'Start over');
    await at(page, 'What kind of user is it?');
  });

  it('A-9 A-10 A-12 B-1 B-3 B-4 B-10 says beforehand that no seat is free, and the user stands in line afterwards', async () => {
    const full = await openOffice(cloud(), { pools: { lmp: 1, dialer: 1 } });
    const page = await visit(full, '/users/new');
    const nia = person();
    await introduce(page, nia);
    const seats = page.getByRole('complementary', { name: 'Seats free' });
    await seats.getByText('No base license is free. The user will be made, but deactivated').waitFor();
    await seats.getByRole('link', { name: 'Buy seats' }).waitFor();
    await seats.getByRole('link', { name: 'How licensing works' }).waitFor();
    await goTo(page, 'Permissions');
    await page.getByRole('checkbox', { name: 'Choose role manually' }).check();
    await choose(page, 'Role', 'Call agent');
    await goTo(page, 'Summary');
    await press(page, 'Add user');
    await page.getByText(`Nia ${nia.lastName} is set up, but deactivated`).waitFor({ timeout: 60_000 });
    await page.getByText('In line for: Lead management.').waitFor();
  });
});
