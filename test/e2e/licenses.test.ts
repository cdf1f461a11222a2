import { text } from 'node:stream/consumers';
import { beforeAll, expect, it } from 'vitest';
import { hire, type Person, welcome } from '../integration/access/people.ts';
import { billingOf } from '../integration/billing/billing-office.ts';
import { type Office, openOffice } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { visit } = useBrowser();

let office: Office;
let shiftWorker: Person;
let accountant: Person;
beforeAll(async () => {
  // The administrator has one of the base licenses; whoever is hired last waits for one.
  office = await openOffice(cloud(), { pools: { lmp: 3, dialer: 1, desktop: 2 } });
  shiftWorker = await welcome(cloud(), office, {
    profile: { firstName: 'Sofia', lastName: 'Shift' },
    licenses: { kinds: ['lmp', 'desktop'] },
  });
  accountant = await welcome(cloud(), office, {
    profile: { firstName: 'Berta', lastName: 'Books', language: 'es' },
    permissions: { role: 'billing-manager' },
  });
  await hire(office, { profile: { firstName: 'Nora', lastName: 'Field' } });
});

/** Signed in at an address of the account. */
const enter = async (room: string, who: { email: string; password: string }, more = {}) => {
  const storage = await tokensOf(cloud(), { username: who.email, password: who.password });
  const address = `${cloud().consoleUrl}/accounts/${office.accountId}/${room}`;
  return (await visit(address, { storage, ...more })).page;
};

it('A-9 B-11 B-12 X-3 seats are bought by a slider, at a cost shown beforehand, and who waits becomes active', async () => {
  const page = await enter('licenses', office.administrator);
  const base = page.getByRole('region', { name: 'Lead management' });
  const figures = () => base.getByRole('definition').allTextContents();
  await base.waitFor();
  expect(await figures()).toEqual(['3', '3', '0']);
  const line = page.getByRole('region', { name: 'Waiting line' });
  await line.getByRole('row', { name: /1 Nora Field Lead management/ }).waitFor();
  expect(await barriersOn(page)).toEqual([]);

  await page.getByRole('slider', { name: 'Lead management: seats to own, slider' }).press('ArrowRight');
  expect(await base.getByRole('textbox', { name: 'Lead management: seats to own' }).inputValue()).toBe('4');
  const changes = page.getByRole('region', { name: 'Changes to apply' });
  await changes.getByText('$45.00 more each month').waitFor();
  expect(await figures()).toEqual(['3', '3', '0']);
  await changes.getByRole('button', { name: 'Apply changes' }).click();

  await page.getByText('Nora Field is active now.').waitFor();
  await line.getByText('Nobody waits for a license.').waitFor();
  await expect.poll(figures).toEqual(['4', '4', '0']);
  const chart = page.getByRole('img', { name: /Lead management: from 3 to 4\./ });
  await chart.waitFor();
  await page.getByRole('button', { name: 'The changes as a list' }).click();
  await page.getByRole('row', { name: /you Lead management 3 → 4/ }).waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
});

