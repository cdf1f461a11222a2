import { beforeAll, describe, expect, it } from 'vitest';
import type { LicenseKind } from '../../../core/domain/licenses.ts';
import { type Colleague, expectRefused, welcome } from '../access/people.ts';
import { type Office, openOffice } from '../office.ts';
import { useSharedCloud } from '../shared-cloud.ts';
import { eventually, hireWith, own, poolOf, statesOf, statusOf } from './seats.ts';

const cloud = useSharedCloud();
let office: Office;
beforeAll(async () => {
  office = await openOffice(cloud(), { pools: { lmp: 50, dialer: 50, voip: 50, email: 50, desktop: 1 } });
});

const assign = ({ call }: Office, { path }: Colleague, kind: LicenseKind) =>
  call('PUT', `${path}/licenses/${kind}`);
const takeBack = ({ call }: Office, { path }: Colleague, kind: LicenseKind) =>
  call('DELETE', `${path}/licenses/${kind}`);
const switchTo = ({ call }: Pick<Office, 'call'>, { path }: Colleague, enabled: boolean) =>
  call('PUT', `${path}/agent-features`, { enabled });
const preview = ({ call }: Pick<Office, 'call'>, { path }: Colleague, enabled: boolean) =>
  call('POST', `${path}/agent-features/preview`, { enabled });

describe('licenses one by one', () => {
  it('A-2 C-44 an active member gets a seat of one more kind, and a sign-in’s worth of a concurrent one', async () => {
    const agent = await hireWith(office, ['lmp']);
    const before = await poolOf(office, 'email');
    const answer = await assign(office, agent, 'email');
    expect(answer).toMatchObject({ status: 200, body: { userId: agent.userId, agentFeatures: true } });
    expect((await assign(office, agent, 'desktop')).status).toBe(200);
    expect((await assign(office, agent, 'email')).status).toBe(200);
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held', email: 'held', desktop: 'at-sign-in' });
    expect((await poolOf(office, 'email')).assigned).toBe(before.assigned + 1);
    expect((await takeBack(office, agent, 'email')).status).toBe(200);
    expect((await takeBack(office, agent, 'email')).status).toBe(200);
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held', desktop: 'at-sign-in' });
    expect((await poolOf(office, 'email')).assigned).toBe(before.assigned);
  });

  it('A-2 A-23 a deactivated member gets with the base license all that they are to hold, and signs in again', async () => {
    const agent = await welcome(cloud(), office, { licenses: { kinds: ['lmp', 'voip'] } });
    expect((await takeBack(office, agent, 'lmp')).status).toBe(200);
    expect(await office.call('GET', agent.path)).toMatchObject({
      body: { status: 'deactivated', deactivationReason: 'license-taken-back' },
    });
    expectRefused(await agent.call('GET', agent.path), 'member-not-active');
    expect((await assign(office, agent, 'email')).status).toBe(200);
    expect(await statesOf(office, agent)).toEqual({
      lmp: 'given-back',
      voip: 'given-back',
      email: 'given-back',
    });
    expect((await assign(office, agent, 'lmp')).status).toBe(200);
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held', voip: 'held', email: 'held' });
    expect((await agent.call('GET', agent.path)).body).toMatchObject({ status: 'active' });
  });

  it('A-23 a deactivated member is made active again, or waits; a repeat does nothing', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 2 } });
    const agent = await hireWith(small, ['lmp']);
    const reactivate = () => small.call('POST', `${agent.path}/reactivate`);
    await takeBack(small, agent, 'lmp');
    expect(await reactivate()).toMatchObject({
      status: 200,
      body: { licenses: [{ kind: 'lmp', state: 'held' }] },
    });
    expect((await reactivate()).status).toBe(200);
    expect(await statusOf(small, agent)).toBe('active');
    await takeBack(small, agent, 'lmp');
    await hireWith(small, ['lmp']);
    expect(await reactivate()).toMatchObject({
      body: { licenses: [{ kind: 'lmp', state: 'waiting' }], waiting: { ahead: 0, missing: ['lmp'] } },
    });
    expect((await small.call('GET', agent.path)).body.deactivationReason).toBe('no-license');
    await own(small, { lmp: 3 });
    await eventually(async () => expect(await statusOf(small, agent)).toBe('active'));
  });

  it('X-3 an active member goes on while they wait for one more; who waits can wait for more', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 2, voip: 0 } });
    const agent = await hireWith(small, ['lmp']);
    await assign(small, agent, 'voip');
    expect(await statesOf(small, agent)).toEqual({ lmp: 'held', voip: 'waiting' });
    expect(await statusOf(small, agent)).toBe('active');
    const third = await hireWith(small, ['lmp']);
    await assign(small, third, 'voip');
    expect(await statesOf(small, third)).toEqual({ lmp: 'waiting', voip: 'waiting' });
    expect(await poolOf(small, 'voip')).toMatchObject({ assigned: 0, waiting: 2 });
    await own(small, { lmp: 3, voip: 1 });
    await eventually(async () => expect(await statesOf(small, agent)).toEqual({ lmp: 'held', voip: 'held' }));
    await takeBack(small, third, 'voip');
    await eventually(async () => expect(await statesOf(small, third)).toEqual({ lmp: 'held' }));
    expect(await statusOf(small, third)).toBe('active');
  });

  it('E-21 the last administrator keeps their base license; nobody suspended gets one', async () => {
    const agent = await hireWith(office, ['lmp', 'voip']);
    const boss = { path: `/accounts/${office.accountId}/members/${office.administrator.userId}` };
    expectRefused(await office.call('DELETE', `${boss.path}/licenses/lmp`), 'last-administrator');
    expect(await statusOf(office, boss)).toBe('active');
    await office.call('POST', `${agent.path}/suspend`);
    expectRefused(await assign(office, agent, 'email'), 'wrong-member-status');
    expectRefused(await office.call('POST', `${agent.path}/reactivate`), 'wrong-member-status');
    expect((await takeBack(office, agent, 'voip')).status).toBe(200);
    expect(await statusOf(office, agent)).toBe('suspended');
  });

  it('C-44 nobody is assigned the license of an app, or of a kind that there is not', async () => {
    const agent = await hireWith(office, ['lmp']);
    for (const kind of ['crm', 'gold']) {
      const answer = await office.call('PUT', `${agent.path}/licenses/${kind}`);
      expect([kind, answer.status]).toEqual([kind, 404]);
    }
  });
});

