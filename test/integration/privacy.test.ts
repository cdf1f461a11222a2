import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paginateGetExecutionHistory, paginateListExecutions, SFNClient } from '@aws-sdk/client-sfn';
import { beforeAll, expect, it } from 'vitest';
import { furnishDemoAccount, makeDemoAccount } from '../../local/demo/account.ts';
import { connect } from '../../local/demo/api.ts';
import { batches, onboard } from '../../local/demo/onboard.ts';
import { parseRoster } from '../../local/demo/roster.ts';
import { useCloud } from './cloud-for-tests.ts';
import { callerOf } from './office.ts';

const cloud = useCloud();
const ROSTER = join(import.meta.dirname, '../../examples/roster.csv');
const rows = parseRoster(readFileSync(ROSTER, 'utf8'), 'roster.csv');

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
}, 240_000);

/** Everything in the roster that says who somebody is. */
const personal = rows.flatMap(({ sections: { profile, employee } }) => [
  profile.email,
  profile.loginId,
  profile.firstName,
  profile.lastName,
  ...[profile.phone, employee?.mobilePhone, employee?.faxNumber, employee?.employeeNumber].filter(
    (value) => value !== undefined,
  ),
]);

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

it('no personal data is in any log line, and every line of ours has a code', () => {
  const lines = cloud().logs();
  expect(lines.length).toBeGreaterThan(rows.length * 9);
  expect(leaksIn(lines.map(({ line }) => line).join('\n'))).toEqual([]);
  for (const { line } of lines) expect(JSON.parse(line)).toHaveProperty('message.code');
});
