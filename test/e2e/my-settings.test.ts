import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { codeForStep, stepAt } from '../../local/cognito/totp.ts';
import { signIn } from '../../local/sign-in.ts';
import { conditionally, type Person, welcome } from '../integration/access/people.ts';
import { type Office, openOffice } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { newNumber, newUserName } from '../ports/asset-samples.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser, type VisitOptions } from './browser.ts';
import { signInOn } from './signing-in.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const browser = useBrowser();

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

/** Makes something that the account has. */
const make = async (kind: string, key: string, more: Record<string, unknown>): Promise<void> => {
  const body = { key, ...more };
  expect((await office.call('POST', `/accounts/${office.accountId}/assets/${kind}`, body)).status).toBe(201);
};

const visit = async (
  { email: username, password }: Pick<Person, 'email' | 'password'>,
  path: string,
  options: VisitOptions = {},
): Promise<Page> => {
  const storage = await tokensOf(cloud(), { username, password });
  return (await browser.visit(`${cloud().consoleUrl}${path}`, { ...options, storage })).page;
};

const part = (page: Page, name: string) => page.getByRole('region', { name });

/** What a part of a profile says: its fields and what is in them, in order. */
const said = async (page: Page, name: string): Promise<readonly string[]> => {
  await part(page, name).getByRole('term').first().waitFor();
  return part(page, name).locator('dt, dd').allInnerTexts();
};

const saved = (page: Page, name: string) => part(page, name).getByText('Saved').first();

/** Leaves the fields of a part; what was typed last is saved first, and until then they stay. */
const leave = async (page: Page, name: string): Promise<void> => {
  await part(page, name).getByRole('button', { name: 'Done' }).click();
  await part(page, name)
    .getByRole('button', { name: `Edit: ${name}` })
    .waitFor();
};

/** There is something to hear, longer than a second. */
const heard = (page: Page) =>
  expect.poll(() => page.evaluate("document.querySelector('audio')?.duration ?? 0")).toBeGreaterThan(1);

const sectionsOf = async ({ path }: Person) => (await office.call('GET', path)).body.sections;

it('A-16 A-17 B-9 C-13 C-43 D-10 D-11 D-12 D-16 one’s own profile is what an administrator sees, and one changes what is theirs', async () => {
  await make('schedule', 'days', {
    name: 'Weekdays',
    timeZone: 'America/Chicago',
    hours: [{ day: 'monday', from: '09:00', to: '17:00' }],
  });
  const externalLinks = [{ service: 'Salesforce', url: 'https://sales.example/ben' }];
  const ben = await welcome(cloud(), office, {
    employee: { title: 'Agent', schedule: 'days', externalLinks },
  });

  const page = await visit(ben, '/me');
  await page.getByRole('heading', { level: 1, name: 'My settings' }).waitFor();
  const contact = await said(page, 'Contact');
  const own = await said(page, 'Own settings');
  expect(contact.slice(0, 2)).toEqual(['First name', 'Ben']);
  expect(own.join()).toContain('Service: Salesforce');
  expect((await said(page, 'Employee')).join()).toContain('Schedule,Weekdays');
  expect(await barriersOn(page)).toEqual([]);

  await part(page, 'Contact').getByRole('button', { name: 'Edit: Contact' }).click();
  // The name is the administrator's to change, and a password is nowhere among the fields.
  await part(page, 'Contact').getByText('To change this, one needs: Edit users.').first().waitFor();
  expect(await page.getByLabel(/password/i).count()).toBe(0);
  await part(page, 'Contact').getByRole('textbox', { name: 'Phone', exact: true }).fill('1234567890');
  await page.keyboard.press('Enter');
  await saved(page, 'Contact').waitFor();
  await leave(page, 'Contact');

  await part(page, 'Own settings').getByRole('button', { name: 'Edit: Own settings' }).click();
  await part(page, 'Own settings').getByRole('switch', { name: 'Override the team’s settings' }).click();
  await part(page, 'Own settings').getByRole('switch', { name: 'Missed calls' }).click();
  await part(page, 'Own settings').getByRole('combobox', { name: 'Ways' }).click();
  await page.getByRole('option', { name: 'Phone', exact: true }).click();
  await page.keyboard.press('Escape');
  await leave(page, 'Own settings');
  await part(page, 'Own settings').getByText('Missed calls: Yes').waitFor();
  const { profile, employee } = await sectionsOf(ben);
  expect([profile.phone, employee.contactPreferences, employee.notifications]).toEqual([
    '1234567890',
    { ways: ['phone'] },
    { overrideTeam: true, missedCall: true, voicemail: true },
  ]);

  const administrators = await visit(
    office.administrator,
    `/accounts/${office.accountId}/users/${ben.userId}`,
  );
  expect(await said(administrators, 'Contact')).toEqual(
    contact.with(contact.indexOf('Phone') + 1, '1234567890'),
  );
  expect(own.filter((_, at) => at % 2 === 0)).toEqual(
    (await said(administrators, 'Own settings')).filter((_, at) => at % 2 === 0),
  );
});

