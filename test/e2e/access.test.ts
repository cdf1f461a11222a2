import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { useBrowser } from './browser.ts';
import { mailed, usePeople } from './invited-people.ts';
import { signInOn } from './signing-in.ts';

const cloud = useSharedCloud();
const { somebody, offices } = usePeople(cloud);
const { visit } = useBrowser();

const PASSWORD = 'Calm-Morning-1907';

/** Quay Support offers access to somebody of Harbour Calls, with a role of its own; gives run and role. */
const offer = async (email: string, roleName: string) => {
  const { accountId, call } = offices().quay;
  const role = await call('POST', `/accounts/${accountId}/roles`, {
    name: roleName,
    designation: 'agent',
    permissions: ['use-sip', 'view-call-log'],
  });
  expect(role.status).toBe(201);
  const offered = await call('POST', `/accounts/${accountId}/access-offers`, {
    email,
    accounts: [{ accountId, licenses: { kinds: ['lmp'] }, permissions: { role: role.body.role } }],
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

it('X-19 the mail’s link leads through a sign-in to the offer, and who accepts it is in', async () => {
  const { email } = await somebody('Olga', PASSWORD);
  await offer(email, 'Night lead');
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
  await page.getByRole('link', { name: 'Go to Harbour Calls' }).click();
  await page.getByRole('heading', { name: 'What you can do in Harbour Calls' }).waitFor();
});

it('X-19 who declines keeps what they had, and the offer is gone for good', async () => {
  const { email, userId } = await somebody('Petra', PASSWORD, 'es');
  const { accountId } = await offer(email, 'Turno de noche');
  const { page } = await visit(await offerLink(email, 'Quay Support le ofrece acceso'));
  await signIn(page, email);
  await page.getByRole('button', { name: 'Rechazar' }).click();
  await page.getByText('Ha rechazado el acceso a Quay Support.').waitFor();
  expect(await page.getByRole('heading', { level: 3 }).allTextContents()).toEqual(['Harbour Calls']);
  const { call } = offices().quay;
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

it('signing out everywhere ends the session in another browser on its next action', async () => {
  const { email } = await somebody('Rosa', PASSWORD);
  const [here, there] = [await visit(cloud().consoleUrl), await visit(cloud().consoleUrl)];
  for (const { page } of [here, there]) {
    await signIn(page, email);
    await page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
  }
  await here.page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await here.page.getByText('You are signed out, here and on every other device.').waitFor();
  await there.page.reload();
  await there.page.getByText('Your session has ended').waitFor();
  await there.page.getByRole('button', { name: 'Sign in' }).waitFor();

  // A token tells whole seconds only: one from the second of the sign-out counts as older.
  await there.page.waitForTimeout(1100);
  await signIn(there.page, email);
  await there.page.getByRole('heading', { name: 'Harbour Calls', exact: true }).waitFor();
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
