import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Office } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { choose, goTo, introduce, press } from './adding.ts';
import { useBrowser } from './browser.ts';
import { mailed, usePeople } from './invited-people.ts';
import { signInOn } from './signing-in.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { somebody, offices } = usePeople(cloud);
const { visit } = useBrowser();

const PASSWORD = 'Calm-Morning-1907';

/** Rooms of an account, as its administrator. */
const roomOf = async ({ accountId, administrator }: Office, path: string): Promise<Page> => {
  const { email: username, password } = administrator;
  const storage = await tokensOf(cloud(), { username, password });
  return (await visit(`${cloud().consoleUrl}/accounts/${accountId}${path}`, { storage })).page;
};

/** Makes a role of Quay Support’s own. */
const makeRole = async (name: string): Promise<string> => {
  const { accountId, call } = offices().quay;
  const fields = { name, designation: 'agent', permissions: ['use-sip', 'view-call-log'] };
  const { status, body } = await call('POST', `/accounts/${accountId}/roles`, fields);
  expect(status).toBe(201);
  return body.role;
};

/** Adds somebody of Harbour Calls to Quay Support, as if they were new, with a role; gives the page that knows better. */
const addAgain = async (email: string, role: string): Promise<Page> => {
  const page = await roomOf(offices().quay, '/users/new');
  await introduce(page, { lastName: 'Okafor', email });
  await goTo(page, 'Permissions');
  await page.getByRole('checkbox', { name: 'Choose role manually' }).check();
  await choose(page, 'Role', role);
  await goTo(page, 'Summary');
  await press(page, 'Add user');
  await page.getByText('A user with this email address already exists.').waitFor();
  return page;
};

/** Quay Support offers access to somebody of Harbour Calls, with a role of its own. */
const offer = async (email: string, roleName: string) => {
  const { accountId, call } = offices().quay;
  const permissions = { role: await makeRole(roleName) };
  const offered = await call('POST', `/accounts/${accountId}/access-offers`, {
    email,
    accounts: [{ accountId, licenses: { kinds: ['lmp'] }, permissions }],
  });
  expect(offered.status).toBe(202);
  const runId: string = offered.body.runs[0].runId;
  return { accountId, runId };
};

/** The link of the mail that tells of an offer. */
const offerLink = async (email: string, subject: string): Promise<string> => {
  const [, link = ''] = /href="([^"]*\/offers)"/.exec(await mailed(cloud(), email, subject)) ?? [];
  return link;
};

const signIn = (page: Page, name: string, password = PASSWORD) => signInOn(page, name, password);

/** Of an account that is offered, or that one is in. */
const card = (page: Page, accountName: string) => page.locator('section section', { hasText: accountName });

/** How many sessions somebody has in each of the two accounts. */
const sessionsOf = (userId: string): Promise<readonly number[]> =>
  Promise.all(
    [offices().harbour, offices().quay].map(async ({ accountId, call }) => {
      const { body } = await call('GET', `/accounts/${accountId}/members/${userId}/sessions`);
      return body.items?.length ?? 0;
    }),
  );

it('C-44 D-31 D-32 D-34 D-35 D-36 X-19 who exists already is granted access with another role; once they accept, they are in both accounts, and the one that has created them owns their name', async () => {
  const { email, userId } = await somebody('Olga', PASSWORD);
  await makeRole('Night lead');
  const room = await addAgain(email, 'Night lead');
  await room.getByRole('heading', { name: 'Olga López' }).waitFor();
  await room.getByText('In Harbour Calls: Call agent').waitFor();
  expect(await room.getByRole('radio', { name: 'The role of this form' }).isChecked()).toBe(true);
  expect(await barriersOn(room)).toEqual([]);
  await press(room, 'Grant access');
  await room.getByText('Olga López has been told by mail, and is in once they accept.').waitFor();
  const link = await offerLink(email, 'Quay Support offers you access');
  expect(link).toBe(`${cloud().consoleUrl}/offers`);

  const { page } = await visit(link);
  await page.getByText('Sign in as always to see the offer.').waitFor();
  await signIn(page, email);
  await page.getByRole('heading', { name: 'Access offered to you' }).waitFor();
  await card(page, 'Quay Support').getByText('as: Night lead.').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.getByRole('button', { name: 'Accept' }).click();

  await page.getByText('You have accepted access to Quay Support.').waitFor();
  expect(await page.getByRole('heading', { name: 'Access offered to you' }).count()).toBe(0);
  await card(page, 'Harbour Calls').getByText('Call agent', { exact: true }).waitFor();
  await card(page, 'Quay Support').getByText('Night lead', { exact: true }).waitFor();
  const may = await card(page, 'Quay Support').getByRole('listitem').allTextContents();
  expect(may).toContain('View the call log');

  // Both accounts are a click away, wherever one is.
  await page.getByRole('button', { name: 'Switch account; you are in Harbour Calls' }).click();
  await page.getByRole('menuitem', { name: 'Quay Support · Night lead' }).click();
  await page.getByRole('heading', { name: 'What you can do in Quay Support' }).waitFor();
  // The session, with the licenses that it takes, goes along.
  await expect.poll(() => sessionsOf(userId)).toEqual([0, 1]);
  await page.getByRole('link', { name: 'Go to Harbour Calls' }).click();
  await page.getByRole('heading', { name: 'What you can do in Harbour Calls' }).waitFor();
  await expect.poll(() => sessionsOf(userId)).toEqual([1, 0]);

  await room.getByRole('link', { name: 'Open the profile' }).click();
  const contact = room.getByRole('region', { name: 'Contact' });
  await contact.getByRole('button', { name: 'Edit: Contact' }).click();
  await contact.getByRole('textbox', { name: 'Extension' }).waitFor();
  const locked = contact.getByText('Only Harbour Calls can change this: it created the user. Ask there.');
  expect(await locked.count()).toBeGreaterThan(3);
  expect(await contact.getByRole('textbox', { name: 'First name' }).count()).toBe(0);
  expect(await barriersOn(room)).toEqual([]);
});

