import { expect, it } from 'vitest';
import { conditionally } from '../integration/access/people.ts';
import { openOffice } from '../integration/office.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { tokensOf } from './tokens.ts';

const cloud = useSharedCloud();
const { visit } = useBrowser();

it('A-10 C-58 D-12 what counts unless a user says otherwise is changed for all, never over somebody else', async () => {
  const { accountId, administrator, call } = await openOffice(cloud());
  const account = `/accounts/${accountId}`;
  const number = { key: 'main', name: 'Main line', number: '+12125550142' };
  expect((await call('POST', `${account}/assets/number`, number)).status).toBe(201);
  const { email: username, password } = administrator;
  const storage = await tokensOf(cloud(), { username, password });
  const { page } = await visit(`${cloud().consoleUrl}${account}/settings`, { storage });
  await page.getByRole('textbox', { name: 'First attempts a day' }).fill('80');
  expect(await page.getByRole('combobox', { name: 'Default number' }).inputValue()).toContain('Main line');
  await page.getByRole('switch', { name: 'Missed calls' }).click();
  expect(await barriersOn(page)).toEqual([]);
  const theirs = { dialing: { firstDailyAttempts: 40 } };
  expect((await conditionally(call, 'PATCH', `${account}/settings`, theirs)).status).toBe(200);
  await page.getByRole('button', { name: 'Save changes' }).click();
  const choice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this meanwhile' });
  await choice.getByRole('row', { name: 'First attempts a day 40 80' }).waitFor();
  await choice.getByRole('button', { name: 'Save mine over it' }).click();
  await page.getByText('Saved.').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect((await call('GET', `${account}/settings`)).body).toMatchObject({
    dialing: { firstDailyAttempts: 80 },
    notifications: { missedCall: true, voicemail: true },
    defaultNumber: 'main',
  });

  await page.getByRole('radio', { name: /^Stop the run at that step/ }).click();
  await expect.poll(async () => (await call('GET', account)).body.licensePolicy).toBe('reject');
});
