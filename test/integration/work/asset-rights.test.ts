import { beforeAll, describe, expect, it } from 'vitest';
import type { AssetKind } from '../../../core/domain/asset-kinds.ts';
import { conditionally, expectRefused, type Person, welcome } from '../access/people.ts';
import { unique } from '../office.ts';
import { useAssetOffice } from './asset-office.ts';

const { cloud, office, call, at, bodyOf, make } = useAssetOffice();

describe('who may make, change and see an asset', () => {
  const asKeeper = (grants: readonly string[]) => ({ role: 'manager', grants: [...grants] });
  let keeper: Person;
  beforeAll(async () => {
    keeper = await welcome(cloud(), office(), { permissions: asKeeper(['add-queue', 'manage-voip']) });
  });

  it('C-25 C-27 C-63 whoever makes a queue may change it; the others only if its access list names them', async () => {
    const mine = await make('queue', {}, keeper.call);
    const theirs = await make('queue');
    const rename = (key: string) =>
      conditionally(keeper.call, 'PATCH', at(`assets/queue/${key}`), { name: 'Renamed' });
    expect((await rename(mine)).status).toBe(200);
    expectRefused(await rename(theirs), 'not-on-access-list');
    expectRefused(await keeper.call('POST', at(`assets/queue/${theirs}/archive`)), 'not-on-access-list');
    await conditionally(call, 'PUT', at(`access-lists/queue/${theirs}`), {
      subjects: [keeper.userId],
    });
    expect((await rename(theirs)).status).toBe(200);
  });

  it('C-27 C-29 each kind takes its own permission to make, which the catalogue names, and to change', async () => {
    const { assetKinds } = (await call('GET', '/catalogue')).body;
    const refused = assetKinds.flatMap(({ kind, create }: { kind: AssetKind; create: string }) =>
      ['add-queue', 'manage-voip'].includes(create) ? [] : [kind],
    );
    expect(refused).toEqual(expect.arrayContaining(['campaign', 'agent-status', 'schedule', 'number']));
    for (const kind of refused)
      expectRefused(await keeper.call('POST', at(`assets/${kind}`), bodyOf(kind, 'k')), 'forbidden');
    const campaign = at(`assets/campaign/${await make('campaign')}`);
    expectRefused(await conditionally(keeper.call, 'PATCH', campaign, { name: 'Mine' }), 'forbidden');
    const sip = await make('sip-client', {}, keeper.call);
    expect((await keeper.call('POST', at(`assets/sip-client/${sip}/archive`))).status).toBe(200);
  });

  it('D-4 whoever’s groups narrow their work sees no other, and makes none', async () => {
    const [inside, outside] = [await make('queue'), await make('queue')];
    const group = { name: `Narrow ${unique()}`, folders: ['fld_root'], work: [`queue/${inside}`] };
    const { groupId } = (await call('POST', at('groups'), group)).body;
    const permissions = { role: 'agent', groups: [groupId], grants: ['manage-voip', 'add-queue'] };
    const narrow = await welcome(cloud(), office(), { permissions });
    const { body } = await narrow.call('GET', at('assets/queue'));
    expect(body.items.map(({ key }: { key: string }) => key)).toEqual([inside]);
    expect((await narrow.call('GET', at(`assets/queue/${inside}`))).status).toBe(200);
    expectRefused(await narrow.call('GET', at(`assets/queue/${outside}`)), 'not-found');
    expectRefused(await narrow.call('POST', at('assets/queue'), bodyOf('queue', 'new')), 'more-than-held');
    const schedule = await make('schedule');
    expect((await narrow.call('GET', at(`assets/schedule/${schedule}`))).status).toBe(200);
  });
});