it('D-33 X-19 who is offered the role that they have elsewhere, and declines, keeps what they had; the offer is gone for good', async () => {
  const { email, userId } = await somebody('Petra', PASSWORD, 'es');
  const room = await addAgain(email, 'Sales agent');
  await room.getByRole('radio', { name: 'Call agent, as in Harbour Calls' }).check();
  await press(room, 'Grant access');
  await room.getByText('Petra López has been told by mail').waitFor();

  const { page } = await visit(await offerLink(email, 'Quay Support le ofrece acceso'));
  await signIn(page, email);
  await card(page, 'Quay Support').getByText('con el rol: Agente de llamadas.').waitFor();
  await page.getByRole('button', { name: 'Rechazar' }).click();
  await page.getByText('Ha rechazado el acceso a Quay Support.').waitFor();
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Harbour Calls']);
  const { accountId, call } = offices().quay;
  expect((await call('GET', `/accounts/${accountId}/members/${userId}`)).status).toBe(404);

  const again = await visit(`${cloud().consoleUrl}/offers`);
  await signIn(again.page, email);
  await again.page.getByText('Ninguna oferta espera su respuesta').waitFor();
});

it('X-19 an offer that was withdrawn meanwhile says so', async () => {
  const { email } = await somebody('Quinn', PASSWORD);
  const { accountId, runId } = await offer(email, 'Late lead');
  const { page } = await visit(await offerLink(email, 'Quay Support offers you access'));
  await signIn(page, email);
  await page.getByRole('button', { name: 'Accept' }).waitFor();
  const { call } = offices().quay;
  expect((await call('POST', `/accounts/${accountId}/onboardings/${runId}/discard`)).status).toBe(200);
  await page.getByRole('button', { name: 'Accept' }).click();
  await page.getByText('This offer is over').waitFor();
  expect(await page.getByRole('button', { name: 'Accept' }).count()).toBe(0);
});

it('C-44 sessions are seen and ended: one of one’s own, all of somebody’s, and everywhere', async () => {
  const { email, userId } = await somebody('Rosa', PASSWORD);
  const [here, there] = [await visit(cloud().consoleUrl), await visit(cloud().consoleUrl)];
  for (const { page } of [here, there]) {
    await signIn(page, email);
    await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  }
  await expect.poll(() => sessionsOf(userId)).toEqual([2, 0]);
  const admin = await roomOf(offices().harbour, `/users/${userId}?tab=sessions`);
  await expect.poll(() => admin.getByRole('row').count()).toBe(3);
  expect(await barriersOn(admin)).toEqual([]);

  await here.page.goto(`${cloud().consoleUrl}/me?tab=security`);
  const own = here.page.getByRole('region', { name: 'Your sessions' });
  await own.getByText('This one').waitFor();
  await own.getByRole('button', { name: /^End the session that began/ }).click();
  await expect.poll(() => own.getByRole('row').count()).toBe(2);
  await own.getByText('This one').waitFor();

  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByText('You are signed out, here and on every other device.').waitFor();
  await there.page.reload();
  await there.page.getByText('Your session has ended').waitFor();
  await there.page.getByRole('button', { name: 'Sign in' }).waitFor();

  // A token tells whole seconds only: one from the second of the sign-out counts as older.
  await there.page.waitForTimeout(1100);
  await signIn(there.page, email);
  await there.page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();

  await expect.poll(() => sessionsOf(userId)).toEqual([1, 0]);
  await admin.reload();
  await press(admin, 'Sign out');
  const asked = admin.getByRole('dialog', { name: 'Sign out' });
  await asked.getByText('All sessions of Rosa López in this account end at once.').waitFor();
  await asked.getByRole('button', { name: 'Sign out' }).click();
  await admin.getByText('They are not signed in.').waitFor();
  await there.page.reload();
  await there.page.getByText('Your session has ended').waitFor();
});

it('a suspended membership says so, and whom to ask', async () => {
  const { email, userId } = await somebody('Sara', PASSWORD);
  const { page } = await visit(cloud().consoleUrl);
  await signIn(page, email);
  await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  const { accountId, call } = offices().harbour;
  expect((await call('POST', `/accounts/${accountId}/members/${userId}/suspend`)).status).toBe(200);
  await page.reload();
  await page.getByText('An administrator has suspended your access to this account.').waitFor();
  expect(await card(page, 'Harbour Calls').getByRole('listitem').count()).toBe(0);
  expect((await call('POST', `/accounts/${accountId}/members/${userId}/restore`)).status).toBe(200);
  await page.getByRole('button', { name: 'Look again' }).click();
  await card(page, 'Harbour Calls').getByText('Active', { exact: true }).waitFor();
});

it('D-23 whoever has an agency role sees the agency and all of its accounts', async () => {
  const { email, password } = offices().harbour.administrator;
  const { page } = await visit(cloud().consoleUrl);
  await signIn(page, email, password);
  const agency = page.locator('section', { hasText: 'Harbour Group' });
  await agency.getByText('Agency administrator', { exact: true }).waitFor();
  expect((await agency.getByRole('listitem').allTextContents()).toSorted()).toEqual([
    'Harbour Calls',
    'Quay Support',
  ]);
});