it('C-50 C-51 C-52 D-13 D-14 a call that one does not take: each choice has its own field, a greeting is recorded and heard', async () => {
  const ben = await welcome(cloud(), office);
  const page = await visit(ben, '/me?tab=calls', { permissions: ['microphone'] });
  const calls = part(page, 'Dialing and telephony');
  await calls.getByRole('button', { name: 'Edit: Dialing and telephony' }).click();

  await calls.getByRole('radio', { name: 'No voicemail' }).check();
  expect(await calls.getByRole('textbox', { name: 'Forward to' }).count()).toBe(0);
  expect(await calls.getByRole('button', { name: 'Record' }).count()).toBe(0);

  await calls.getByRole('radio', { name: 'Voicemail', exact: true }).check();
  expect(await calls.getByRole('textbox', { name: 'Forward to' }).count()).toBe(0);
  await calls.getByRole('button', { name: 'Record' }).click();
  await calls.getByText('Recording: 2 of 180 seconds').waitFor();
  await calls.getByRole('button', { name: 'Stop' }).click();
  await calls.getByText('Recording · Listen before you use it.').waitFor();
  await heard(page);
  expect(await barriersOn(page)).toEqual([]);
  await calls.getByRole('button', { name: 'Use this greeting' }).click();
  await calls.getByText('A greeting is in place.').waitFor();
  await leave(page, 'Dialing and telephony');
  await calls.getByRole('button', { name: 'Hear it' }).click();
  await heard(page);
  const { dialing } = await sectionsOf(ben);
  expect(dialing.ifUnavailable).toEqual({ action: 'voicemail', greeting: expect.stringMatching(/^fil_/) });

  await calls.getByRole('button', { name: 'Edit: Dialing and telephony' }).click();
  await calls.getByRole('radio', { name: 'Forward' }).check();
  expect(await calls.getByRole('button', { name: 'Record' }).count()).toBe(0);
  await calls.getByRole('textbox', { name: 'Forward to' }).fill('12');
  await calls.getByRole('textbox', { name: 'Receiving number' }).fill('+1 202 555 0143');
  await page.keyboard.press('Enter');
  await calls.getByText('Saved').first().waitFor();
  await calls
    .getByText(/phone number/)
    .first()
    .waitFor();
  await calls.getByRole('textbox', { name: 'Forward to' }).fill('+1 202 555 0199');
  await calls.getByRole('switch', { name: 'Call waiting' }).click();
  await leave(page, 'Dialing and telephony');
  const after = await sectionsOf(ben);
  expect(after.dialing).toMatchObject({
    ifUnavailable: { action: 'forward', forwardTo: '+12025550199' },
    receivingNumber: '+12025550143',
    softphone: { callWaiting: true },
  });
});

it('C-58 C-60 D-15 the first number is the caller ID, and whoever may set it picks among the account’s', async () => {
  await make('number', 'front', { name: 'The front', number: newNumber() });
  await make('number', 'back', { name: 'The back', number: newNumber() });
  const ben = await welcome(cloud(), office, {
    permissions: { role: 'call-agent', grants: ['set-caller-id'] },
  });
  // The SIP client is chosen for them, by whoever manages the phones.
  await make('sip-client', 'desk', { name: 'Desk phone', userName: newUserName() });
  const chosen = await conditionally(office.call, 'PATCH', ben.path, {
    sections: { dialing: { sipClient: 'desk' } },
  });
  expect(chosen.status).toBe(200);
  const page = await visit(ben, '/me?tab=calls');
  const calls = part(page, 'Dialing and telephony');
  await calls.getByText('The front').waitFor();
  await calls.getByText('Desk phone').waitFor();
  await calls.getByRole('button', { name: 'Edit: Dialing and telephony' }).click();
  await calls.getByRole('combobox', { name: 'Caller ID' }).click();
  await page.getByRole('option', { name: /The back/ }).click();
  await leave(page, 'Dialing and telephony');
  await calls.getByText('The back').waitFor();
  expect((await sectionsOf(ben)).dialing.callerId).toBe('back');
  // Whoever needs no part of a calling seat has none to free.
  expect(await part(page, 'Your calling seat').count()).toBe(0);
});

