import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paginateGetExecutionHistory, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, expect, it } from 'vitest';
import { mailLanguage } from '../../core/domain/languages.ts';
import { furnishDemoAccount, makeDemoAccount } from '../../local/demo/account.ts';
import { connect } from '../../local/demo/api.ts';
import { batches, onboard } from '../../local/demo/onboard.ts';
import { parseRoster } from '../../local/demo/roster.ts';
import { readMails } from '../../local/ses/read-mails.ts';
import { conditionally } from './access/people.ts';
import { useCloud } from './cloud-for-tests.ts';
import { uploadFile } from './furnished-office.ts';
import { eventually } from './licenses/seats.ts';
import { callerOf, type Office } from './office.ts';

const cloud = useCloud();
const ROSTER = join(import.meta.dirname, '../../examples/roster.csv');
const rows = parseRoster(readFileSync(ROSTER, 'utf8'), 'roster.csv');

/** What somebody is called, and reached by, from an edit on, and the number and SIP user name of two assets. */
const EDITED = {
  firstName: 'Xochitlalli',
  lastName: 'Qvarnstrom',
  email: 'xochitlalli.qvarnstrom@example.com',
  loginId: 'xochi.qvarn',
  phone: '+14155550187',
};
const ASSETS = {
  number: { number: '+14155550176' },
  'sip-client': { userName: 'desk.quetzalcoatl' },
} as const;

/** Edits somebody with a picture of theirs, and makes assets: once as it should be, and once with faults. */
const workOn = async (accountId: string, call: Office['call']): Promise<void> => {
  const [{ sections } = expect.fail()] = rows;
  const members = `/accounts/${accountId}/members`;
  const { body } = await call('GET', `${members}?email=${encodeURIComponent(sections.profile.email)}`);
  const path = `${members}/${body.items[0].userId}`;
  const picture = await uploadFile({ accountId, call }, 'picture');
  const edit = (profile: object, employee: object) =>
    conditionally(call, 'PATCH', path, { sections: { profile, employee } });
  expect((await edit(EDITED, { picture, mobilePhone: EDITED.phone })).status).toBe(200);
  expect((await edit({ ...EDITED, email: EDITED.phone }, { picture: EDITED.email })).status).toBe(400);
  expect((await call('GET', `${path}/files/${picture}`)).status).toBe(200);
  for (const [kind, fields] of Object.entries(ASSETS)) {
    const make = (more: object) =>
      call('POST', `/accounts/${accountId}/assets/${kind}`, { key: 'q', name: EDITED.lastName, ...more });
    expect((await make(fields)).status).toBe(201);
    // Somebody has it already, and a key that is an email is none.
    expect((await make({ ...fields, key: 'other' })).status).toBe(409);
    expect((await make({ ...fields, key: EDITED.email })).status).toBe(400);
  }
  // Told at the former address: the last of what follows from an edit.
  await eventually(async () =>
    expect((await readMails(cloud().mailboxUrl)).map(({ subject }) => subject)).toContain(
      mailLanguage(sections.profile.language) === 'es'
        ? 'Ha cambiado su forma de iniciar sesión'
        : 'Your sign-in was changed',
    ),
  );
};

beforeAll(async () => {
  const { accountId, accessToken } = await makeDemoAccount(cloud());
  await furnishDemoAccount(cloud(), { accountId, accessToken }, rows);
  const api = connect(cloud().apiUrl, accessToken);
  for (const batch of batches(rows)) await Promise.all(batch.map(onboard(api, accountId)));
  // What is refused is logged too: clashes, faults that quote the value, bodies that cannot be read.
  const call = callerOf(cloud(), accessToken);
  for (const { sections } of rows.slice(0, 3)) {
    const path = `/accounts/${accountId}/onboardings`;
    await call('POST', path, sections);
    await call('POST', path, {
      ...sections,
      profile: { ...sections.profile, phone: sections.profile.email },
    });
    await call('POST', path, `{"email":"${sections.profile.email}"`);
    await call('GET', `/accounts/${accountId}/members?name=${sections.profile.firstName}`);
  }
  await workOn(accountId, call);
}, 240_000);

/** Everything in the roster, in the edit and in the assets that says who somebody is. */
const ofRoster = rows.flatMap(({ sections: { profile, employee } }) => [
  profile.email,
  profile.loginId,
  profile.firstName,
  profile.lastName,
  ...[profile.phone, employee?.mobilePhone, employee?.faxNumber, employee?.employeeNumber].filter(
    (value) => value !== undefined,
  ),
]);

const personal = [
  ...ofRoster,
  ...Object.values(EDITED),
  ...Object.values(ASSETS).flatMap((fields) => Object.values(fields)),
];

const leaksIn = (text: string): readonly string[] => {
  const words = new Set(text.split(/[^\p{L}\p{N}'-]+/u));
  return personal.filter((value) => (/^\p{L}+$/u.test(value) ? words.has(value) : text.includes(value)));
};

const histories = async (): Promise<readonly string[]> => {
  const { AWS_ENDPOINT_URL_SFN: endpoint = '', AWS_REGION: region = '' } = cloud().environment;
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new SFNClient({ endpoint, region, credentials });
  const stateMachineArn = cloud().stateMachineArns[0] ?? '';
  const found: string[] = [];
  for await (const { executions = [] } of paginateListExecutions({ client }, { stateMachineArn })) {
    for (const { executionArn } of executions) {
      const pages = paginateGetExecutionHistory({ client }, { executionArn, includeExecutionData: true });
      for await (const { events } of pages) found.push(JSON.stringify(events));
    }
  }
  return found;
};

it('finds what it looks for: a leak would be seen', () => {
  const { email, loginId, firstName } = rows[0]?.sections.profile ?? {};
  expect(leaksIn(JSON.stringify({ said: `hello ${firstName}, ${email}` }))).toEqual([
    email,
    loginId,
    firstName,
  ]);
});

it('no personal data is in any execution history', async () => {
  const found = await histories();
  // One run each, one resumed, and the administrator's own.
  expect(found.length).toBeGreaterThanOrEqual(rows.length + 2);
  expect(found.join('\n')).toContain('AssignLicenses');
  expect(leaksIn(found.join('\n'))).toEqual([]);
});

it('C-12 D-10 B-15 edits, uploads and assets are among what was logged', () => {
  const said = cloud()
    .logs()
    .map(({ line }) => JSON.parse(line).message);
  expect([...new Set(said.map(({ code, route }) => route ?? code))]).toEqual(
    expect.arrayContaining([
      'PATCH /v1/accounts/{accountId}/members/{userId}',
      'POST /v1/accounts/{accountId}/files/{fileId}/acceptance',
      'POST /v1/accounts/{accountId}/assets/{kind}',
      'SIGN_IN_CHANGE_TOLD',
    ]),
  );
});

it('no personal data is in any log line, and every line of ours has a code', () => {
  const lines = cloud().logs();
  expect(lines.length).toBeGreaterThan(rows.length * 9);
  expect(leaksIn(lines.map(({ line }) => line).join('\n'))).toEqual([]);
  for (const { line } of lines) expect(JSON.parse(line)).toHaveProperty('message.code');
});
