import { beforeAll, describe, expect, it } from 'vitest';
import { newNumber } from '../../ports/asset-samples.ts';
import { conditionally, expectRefused } from '../access/people.ts';
import { fullRequest, type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud());
  await office.furnish();
});

const at = (rest: string) => `/accounts/${office.accountId}/${rest}`;
const settings = async () => (await office.call('GET', at('settings'))).body;
const change = (patch: unknown) => conditionally(office.call, 'PATCH', at('settings'), patch);

describe('what counts for members who have no setting of their own', () => {
  it('C-58 the first number is the default number, until another one is; it is not deleted then', async () => {
    for (const key of ['main', 'second']) {
      const number = { key, name: key, number: newNumber() };
      expect((await office.call('POST', at('assets/number'), number)).status).toBe(201);
    }
    expect(await settings()).toMatchObject({ defaultNumber: 'main' });
    await office.call('POST', at('assets/number/main/archive'));
    const refusal = await conditionally(office.call, 'DELETE', at('assets/number/main'));
    expectRefused(refusal, 'in-use');
    expect(refusal.body.errors).toEqual([{ pointer: '', detail: 'the account’s default number' }]);
    expect(await change({ defaultNumber: 'second' })).toMatchObject({ status: 200 });
    expect((await conditionally(office.call, 'DELETE', at('assets/number/main'))).status).toBe(204);
    expect((await change({ defaultNumber: 'main' })).body.errors).toEqual([
      { pointer: '/defaultNumber', detail: 'is no number of this account' },
    ]);
  });

  it('A-6 D-12 are changed field by field, with every fault at once, and by one of two', async () => {
    const before = await settings();
    const callRecording = {
      inboundPercent: 10,
      outboundPercent: 20,
      campaigns: [{ campaign: 'solar', percent: 50 }],
    };
    const dialing = { firstDailyAttempts: 5, callRecording };
    const changed = await change({ dialing });
    expect(changed).toMatchObject({ status: 200, body: { ...before, dialing } });
    expect(await settings()).toEqual(changed.body);
    const faulty = await change({
      dialing: { firstDailyAttempts: -1 },
      notifications: { missedCall: 'yes' },
      mood: 1,
    });
    expect(faulty.body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual([
      '/dialing/firstDailyAttempts',
      '/mood',
      '/notifications/missedCall',
    ]);
    expect((await change({ notifications: null })).body.notifications).toEqual({
      missedCall: false,
      voicemail: true,
    });
    expectRefused(await office.call('PATCH', at('settings'), {}, { 'if-match': '"0"' }), 'changed-meanwhile');
  });
});

it('A-8 X-1 a parked run whose queue goes meanwhile is resumed with the work corrected, and not without', async () => {
  const request = fullRequest({ licenses: { kinds: ['lmp', 'fax'] } });
  const { body } = await office.call('POST', at('onboardings'), request);
  expect(await office.follow(body.runId)).toMatchObject({ failure: { step: 'AssignLicenses' } });
  await office.call('POST', at('assets/queue/billing/archive'));
  expect((await conditionally(office.call, 'DELETE', at('assets/queue/billing'))).status).toBe(204);
  const licenses = { kinds: ['lmp'] };
  const resume = (sections: unknown) =>
    office.call('POST', at(`onboardings/${body.runId}/resume`), { sections });
  const refused = await resume({ licenses });
  expectRefused(refused, 'invalid-request');
  expect(refused.body.errors).toEqual([
    { pointer: '/sections/work/queues/1', detail: 'is no ACD queue of this account' },
  ]);
  const work = { campaigns: ['solar'], queues: ['support'] };
  expect((await resume({ licenses, work })).status).toBe(202);
  expect(await office.follow(body.runId)).toMatchObject({ status: 'done', outcome: 'active' });
  const members = await office.call('GET', at('assets/queue/support/members'));
  expect(members.body.items).toMatchObject([{ userId: body.userId }]);
});
