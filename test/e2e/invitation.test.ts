import { expect, it } from 'vitest';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { useBrowser } from './browser.ts';
import { usePeople } from './invited-people.ts';
import { accountCard, choosePassword, signInOn } from './signing-in.ts';

const cloud = useSharedCloud();
const { invite } = usePeople(cloud);
const { visit, complaints } = useBrowser();

const PASSWORD = 'Calm-Morning-1907';

it('D-9 A-11 an invitation leads through a password and the profile to what one may do, and the login ID works from then on', async () => {
  const { email, loginId, link } = await invite('Ana');
  const { page } = await visit(link);
  expect(page.url()).toBe(`${cloud().consoleUrl}/welcome`);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();

  await page.getByRole('heading', { level: 1, name: 'Complete your profile' }).waitFor();
  await page.getByRole('textbox', { name: 'Mobile phone' }).fill('+1 202 555 0143');
  await page.getByRole('button', { name: 'Save and go on' }).click();

  await page
    .getByText(`You are in. From now on you can sign in with your email or with your login ID, ${loginId}.`)
    .waitFor();
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Hello, Ana');
  const card = accountCard(page, 'Harbour Calls');
  expect(await card.getByRole('definition').allTextContents()).toEqual(['Call agent', 'your own']);
  await card.getByText('Active', { exact: true }).waitFor();
  expect((await card.getByRole('listitem').allTextContents()).toSorted()).toEqual([
    'Folder tools',
    'SIP',
    'Set caller ID',
  ]);
  await card.getByText('7 pages are open to you').click();
  expect(await card.getByRole('list').last().getByRole('listitem').allTextContents()).toContain('Softphone');
  expect(await page.getByText(email, { exact: true }).count()).toBe(1);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);

  await page.getByRole('button', { name: 'Ana López: your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  await page.getByLabel('Email or login ID, not your name').fill(loginId.toUpperCase());
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText(email, { exact: true }).waitFor();
});

it('a visit that submits nothing asks the user pool nothing and does not use the link up', async () => {
  const { link } = await invite('Bea');
  const scanner = await visit(link);
  // The sign-in library has come, so whatever it did by itself would be among the requests.
  await scanner.page.waitForLoadState('networkidle');
  expect(scanner.requests.some((request) => request.endsWith('/config.json'))).toBe(true);
  expect(scanner.requests.filter((request) => request.includes(cloud().cognitoUrl))).toEqual([]);

  const { page } = await visit(link);
  await choosePassword(page, PASSWORD);
  await page.getByRole('heading', { name: 'Complete your profile' }).waitFor();
});

it('a link that has been used says so, and whom to ask', async () => {
  const { link } = await invite('Cleo');
  const first = await visit(link);
  await choosePassword(first.page, PASSWORD);
  await first.page.getByRole('heading', { name: 'Complete your profile' }).waitFor();

  const { page } = await visit(link);
  await page.getByLabel('New password').fill(`${PASSWORD}-again`);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This link no longer works' }).waitFor();
  await page.getByText('ask the administrator who invited you').waitFor();
  await page.getByRole('link', { name: 'Go to sign in' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});

it('an invited person is spoken to in their own language once it is known', async () => {
  const { link } = await invite('Dora', 'es-MX');
  const { page } = await visit(link);
  await choosePassword(page, PASSWORD);
  await page.getByRole('heading', { name: 'Complete su perfil' }).waitFor();
  await page.getByRole('button', { name: 'Más tarde' }).click();
  await page.getByText('Ya está dentro.').waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('es');
});

it('the link’s secret stays out of the address, the history and the browser’s stores; tokens last as long as the tab', async () => {
  const { link } = await invite('Eva');
  const { page } = await visit(link);
  await choosePassword(page, PASSWORD);
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  expect(await page.evaluate('JSON.stringify({ ...localStorage })')).toBe('{}');
  const kept: string = await page.evaluate('JSON.stringify({ ...sessionStorage })');
  expect(kept).not.toContain(new URL(link).hash.slice(1));
  expect(kept).not.toContain(new URLSearchParams(new URL(link).hash.slice(1)).get('p'));
  expect(await page.context().cookies()).toEqual([]);
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  expect(entries.map(({ url }) => url)).toEqual(['about:blank', `${cloud().consoleUrl}/`]);

  await page.reload();
  await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  const other = await page.context().newPage();
  await other.goto(cloud().consoleUrl);
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();

  await page.getByRole('button', { name: 'Eva López: your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByText('You are signed out.').waitFor();
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe('[{},{}]');
});

it('C-46 a wrong password and an unknown person get one and the same message, which helps', async () => {
  const { email, link } = await invite('Flor');
  const guess = async (name: string): Promise<string> => {
    const { page } = await visit(cloud().consoleUrl);
    await signInOn(page, name, 'Wrong-Word-1234');
    await page.getByRole('alert').getByText('That login does not work.').waitFor();
    return (await page.getByRole('alert').textContent()) ?? '';
  };
  const message = await guess(email);
  expect(message).toContain('Use your email or login ID, not your name');
  expect(await guess('nobody@agents.example')).toBe(message);
  expect(await guess('Flor López')).toBe(message);

  const { page } = await visit(link);
  await choosePassword(page, PASSWORD);
  await page.getByRole('heading', { name: 'Complete your profile' }).waitFor();
});

it('the content security policy refuses an inline script, and these tests see it', async () => {
  const { page } = await visit(cloud().consoleUrl);
  await page.evaluate(`document.head.append(Object.assign(document.createElement('script'), { text: '1' }))`);
  await expect.poll(() => complaints.length).toBeGreaterThan(0);
  expect(complaints.splice(0).join()).toMatch(/inline script/i);
});