describe('agent features', () => {
  it('B-2 B-3 B-4 are previewed, and turned off and on by administrators and by oneself', async () => {
    const agent = await welcome(cloud(), office, { licenses: { kinds: ['lmp', 'dialer', 'voip'] } });
    const before = await poolOf(office, 'voip');
    const freed = { agentFeatures: false, frees: ['dialer', 'voip'], takes: [], waitsFor: [], missing: [] };
    expect((await preview(office, agent, false)).body).toEqual(freed);
    expect((await preview(agent, agent, false)).body).toEqual(freed);
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held', dialer: 'held', voip: 'held' });

    expect((await switchTo(agent, agent, false)).status).toBe(200);
    expect((await switchTo(agent, agent, false)).status).toBe(200);
    expect(await statesOf(agent, agent)).toEqual({ lmp: 'held', dialer: 'off', voip: 'off' });
    expect(await poolOf(office, 'voip')).toMatchObject({
      assigned: before.assigned - 1,
      free: before.free + 1,
    });

    const taken = { agentFeatures: true, frees: [], takes: ['dialer', 'voip'], waitsFor: [], missing: [] };
    expect((await preview(office, agent, true)).body).toEqual(taken);
    expect((await switchTo(office, agent, true)).status).toBe(200);
    expect(await statesOf(office, agent)).toEqual({ lmp: 'held', dialer: 'held', voip: 'held' });
    expect(await poolOf(office, 'voip')).toEqual(before);
    const other = await hireWith(office, ['lmp']);
    expectRefused(await switchTo(agent, other, false), 'forbidden');
  });

  it('B-2 say what one would wait for, and that is what one then waits for', async () => {
    const small = await openOffice(cloud(), { pools: { lmp: 3, voip: 1 } });
    const agent = await hireWith(small, ['lmp', 'voip']);
    await switchTo(small, agent, false);
    const second = await hireWith(small, ['lmp', 'voip']);
    expect((await preview(small, agent, true)).body).toMatchObject({
      takes: [],
      waitsFor: ['voip'],
      missing: ['voip'],
    });
    await switchTo(small, agent, true);
    expect(await statesOf(small, agent)).toEqual({ lmp: 'held', voip: 'waiting' });
    await switchTo(small, second, false);
    await eventually(async () => expect(await statesOf(small, agent)).toEqual({ lmp: 'held', voip: 'held' }));
  });
});
