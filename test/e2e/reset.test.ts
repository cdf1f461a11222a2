import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readMails } from '../../local/ses/read-mails.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { useBrowser } from './browser.ts';
import { mailed as mailOf, usePeople } from './invited-people.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { invite, offices, somebody: anybody } = usePeople(cloud);
const { visit } = useBrowser();

const OLD = 'Calm-Morning-1907';
const NEW = 'Bright-Evening-1908';
const NAME = 'Email or login ID, not your name';

const somebody = (firstName: string, language?: string) => anybody(firstName, OLD, language);

/** Asks on the console for a mail; gives the page that comes then. */
const ask = async (name: string): Promise<Page> => {
  const { page } = await visit(cloud().consoleUrl);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  await page.getByLabel(NAME).fill(name);
  await page.getByRole('button', { name: 'Send the mail' }).click();
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  return page;
};

/** Link and code of the newest mail for a new password. */
const mailed = async (email: string, subject = 'Choose a new password') => {
  const html = await mailOf(cloud(), email, subject);
  const [, link = ''] = /href="([^"]*\/reset#u=[^"]+)"/.exec(html) ?? [];
  const [, code = ''] = /<b>(\d+)<\/b>/.exec(html) ?? [];
  return { html, code, link: link.replaceAll('&amp;', '&') };
};

const choose = async (page: Page): Promise<void> => {
  await page.getByLabel('New password').fill(NEW);
  await page.getByRole('button', { name: 'Set new password' }).click();
};

const signIn = async (page: Page, name: string, password: string): Promise<void> => {
  await page.getByLabel(NAME).fill(name);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.keyboard.press('Enter');
};

it('a forgotten password is replaced by way of the mail’s link, and the new one signs in', async () => {
  const { email, userId, loginId } = await somebody('Gala');
  await ask(loginId);
  const { link, code } = await mailed(email);
  expect(link).toBe(`${cloud().consoleUrl}/reset#u=${userId}&c=${code}`);

  const { page } = await visit(link);
  expect(page.url()).toBe(`${cloud().consoleUrl}/reset`);
  await choose(page);
  await page.getByText('Your new password is set. Sign in with it.').waitFor();
  await signIn(page, email, OLD);
  await page.getByText('That login does not work.').waitFor();
  await signIn(page, email, NEW);
  await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
});

it('C-13 who is mailed the way to a new password by an administrator keeps the old one until they have chosen; a visit of the link does not use it up', async () => {
  const { email, userId } = await somebody('Hana');
  const { accountId, administrator } = offices().harbour;
  const storage = await tokensOf(cloud(), {
    username: administrator.email,
    password: administrator.password,
  });
  const profile = `${cloud().consoleUrl}/accounts/${accountId}/users/${userId}`;
  const { page: room } = await visit(profile, { storage });
  await room.getByRole('button', { name: 'More' }).click();
  await room.getByRole('menuitem', { name: 'Reset password' }).click();
  const asked = room.getByRole('dialog', { name: 'Reset password' });
  await asked.getByText(`goes to ${email}. Until they use it, their password stays as it is.`).waitFor();
  await asked.getByRole('button', { name: 'Reset password' }).click();
  await room.getByText('The mail for a new password is on its way.').waitFor();

  const { link } = await mailed(email);
  const scanner = await visit(link);
  await scanner.page.waitForLoadState('networkidle');
  expect(scanner.requests.filter((request) => request.includes(cloud().cognitoUrl))).toEqual([]);

  const { page } = await visit(cloud().consoleUrl);
  await signIn(page, email, OLD);
  await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  const again = await visit(link);
  await choose(again.page);
  await again.page.getByText('Your new password is set.').waitFor();
  await signIn(again.page, email, OLD);
  await again.page.getByText('That login does not work.').waitFor();
});

it('the code can be typed instead, and a wrong one is told from a missing one', async () => {
  const { email } = await somebody('Inma');
  const page = await ask(email);
  const { code } = await mailed(email);
  expect(await page.getByLabel(NAME).inputValue()).toBe(email);
  await choose(page);
  await page.getByText('Enter the code from the mail.', { exact: true }).waitFor();
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  await page.getByLabel('Code from the mail').fill(wrong);
  await choose(page);
  await page.getByText('This code does not work').waitFor();
  await page.getByLabel('Code from the mail').fill(`${code.slice(0, 3)} ${code.slice(3)}`);
  await choose(page);
  await page.getByText('Your new password is set.').waitFor();
});

it('a link that has been used says so, and leads to a new mail', async () => {
  const { email } = await somebody('Jara');
  await ask(email);
  const { link } = await mailed(email);
  const first = await visit(link);
  await choose(first.page);
  await first.page.getByText('Your new password is set.').waitFor();

  const { page } = await visit(link);
  await choose(page);
  await page.getByText('This code does not work').waitFor();
  await page.getByRole('link', { name: 'Get a new mail' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
});

it('whoever asks is told the same, whether the user exists, never took up the invitation, or is nobody', async () => {
  const { email: known } = await somebody('Kira');
  const { email: invited } = await invite('Lola');
  const news = async (name: string) => (await ask(name)).getByRole('status').textContent();
  const told = await news(known);
  expect(told).toContain('If this login exists, a mail is on its way.');
  expect(await news(invited)).toBe(told);
  expect(await news('nobody@agents.example')).toBe(told);
  await mailed(known);
  const mails = await readMails(cloud().mailboxUrl);
  const reset = mails.filter(({ subject }) => subject === 'Choose a new password');
  expect(reset.flatMap(({ destination }) => destination.to)).not.toContain(invited);
  expect(reset.flatMap(({ destination }) => destination.to)).not.toContain('nobody@agents.example');
});

it('the mail is in the language of its reader', async () => {
  const { email } = await somebody('Mora', 'es-MX');
  await ask(email);
  const { html } = await mailed(email, 'Elija una contraseña nueva');
  expect(html).toContain('Hola, Mora:');
});

it('the code and the password stay out of the address, the history and the browser’s stores', async () => {
  const { email } = await somebody('Nora');
  await ask(email);
  const { link } = await mailed(email);
  const { page } = await visit(link);
  await choose(page);
  await page.getByText('Your new password is set.').waitFor();
  expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe('[{},{}]');
  const browser = await page.context().newCDPSession(page);
  const { entries } = await browser.send('Page.getNavigationHistory');
  expect(entries.map(({ url }) => url)).toEqual(['about:blank', `${cloud().consoleUrl}/sign-in`]);
});
