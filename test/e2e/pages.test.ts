import { expect, it, onTestFinished } from 'vitest';
import { createConsole } from '../../local/console.ts';
import { openDoor } from '../../local/door.ts';
import { createUser, DAY, localPool, TEMPORARY } from '../integration/cognito/local-pool.ts';
import { CONSOLE, POOL_ID } from '../integration/cognito/pool-properties.ts';
import { useBrowser } from './browser.ts';
import { useBuiltConsole } from './built-console.ts';

const directory = useBuiltConsole();
const { visit } = useBrowser();

/** The console over a user pool alone: its API never answers. */
const consoleOver = async (userPoolEndpoint: string): Promise<string> => {
  const door = await openDoor(0);
  onTestFinished(door.stop);
  const configuration = { apiUrl: 'http://127.0.0.1:9', userPoolId: POOL_ID, clientId: CONSOLE };
  const told = { ...configuration, userPoolEndpoint, region: 'us-east-1' };
  door.serve(createConsole(directory(), told, 'http://127.0.0.1:9'));
  return door.url;
};

const invited = async () => {
  const pool = await localPool();
  await createUser(pool, 'usr_ann');
  const url = await consoleOver(pool.url);
  return { pool, url, link: `${url}/welcome#u=usr_ann&p=${TEMPORARY}` };
};

const PASSWORD = 'Calm-Morning-1907';

it('a link that has expired says so, and whom to ask', async () => {
  const { pool, link } = await invited();
  pool.clock.now += 8 * DAY;
  const { page } = await visit(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'This link has expired' }).waitFor();
  await page.getByText('Ask the administrator who invited you for a new invitation.').waitFor();
});

it('a link without its secret says so, and whom to ask', async () => {
  const { url } = await invited();
  const { page } = await visit(`${url}/welcome`);
  await page.getByRole('heading', { name: 'This link is incomplete' }).waitFor();
  await page.getByText('ask the administrator who invited you').waitFor();
});

it('the password’s rules are ticked as they are met, and nothing is sent before all of them are', async () => {
  const { pool, link } = await invited();
  const { page, requests } = await visit(link);
  const password = page.getByLabel('New password');
  const needed = () => page.getByRole('listitem').filter({ hasText: 'still needed' }).count();
  for (const [typed, left] of [
    ['', 5],
    ['calm', 4],
    ['Calm-', 2],
    ['Calm-1907', 1],
    ['Calm-1907-morning', 0],
  ] as const) {
    await password.fill(typed);
    expect(await needed()).toBe(left);
  }
  await password.fill('Calm-1907');
  await page.keyboard.press('Enter');
  await page.getByText('The password still needs what is not ticked below.').waitFor();
  expect(await password.getAttribute('aria-invalid')).toBe('true');
  expect(requests.filter((request) => request.includes(pool.url))).toEqual([]);
});

it('a person who is in but whose accounts cannot be read is told, and can try again', async () => {
  const { link } = await invited();
  const { page } = await visit(link);
  await page.getByLabel('New password').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('The server does not answer.').waitFor();
  await page.getByRole('button', { name: 'Try again' }).waitFor();
});

it('a user pool that cannot be reached is not taken for a wrong password', async () => {
  const { page } = await visit(await consoleOver('http://127.0.0.1:9'));
  await page.getByLabel('Email or login ID, not your name').fill('usr_ann@example.com');
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('The sign-in service cannot be reached.').waitFor();
});

it('a temporary password typed on the sign-in page leads to choosing one’s own', async () => {
  const { url } = await invited();
  const { page } = await visit(url);
  await page.getByLabel('Email or login ID, not your name').fill('usr_ann@example.com');
  await page.getByLabel('Password', { exact: true }).fill(TEMPORARY);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();
});

it('the keyboard alone reaches the fields in order, and a page change leads to its heading', async () => {
  const { url } = await invited();
  const { page } = await visit(url);
  const focused = () =>
    page.evaluate(
      'document.activeElement.name || document.activeElement.ariaLabel || document.activeElement.textContent',
    );
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  const stops = [];
  for (let stop = 0; stop < 5; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await focused());
  }
  expect(stops).toEqual(['username', 'password', 'Show password', 'Sign in', 'Forgot your password?']);

  const { page: broken } = await visit(`${url}/welcome`);
  await broken.getByRole('heading', { name: 'This link is incomplete' }).waitFor();
  await broken.keyboard.press('Tab');
  await broken.keyboard.press('Enter');
  await broken.getByLabel('Email or login ID, not your name').waitFor();
  expect(await broken.evaluate('document.activeElement.tagName')).toBe('H1');
});

it('a console without its configuration says so at once', async () => {
  const { url } = await invited();
  const { page } = await visit('about:blank');
  await page.route('**/config.json', (route) => route.fulfill({ body: '<!doctype html>' }));
  await page.goto(url);
  await page.getByRole('heading', { name: 'This console is not set up' }).waitFor();
  await page.getByText('/config.json: is not JSON').waitFor();
});

for (const [locale, width] of [
  ['en-US', 360],
  ['es-MX', 360],
  ['en-US', 2560],
] as const) {
  it(`nothing overflows at ${width} px in ${locale}`, async () => {
    const { url, link } = await invited();
    for (const address of [url, link, `${url}/welcome`, `${url}/forgot`, `${url}/reset`]) {
      const { page } = await visit(address, { locale, viewport: { width, height: 740 } });
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    }
  });
}
