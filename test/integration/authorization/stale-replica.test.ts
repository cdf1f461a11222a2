import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Route } from '../../../core/contract/route.ts';
import { allRoutes } from '../../../core/contract/routes.ts';
import { expectRefused, type Person, welcome } from '../access/people.ts';
import { useCloud } from '../cloud-for-tests.ts';
import { type Office, openOffice } from '../office.ts';
import { bodyOf, idsOfNothing } from './houses.ts';
import { openLocation, replicate } from './location.ts';
import { pathTo } from './requests.ts';

const cloud = useCloud();
const ELSEWHERE = 'eu-west-1';
let office: Office;
let suspended: Person;
let signedOut: Person;
let there: Awaited<ReturnType<typeof openLocation>>;

beforeAll(async () => {
  office = await openOffice(cloud());
  const permissions = { role: 'administrator' };
  [suspended, signedOut] = await Promise.all([
    welcome(cloud(), office, { permissions }),
    welcome(cloud(), office, { permissions }),
  ]);
  const { environment, endpoints, region } = cloud();
  const client = new DynamoDBClient({
    endpoint: endpoints.dynamodb,
    region,
    credentials: { accessKeyId: 'local', secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '' },
  });
  await replicate(cloud(), client);
  client.destroy();
  there = await openLocation(cloud(), ELSEWHERE);
});
afterAll(() => there?.stop());

const account = () => `/accounts/${office.accountId}`;

describe('a location in another region, whose replica of the table stands still', () => {
  it('lets through whoever may, having asked the home region alone', async () => {
    for (const { accessToken } of [suspended, signedOut])
      expect((await there.as(accessToken)('GET', account())).status).toBe(200);
    expect(there.asked.length).toBeGreaterThan(0);
    for (const { region } of there.asked) expect(region).toBe(cloud().region);
  });

  it('refuses a suspended and a signed-out member on the very next call', async () => {
    bodyOf(await office.call('POST', `${suspended.path}/suspend`));
    expectRefused(await there.as(suspended.accessToken)('GET', account()), 'member-not-active');
    bodyOf(await office.call('POST', `${signedOut.path}/sign-out`));
    expectRefused(await there.as(signedOut.accessToken)('GET', account()), 'signed-out');
    expectRefused(await there.as(signedOut.accessToken)('GET', '/me'), 'signed-out');
  });

  it('would let them through, if its functions asked the replica', async () => {
    const misled = await openLocation(cloud(), ELSEWHERE, ELSEWHERE);
    try {
      for (const { accessToken } of [suspended, signedOut])
        expect((await misled.as(accessToken)('GET', account())).status).toBe(200);
      for (const { region } of misled.asked) expect(region).toBe(ELSEWHERE);
    } finally {
      await misled.stop();
    }
  });

  const closedRoutes: readonly Route[] = allRoutes.filter(
    ({ path }) => path.startsWith('/v1/accounts') || path.startsWith('/v1/me'),
  );
  it.each(closedRoutes.map((route) => [route.operationId, route] as const))(
    '%s asks once who calls, consistently and at home, and nothing more of whoever is refused',
    async (_, { method, path }) => {
      const at = pathTo(path, { ...idsOfNothing(), accountId: office.accountId, userId: suspended.userId });
      const isAboutOneself = path.startsWith('/v1/me');
      const who = isAboutOneself ? signedOut : suspended;
      there.asked.length = 0;
      const answer = await there.as(who.accessToken)(method, at);
      expectRefused(answer, isAboutOneself ? 'signed-out' : 'member-not-active');
      const operation = isAboutOneself ? 'GetItem' : 'BatchGetItem';
      expect(there.asked).toEqual([{ region: cloud().region, operation, isConsistent: true }]);
    },
  );
});
