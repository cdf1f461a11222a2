import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import { codeForStep, stepAt } from '../../local/cognito/totp.ts';
import { newPassword } from '../../local/make-account.ts';
import { waitForMail } from '../../local/ses/read-mails.ts';
import { findInvitationLink, signIn } from '../../local/sign-in.ts';
import { changeAccess, hire, type Person, welcome } from '../integration/access/people.ts';
import { callerOf, type Office, openOffice } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { accountCard, choosePassword, signInOn } from './signing-in.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { visit } = useBrowser();

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), { pools: { lmp: 9, desktop: 1 } });
});

/** Opens an address of the console, already signed in. */
const visitAs = async (person: Pick<Person, 'email' | 'password'>, path = '/') => {
  const credentials = { username: person.email, password: person.password };
  return visit(`${cloud().consoleUrl}${path}`, { storage: await tokensOf(cloud(), credentials) });
};

/** A call of the user pool that needs no more than the person's token. */
const ofPool = async (action: string, body: object): Promise<{ SecretCode: string }> => {
  const answer = await fetch(cloud().cognitoUrl, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${action}`,
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  const answered: { SecretCode: string } = JSON.parse(await answer.text());
  return answered;
};

it('C-46 whoever has the authenticator app on enters its code, and is then where they wanted to be', async () => {
  const { email, password, accessToken: AccessToken } = await welcome(cloud(), office);
  const { SecretCode } = await ofPool('AssociateSoftwareToken', { AccessToken });
  const step = stepAt(Date.now());
  await ofPool('VerifySoftwareToken', { AccessToken, UserCode: codeForStep(SecretCode, step) });
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true };
  await ofPool('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings });

  const { page } = await visit(`${cloud().consoleUrl}/accounts/acc_elsewhere/users?status=any`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signInOn(page, email, password);
  await page.getByRole('heading', { name: 'Enter your code' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByText('Enter the code from the app.').waitFor();
  const code = page.getByLabel('Code from the app');
  await code.fill(codeForStep(SecretCode, step + 100));
  await page.keyboard.press('Enter');
  await page.getByRole('alert').getByText('This code does not work').waitFor();
  // Each code works once: the next one does already.
  const next = codeForStep(SecretCode, step + 1);
  await code.fill(`${next.slice(0, 3)} ${next.slice(3)}`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'There is nothing here' }).waitFor();
  expect(page.url()).toBe(`${cloud().consoleUrl}/accounts/acc_elsewhere/users?status=any`);
});

it('E-23 E-24 D-9 an administrator completes their profile and is asked about themselves, and home shows their rooms', async () => {
  const { email } = await hire(office, { permissions: { role: 'administrator' } });
  const link = findInvitationLink((await waitForMail(cloud().mailboxUrl, email)).body.html ?? '');
  const password = newPassword();
  const { page } = await visit(link, { colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await choosePassword(page, password);

  await page.getByRole('heading', { name: 'Complete your profile' }).waitFor();
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill('Chief of sales');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page.getByRole('heading', { name: 'A little about you' }).waitFor();
  await page.getByLabel('Cell phone').fill('12');
  await page.getByLabel('Shirt size').selectOption('XL');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => page.getByLabel('Cell phone').getAttribute('aria-invalid')).toBe('true');
  expect(await barriersOn(page)).toEqual([]);
  await page.getByLabel('Cell phone').fill('+12025550143');
  await page.getByLabel('Send me news by text message').check();
  await page.getByRole('button', { name: 'Save' }).click();

  await page.getByText('You are in.').waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Add a user' }).waitFor();
  expect(await page.getByRole('heading', { name: 'A little about you' }).count()).toBe(0);
  expect(await barriersOn(page)).toEqual([]);
  const { accessToken } = await signIn(cloud(), { username: email, password });
  const { body } = await callerOf(cloud(), accessToken)('GET', '/me/extra-profile');
  expect(body).toEqual({ cellPhone: '+12025550143', smsOptIn: true, shirtSize: 'XL' });
});

it('E-23 E-24 nobody must answer: who does not want to be asked, is not asked again', async () => {
  const { page } = await visitAs(office.administrator);
  await page.getByRole('heading', { name: 'A little about you' }).waitFor();
  await page.getByRole('button', { name: 'Do not ask again' }).click();
  await page.getByRole('heading', { name: 'A little about you' }).waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'Your sign-in' }).waitFor();
  expect(await page.getByRole('heading', { name: 'A little about you' }).count()).toBe(0);
});

it('E-18 E-19 whoever is granted no page is in all the same, and told so', async () => {
  const person = await welcome(cloud(), office, { permissions: { role: 'page-designer' } });
  const changed = await changeAccess(office.call, person, { pages: [], confirm: ['no-page'] });
  expect(changed.status).toBe(200);
  const { page } = await visitAs(person);
  const card = accountCard(page, 'Sunrise Calls');
  await card.getByText('No page is open to you here. Ask an administrator of the account.').waitFor();
  await card.getByText('Page design only', { exact: true }).waitFor();
  expect(await page.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
    'Home',
    'My settings',
  ]);
});

it('C-44 C-45 the license acquisition error says what is missing, and offers what one may do about it', async () => {
  const desk = { licenses: { kinds: ['lmp', 'desktop'] } };
  const [holder, agent, chief] = await Promise.all([
    welcome(cloud(), office, { ...desk, profile: { firstName: 'Hilda', lastName: 'Hold' } }),
    welcome(cloud(), office, desk),
    welcome(cloud(), office, { ...desk, permissions: { role: 'administrator' } }),
  ]);
  // A session begins with the visit, lasts through a reload, and ends with the sign-out.
  const { page: hers } = await visitAs(holder);
  const sessions = async () => (await holder.call('GET', `${holder.path}/sessions`)).body.items;
  await expect.poll(async () => (await sessions()).length).toBe(1);
  const [begun] = await sessions();
  await hers.reload();
  await hers.getByRole('heading', { name: 'Your sign-in' }).waitFor();
  expect(await sessions()).toMatchObject([{ sessionId: begun.sessionId, kinds: ['desktop'] }]);

  const { page: his } = await visitAs(agent);
  const told = his.getByRole('dialog', { name: 'License acquisition error' });
  await told.getByRole('heading', { name: 'Agent desktop' }).waitFor();
  await told.getByText('1 of 1 seats are in use.').waitFor();
  await told.getByText('Ask an administrator of the account').waitFor();
  expect(await barriersOn(his)).toEqual([]);
  await told.getByRole('button', { name: 'Go on without' }).last().click();
  await told.waitFor({ state: 'detached' });
  await accountCard(his, 'Sunrise Calls').waitFor();

  const { page } = await visitAs(chief);
  const dialog = page.getByRole('dialog', { name: 'License acquisition error' });
  await dialog.getByRole('button', { name: 'Buy licenses' }).waitFor();
  await dialog.getByRole('button', { name: 'Sign Hilda Hold out' }).click();
  await dialog.getByText('loses what they have not saved').waitFor();
  await dialog.getByRole('button', { name: 'Yes, sign Hilda Hold out now' }).click();
  await dialog.waitFor({ state: 'detached' });
  const held = (await chief.call('GET', `${chief.path}/sessions`)).body.items;
  expect(held).toMatchObject([{ kinds: ['desktop'] }]);
  await page.getByRole('button', { name: /: your menu$/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  const { body } = await office.call('GET', `/accounts/${office.accountId}`);
  expect(body.pools).toContainEqual(expect.objectContaining({ kind: 'desktop', inUse: 0 }));
});

it('before one is in, nothing on any page is a barrier, in light and dark', async () => {
  const { consoleUrl } = cloud();
  const { page } = await visit(`${consoleUrl}/sign-in`);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const path of ['/sign-in', '/forgot', '/reset', '/welcome', '/welcome#u=a&p=b']) {
      await page.goto('about:blank');
      await page.goto(`${consoleUrl}${path}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await barriersOn(page)]).toEqual([path, []]);
    }
  }
});

it('all that the sign-in page loads is less than 170 KB, compressed', async () => {
  const { page, requests } = await visit(cloud().consoleUrl);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  // The sign-in library has come, too: one can sign in.
  await page.waitForLoadState('networkidle');
  const addresses = requests.flatMap((request) => /^GET (.*\.(?:js|css))$/.exec(request)?.[1] ?? []);
  expect(addresses.length).toBeGreaterThan(2);
  const sizes = await Promise.all(
    addresses.map(async (address) => gzipSync(await (await fetch(address)).text()).length),
  );
  const sum = sizes.reduce((one, other) => one + other, 0);
  expect(sum, addresses.map((address, index) => `${sizes[index]} ${address}`).join('\n')).toBeLessThan(
    170_000,
  );
});
