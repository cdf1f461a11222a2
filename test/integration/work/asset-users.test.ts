import { describe, expect, it } from 'vitest';
import { conditionally, expectRefused, hire } from '../access/people.ts';
import { useAssetOffice } from './asset-office.ts';

const { office, call, at, bodyOf, make } = useAssetOffice();

describe('who uses an asset', () => {
  it('B-16 a campaign takes in agent groups that are there; deleting one says by what it is used', async () => {
    const team = await make('agent-group');
    const campaign = await make('campaign', { agentGroups: [team] });
    const path = at(`assets/agent-group/${team}`);
    await call('POST', `${path}/archive`);
    const refusal = await conditionally(call, 'DELETE', path);
    expectRefused(refusal, 'in-use');
    expect(refusal.body.errors).toEqual([{ pointer: '', detail: `the campaign ${campaign}` }]);
    const other = bodyOf('queue', 'q', { agentGroups: [team, 'nowhere'] });
    const unknown = await call('POST', at('assets/queue'), other);
    expect(unknown.body.errors).toEqual([
      { pointer: '/agentGroups/0', detail: 'is archived: restore the agent group first' },
      { pointer: '/agentGroups/1', detail: 'is no agent group of this account' },
    ]);
    const patch = { agentGroups: [] };
    expect((await conditionally(call, 'PATCH', at(`assets/campaign/${campaign}`), patch)).status).toBe(200);
    expect((await conditionally(call, 'DELETE', path)).status).toBe(204);
  });

  it('A-8 assigns members one by one, says who is assigned, and is not deleted under their feet', async () => {
    const queue = await make('queue');
    const path = at(`assets/queue/${queue}`);
    const agent = await hire(office());
    const assign = () => call('PUT', `${path}/members/${agent.userId}`);
    expect([(await assign()).status, (await assign()).status]).toEqual([204, 204]);
    expect((await call('GET', agent.path)).body.sections.work.queues).toEqual([queue]);
    const { body } = await call('GET', `${path}/members`);
    expect(body.items).toMatchObject([{ userId: agent.userId, email: agent.email }]);
    await call('POST', `${path}/archive`);
    const refusal = await conditionally(call, 'DELETE', path);
    expectRefused(refusal, 'in-use');
    expect(refusal.body.errors[0].detail).toContain(`(${agent.userId}) is assigned to it`);
    const late = await hire(office());
    expectRefused(await call('PUT', `${path}/members/${late.userId}`), 'asset-gone');
    expect((await call('DELETE', `${path}/members/${agent.userId}`)).status).toBe(204);
    expect((await conditionally(call, 'DELETE', path)).status).toBe(204);
    expectRefused(await call('PUT', `${path}/members/${late.userId}`), 'not-found');
  });
});
