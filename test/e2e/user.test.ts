import { describe, expect, it } from 'vitest';
import { newId } from '../../core/domain/ids.ts';
import { changeAccess } from '../integration/access/people.ts';
import { useSharedCloud } from '../integration/shared-cloud.ts';
import { newUserName } from '../ports/asset-samples.ts';
import { barriersOn } from './accessibility.ts';
import { useBrowser } from './browser.ts';
import { choose, useStaff } from './staff.ts';

const cloud = useSharedCloud();
const browser = useBrowser();
const { office, person, visit } = useStaff(
  cloud,
  browser,
  {
    edited: {},
    contested: {},
    explained: { permissions: { role: 'call-agent' } },
    promoted: { permissions: { role: 'administrator' } },
    mended: { licenses: { kinds: ['lmp', 'dialer', 'voip'] } },
  },
  { agency: { agencyId: newId('agency'), name: 'Sunrise Group' } },
);

describe('the profile of a user', () => {
  it('A-13 A-17 A-19 C-11 C-12 D-15 saves each field as it is left, undoes it, and says at the field what is refused', async () => {
    const ben = person('edited');
    const { page } = await visit(`/users/${ben.userId}`);

    const parts = page.getByRole('tabpanel').getByRole('heading', { level: 2 });
    await parts.first().waitFor();
    expect((await parts.allTextContents()).slice(0, 2)).toEqual(['Contact', 'Own settings']);
    await page.getByText('Phone is not set: leaves sender.phone empty').waitFor();

    await page.getByRole('button', { name: 'Edit: Contact' }).click();
    await page.getByRole('textbox', { name: 'First name' }).fill('Benedict');
    await page.getByLabel('Phone', { exact: true }).fill('12');
    await page.getByRole('heading', { level: 1, name: 'Benedict' }).waitFor();
    await page.getByRole('textbox', { name: 'Extension' }).focus();
    await page.getByText(/must be a phone number/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByLabel('Phone', { exact: true }).fill('+1 415 555 0123');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo: Phone' }).waitFor();
    await page.getByText(/^Phone is not set/).waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: 'Undo: First name' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ben Baker' }).waitFor();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByText('+14155550123').waitFor();

    // A SIP client that is not there yet is made where it is wanted.
    await page.getByRole('tab', { name: 'Dialing & telephony' }).click();
    await page.getByRole('button', { name: 'Edit: Dialing and telephony' }).click();
    await page.getByRole('button', { name: 'New SIP client…' }).click();
    const made = page.getByRole('dialog', { name: 'New SIP client' });
    await made.getByRole('textbox', { name: 'Name of the client' }).fill('Ben’s desk');
    await made.getByRole('textbox', { name: 'SIP user name' }).fill('no such name!');
    await page.keyboard.press('Enter');
    await made.getByText(/must be 1 to 64 letters/).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    const userName = newUserName();
    await made.getByRole('textbox', { name: 'SIP user name' }).fill(userName);
    await made.getByRole('button', { name: 'Make the SIP client' }).click();
    await page.getByRole('button', { name: 'Undo: SIP address' }).waitFor();
    expect(await page.getByRole('combobox', { name: 'SIP address' }).inputValue()).toBe('Ben’s desk');
    const { accountId, call } = office();
    const { body } = await call('GET', ben.path);
    expect(body.sections).toMatchObject({
      profile: { firstName: 'Ben', phone: '+14155550123' },
      dialing: { sipClient: 'ben-s-desk' },
    });
    const client = await call('GET', `/accounts/${accountId}/assets/sip-client/ben-s-desk`);
    expect(client.body).toMatchObject({ name: 'Ben’s desk', userName });
  });

  it('C-12 gives who edits the same field as somebody else a choice, and leaves their other fields alone', async () => {
    const ben = person('contested');
    const { path } = ben;
    const meanwhile = async (profile: Record<string, unknown>) => {
      const { headers } = await office().call('GET', path);
      const match = { 'if-match': headers.get('etag') ?? '' };
      expect((await office().call('PATCH', path, { sections: { profile } }, match)).status).toBe(200);
    };
    const { page } = await visit(`/users/${ben.userId}`, { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Edit: Contact' }).click();

    await meanwhile({ phone: '+14155550100' });
    await page.getByRole('textbox', { name: 'Extension' }).fill('42');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Undo: Extension' }).waitFor();

    await page.getByRole('textbox', { name: 'Last name' }).fill('Bakery');
    await meanwhile({ lastName: 'Bakersfield' });
    await page.keyboard.press('Enter');
    const choice = page.getByRole('alert').filter({ hasText: 'Somebody else has changed this meanwhile' });
    await choice.getByText('Theirs: Bakersfield').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await choice.getByRole('button', { name: 'Use mine' }).click();
    await page.getByRole('heading', { level: 1, name: 'Ben Bakery' }).waitFor();
    const { body } = await office().call('GET', path);
    expect(body.sections.profile).toMatchObject({
      lastName: 'Bakery',
      phone: '+14155550100',
      extension: '42',
    });
  });

  it('C-15 C-53 D-4 E-18 E-19 X-5 explains access, shows what a change adds and takes away, and warns of no page', async () => {
    const ben = person('explained');
    const group = { name: 'Night team', folders: ['fld_root'] };
    const grouped = await office().call('POST', `/accounts/${office().accountId}/groups`, group);
    expect(grouped.status).toBe(201);
    const { page } = await visit(`/users/${ben.userId}?tab=access`);
    const sip = page.getByRole('row', { name: /^SIP/ });
    expect(await sip.textContent()).toContain('Role Call agent');
    await page.getByRole('row', { name: 'Softphone Permission SIP' }).waitFor();

    await page.getByRole('button', { name: 'Change access' }).click();
    await choose(page, 'Access-control groups', 'Night team');
    await page.keyboard.press('Escape');
    await page.getByRole('checkbox', { name: 'Export leads', exact: true }).check();
    const change = page.getByRole('region', { name: 'What this changes' });
    await change.getByText('Export leads').waitFor();
    await change.getByText('Lead results').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Save access' }).click();
    await page.getByText('The access is changed.').waitFor();
    await page.getByRole('row', { name: 'Export leads Given by hand' }).waitFor();
    await page.getByText('Night team').waitFor();

    await page.getByRole('button', { name: 'Change access' }).click();
    await choose(page, 'Role', 'Page design only');
    await page.getByRole('combobox', { name: 'Access-control groups' }).press('Backspace');
    await page.getByRole('checkbox', { name: 'Export leads', exact: true }).uncheck();
    await change.getByText('Softphone').waitFor();
    await page.getByRole('switch', { name: 'Choose pages by hand' }).click();
    await page.getByRole('checkbox', { name: 'Funnel builder' }).uncheck();
    const warning = change.getByRole('checkbox', { name: /the sign-in would end in a redirect error/ });
    await warning.waitFor();
    await page.getByRole('button', { name: 'Save access' }).click();
    await page.getByText('Confirm what is ticked above, and save again.').waitFor();
    await warning.check();
    await page.getByRole('button', { name: 'Save access' }).click();
    await page.getByText('The access is changed.').waitFor();
    await page.getByText('No page is left: the sign-in would end in a redirect error.').waitFor();
  });

  it('D-24 D-25 of two who change the same access the later one chooses; an agency role says how far it reaches', async () => {
    const { path, userId } = person('promoted');
    const { page } = await visit(`/users/${userId}?tab=access`);
    await page.getByRole('button', { name: 'Change access' }).click();
    await choose(page, 'Agency role', 'Marketing manager');
    const change = page.getByRole('region', { name: 'What this changes' });
    await change.getByRole('checkbox', { name: /reaches every account of the agency/ }).check();

    const meanwhile = { agencyRole: 'agency-billing-manager', confirm: ['agency-reach'] };
    expect((await changeAccess(office().call, { path }, meanwhile)).status).toBe(200);
    await page.getByRole('button', { name: 'Save access' }).click();
    const choice = page.getByRole('alert').filter({ hasText: 'Somebody has changed this meanwhile' });
    await choice.getByRole('row', { name: 'Agency role Agency billing manager Marketing manager' }).waitFor();
    expect(await page.getByRole('button', { name: 'Save access' }).isDisabled()).toBe(true);
    expect(await barriersOn(page)).toEqual([]);
    const roleNow = async () => (await office().call('GET', `${path}/access`)).body.agency?.role;
    expect(await roleNow()).toBe('agency-billing-manager');
    await choice.getByRole('button', { name: 'Save mine over it' }).click();
    await page.getByText('The access is changed.').waitFor();
    expect(await roleNow()).toBe('marketing-manager');
  });

  it('B-2 X-2 says why somebody cannot sign in, and mends it at a button', async () => {
    const ben = person('mended');
    const { page, requests } = await visit(`/users/${ben.userId}`);

    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Suspend' }).click();
    const dialog = page.getByRole('dialog', { name: 'Suspend' });
    await dialog.getByText(/you can restore them at any time/).waitFor();
    await dialog.getByRole('button', { name: 'Suspend' }).click();
    await page.getByText('Suspended.').waitFor();

    await page.getByRole('tab', { name: 'Why can’t they sign in?' }).click();
    await page.getByText('They cannot sign in.').waitFor();
    await page.getByText('An administrator has suspended them.').waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('They can sign in.').waitFor();
    await page.getByLabel('What they type to sign in').fill(ben.name);
    await page.getByRole('button', { name: 'Check' }).click();
    await page.getByText(/type their name where the login ID/).waitFor();

    await page.getByRole('tab', { name: 'Licenses' }).click();
    await page.getByRole('switch', { name: 'Agent features' }).click();
    await page.getByText('Free for others: Dialer and VoIP.').waitFor();
    await page.getByRole('button', { name: 'Turn agent features off' }).click();
    await page.getByText('Not occupied: agent features are off').first().waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(requests.filter((request) => request.includes('password-reset'))).toEqual([]);
  });
});