it('B-11 C-45 no fewer seats than are taken: who has them is told, and whoever has one at sign-in is signed out', async () => {
  const session = await shiftWorker.call('POST', `${shiftWorker.path}/sessions`);
  expect(session.status).toBe(201);
  const page = await enter('licenses', office.administrator, { colorScheme: 'dark' });
  await page.getByRole('textbox', { name: 'Lead management: seats to own' }).fill('2');
  const changes = page.getByRole('region', { name: 'Changes to apply' });
  await changes.getByText(/Lead management: \d seats are taken\. Take some back first\./).waitFor();
  await changes.getByRole('link', { name: 'Sofia Shift' }).waitFor();
  expect(await changes.getByRole('button', { name: 'Apply changes' }).isDisabled()).toBe(true);
  expect(await barriersOn(page)).toEqual([]);
  await changes.getByRole('button', { name: 'Discard' }).click();

  await page.getByRole('button', { name: 'Who has them: Lead management' }).click();
  const named = page.getByRole('dialog', { name: 'Who has Lead management' });
  await named.getByRole('link', { name: 'Ada Admin' }).waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Who has them: Agent desktop' }).click();
  const taken = page.getByRole('dialog', { name: 'Who has Agent desktop' });
  await taken.getByRole('button', { name: 'Sign out: Sofia Shift' }).click();
  const asked = page.getByRole('dialog', { name: 'Sign Sofia Shift out?' });
  await asked.getByRole('button', { name: 'Sign out' }).click();
  await taken.getByText('Nobody has one now.').waitFor();
  await page.keyboard.press('Escape');

  // Somebody else buys meanwhile: the new figures are looked at before anything is bought on them.
  await page.getByRole('textbox', { name: 'VoIP: seats to own' }).fill('5');
  await changes.getByText('$145.00 more each month').waitFor();
  expect((await billingOf(office, office.call).buy({ email: 1 })).status).toBe(200);
  await changes.getByRole('button', { name: 'Apply changes' }).click();
  await page.getByText('Somebody else has changed the seats meanwhile.').waitFor();
  const mail = page.getByRole('region', { name: 'Mass email' });
  await expect.poll(() => mail.getByRole('definition').first().textContent()).toBe('1');
  await changes.getByRole('button', { name: 'Apply changes' }).click();
  await page.getByText('The changes are applied.').waitFor();
});

it('A-12 B-1 B-2 B-3 B-4 B-10 B-13 explains licensing and both ways to a seat, and frees one’s own', async () => {
  const { userId } = office.administrator;
  const path = `/accounts/${office.accountId}/members/${userId}/licenses`;
  expect((await office.call('PUT', `${path}/dialer`)).status).toBe(200);
  const page = await enter('licenses', office.administrator);
  await page.getByRole('heading', { name: 'How licenses work' }).waitFor();
  await page.getByRole('heading', { name: 'Buy seats' }).waitFor();
  await page.getByText('Either way the seat comes first, then the user; the form is the same.').waitFor();
  await page.getByText('With no seat free, the user is added all the same, but deactivated.').waitFor();

  await page.getByRole('button', { name: 'Free my calling seat' }).click();
  const asked = page.getByRole('dialog', { name: 'Free your calling seat?' });
  await asked.getByText('Free for others then: Dialer.').waitFor();
  await asked.getByRole('button', { name: 'Free it' }).click();
  await page.getByText('Your agent features are off: you occupy no calling seat.').waitFor();
  const dialer = page.getByRole('region', { name: 'Dialer' });
  await expect.poll(() => dialer.getByRole('definition').allTextContents()).toEqual(['1', '0', '1']);
  await page.getByRole('link', { name: 'Add a user' }).click();
  await page.waitForURL(/\/users\/new$/);
});

it('D-18 a billing manager looks at licenses and statements, prints them, and finds no other door', async () => {
  const page = await enter('licenses', accountant);
  await page.getByText('Puede consultarlo.').waitFor();
  expect(await page.getByRole('slider').count()).toBe(0);
  const doors = await page.getByRole('navigation').getByRole('link').allTextContents();
  expect(doors).toEqual(['Inicio', 'Licencias', 'Extractos', 'Mis ajustes']);

  await page.getByRole('navigation').getByRole('link', { name: 'Extractos' }).click();
  await page.getByRole('heading', { level: 1, name: 'Extractos' }).waitFor();
  expect(await barriersOn(page)).toEqual([]);
  await page.getByRole('table').getByRole('link').first().click();
  await page.getByRole('heading', { level: 1, name: /^Extracto de / }).waitFor();
  await page.getByRole('region', { name: 'Plazas propias' }).getByText('Gestión de clientes').waitFor();
  expect(await barriersOn(page)).toEqual([]);

  const downloaded = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Descargar' }).click();
  const download = await downloaded;
  expect(download.suggestedFilename()).toMatch(/^statement-\d{4}-\d{2}\.html$/);
  expect(await text(await download.createReadStream())).toContain(office.accountId);
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('navigation').count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Imprimir' }).count()).toBe(0);
});