it('C-43 a password is changed by whoever knows it, an app asks for a code, and one signs out everywhere', async () => {
  const ben = await welcome(cloud(), office);
  const page = await visit(ben, '/me?tab=security', { colorScheme: 'dark' });
  const password = part(page, 'Password');
  await password.getByLabel('Current password').fill('Not-My-Password-1');
  await password.getByLabel('New password').fill('short');
  await password.getByRole('button', { name: 'Change password' }).click();
  await password.getByText('The password still needs what is not ticked below.').waitFor();
  await password.getByLabel('New password').fill('Calm-Evening-1908');
  await password.getByRole('button', { name: 'Change password' }).click();
  await password.getByText('This is not your current password.').waitFor();
  await password.getByLabel('Current password').fill(ben.password);
  await password.getByRole('button', { name: 'Change password' }).click();
  await password.getByText('Your password is changed.').waitFor();
  await signIn(cloud(), { username: ben.email, password: 'Calm-Evening-1908' });

  const app = part(page, 'Authenticator app');
  await app.getByRole('button', { name: 'Set up' }).click();
  const secret = String(await app.getByRole('code').textContent()).replaceAll(' ', '');
  expect(await app.getByRole('link', { name: 'Open the authenticator app' }).getAttribute('href')).toMatch(
    new RegExp(`^otpauth://totp/.*secret=${secret}`),
  );
  expect(await barriersOn(page)).toEqual([]);
  await app.getByLabel('Code that the app shows').fill('12');
  await app.getByRole('button', { name: 'Turn on' }).click();
  await app.getByText('Enter the six digits that the app shows.').waitFor();
  const step = stepAt(Date.now());
  await app.getByLabel('Code that the app shows').fill(codeForStep(secret, step));
  await app.getByRole('button', { name: 'Turn on' }).click();
  await app.getByText('On', { exact: true }).waitFor();

  await part(page, 'Your sessions').getByText('This one').waitFor();
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await page.getByText('You are signed out, here and on every other device.').waitFor();
  expect((await ben.call('GET', '/me')).status).toBe(401);
  await signInOn(page, ben.email, 'Calm-Evening-1908');
  // The app's next code: one is good for one sign-in alone.
  await page.getByLabel('Code from the app').fill(codeForStep(secret, step + 1));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Ben Baker' }).waitFor();
});

it('B-2 E-24 an administrator frees their own seat, and says about themselves what they like', async () => {
  const { administrator, accountId, call } = office;
  const path = `/accounts/${accountId}/members/${administrator.userId}`;
  expect((await call('PUT', `${path}/licenses/dialer`)).status).toBe(200);
  const page = await visit(administrator, '/me?tab=calls', { viewport: { width: 360, height: 740 } });
  const seat = part(page, 'Your calling seat');
  await seat.getByRole('switch', { name: 'Agent features' }).click();
  await page.getByText('Free for others: Dialer.').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Turn agent features off' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await seat.getByRole('switch', { name: 'Agent features' }).isChecked()).toBe(false);
  expect((await call('GET', `${path}/licenses`)).body.agentFeatures).toBe(false);

  await page.getByRole('tab', { name: 'About you' }).click();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  const about = part(page, 'About you');
  await about.getByLabel('Cell phone').fill('12');
  await about.getByRole('button', { name: 'Save' }).click();
  await about.getByText(/phone number/).waitFor();
  await about.getByLabel('Cell phone').fill('+1 202 555 0143');
  await about.getByLabel('Send me news by text message').check();
  await about.getByRole('button', { name: 'Save' }).click();
  await about.getByText('Saved.').waitFor();
  expect((await call('GET', '/me/extra-profile')).body).toEqual({
    cellPhone: '+12025550143',
    smsOptIn: true,
  });
  expect(await barriersOn(page)).toEqual([]);
});
