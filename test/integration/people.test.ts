import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { userKey } from '../../core/adapters/dynamodb/keys.ts';
import { signIn } from '../../local/sign-in.ts';
import { expectRefused, type Person, welcome } from './access/people.ts';
import { eventually } from './licenses/seats.ts';
import { callerOf, type Office, openOffice, unique } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
const { environment } = inject('sharedCloud');

const client = DynamoDBDocumentClient.from(
  new DynamoDBClient({
    endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB ?? '',
    region: environment.AWS_REGION ?? '',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  }),
);
afterAll(() => client.destroy());

let office: Office;
let agent: Person;
beforeAll(async () => {
  office = await openOffice(cloud());
  agent = await welcome(cloud(), office);
});

it('C-49 D-35 a person follows by the change feed, when whoever changed them has died over it', async () => {
  const [email, loginId] = [`zoe-${unique()}@example.com`, `zoe-${unique()}`];
  // Just what an edit leaves of the person when nothing comes after it: no sign-in knows, and no membership.
  await client.send(
    new UpdateCommand({
      TableName: 'rollcall-dev',
      Key: userKey(agent.userId),
      UpdateExpression: 'SET firstName = :firstName, email = :email, loginId = :loginId',
      ExpressionAttributeValues: { ':firstName': 'Zoë', ':email': email, ':loginId': loginId },
    }),
  );
  await eventually(async () =>
    expect((await office.call('GET', agent.path)).body).toMatchObject({ firstName: 'Zoë', email, loginId }),
  );
  for (const username of [email, loginId]) {
    const { accessToken } = await signIn(cloud(), { username, password: agent.password });
    expect((await callerOf(cloud(), accessToken)('GET', '/me')).body).toMatchObject({ firstName: 'Zoë' });
  }
  await expect(signIn(cloud(), { username: agent.email, password: agent.password })).rejects.toThrow();
});

it('E-23 E-24 asks administrators about themselves once, and nobody must answer', async () => {
  const path = '/me/extra-profile';
  const asks = async ({ call }: Pick<Office, 'call'>) => (await call('GET', '/me')).body.asks;
  expect(await asks(office)).toEqual(['extra-profile']);
  expect(await asks(agent)).toEqual([]);
  expect(await office.call('GET', path)).toMatchObject({ status: 200, body: {} });
  const wrong = await office.call('PUT', path, { smsOptIn: true, shirtSize: 'huge' });
  expectRefused(wrong, 'invalid-request');
  expect(await asks(office)).toEqual(['extra-profile']);
  expect(await office.call('PUT', path, {})).toMatchObject({ status: 200, body: {} });
  expect(await asks(office)).toEqual([]);
  // They may change their mind, and write the number as people do.
  const answers = { cellPhone: '+1 (415) 555-0123', smsOptIn: true, shirtSize: 'M', gender: 'woman' };
  await office.call('PUT', path, answers);
  expect((await office.call('GET', path)).body).toEqual({ ...answers, cellPhone: '+14155550123' });
});

it('A-20 the table of settings is open to everybody, also as a page', async () => {
  const anybody = callerOf(cloud());
  const { status, body } = await anybody('GET', '/settings');
  expect(status).toBe(200);
  expect(body.settings).toContainEqual(
    expect.objectContaining({ pointer: '/profile/email', required: true, title: 'Email' }),
  );
  expect((await anybody('GET', '/docs')).body).toContain('<code>/profile/email</code>');
});
