import { setTimeout as sleep } from 'node:timers/promises';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, inject, it, vi } from 'vitest';
import { dynamodbUsers } from '../../core/adapters/dynamodb/users.ts';
import { sesMailer } from '../../core/adapters/ses/mailer.ts';
import { readMails } from '../../local/ses/read-mails.ts';
import { type Office, openOffice, shortRequest, unique } from './office.ts';
import { useSharedCloud } from './shared-cloud.ts';

const cloud = useSharedCloud();
const { environment } = inject('sharedCloud');

const client = new DynamoDBClient({
  endpoint: environment.AWS_ENDPOINT_URL_DYNAMODB ?? '',
  region: environment.AWS_REGION ?? '',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const users = dynamodbUsers({ client: DynamoDBDocumentClient.from(client), table: 'rollcall-dev' });
afterAll(() => client.destroy());

let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
});

const onboard = async (email: string) => {
  const { profile, ...rest } = shortRequest();
  const { body } = await office.call('POST', `/accounts/${office.accountId}/onboardings`, {
    ...rest,
    profile: { ...profile, email },
  });
  expect(await office.follow(body.runId)).toMatchObject({ status: 'done', outcome: 'active' });
  const member = await office.call('GET', `/accounts/${office.accountId}/members/${body.userId}`);
  return { userId: body.userId as string, invitedAt: member.body.invitedAt as string };
};

const bounceAfter = async (userId: string, before = ''): Promise<string> => {
  for (let look = 0; look < 100; look += 1) {
    const { bouncedAt = '' } = (await users.read(userId)) ?? {};
    if (bouncedAt > before) return bouncedAt;
    await sleep(50);
  }
  throw new Error(`No mail to ${userId} is known to have come back`);
};

it('X-2 an invitation that comes back marks the user, at the time of that mail; one that arrives does not', async () => {
  const email = `bounce+${unique()}@simulator.amazonses.com`;
  const [gone, reached] = await Promise.all([onboard(email), onboard(`${unique()}@example.com`)]);
  const bouncedAt = await bounceAfter(gone.userId);
  expect(gone.invitedAt <= bouncedAt).toBe(true);
  expect(bouncedAt <= new Date().toISOString()).toBe(true);
  expect((await users.read(reached.userId))?.bouncedAt).toBeUndefined();
  const mails = await readMails(cloud().mailboxUrl);
  expect(mails.filter(({ destination }) => destination.to.includes(email))).toHaveLength(1);
});

it('so does a mail of our own, and of several the latest counts', async () => {
  const email = `bounce+${unique()}@simulator.amazonses.com`;
  const { userId } = await onboard(email);
  const first = await bounceAfter(userId);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const mailer = sesMailer({
    MAIL_FROM: 'no-reply@rollcall.example',
    MAIL_REPLY_TO: 'support@rollcall.example',
    MAIL_REGION: cloud().region,
    MAIL_CONFIGURATION_SET: 'rollcall-dev',
  });
  const before = new Date().toISOString();
  await mailer.send({ to: email, subject: 'Access', html: '<p>Hello</p>', text: 'Hello' });
  vi.unstubAllEnvs();
  expect((await bounceAfter(userId, first)) >= before).toBe(true);
});
