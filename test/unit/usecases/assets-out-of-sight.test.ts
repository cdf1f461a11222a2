import { expect, it } from 'vitest';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { dialing } from '../../../core/domain/sections/dialing.ts';
import { work } from '../../../core/domain/sections/work.ts';
import { changeAccountDefaults } from '../../../core/usecases/change-account-defaults.ts';
import { deleteAsset } from '../../../core/usecases/delete-asset.ts';
import { sectionFaults } from '../../../core/usecases/section-faults.ts';
import { workFaults } from '../../../core/usecases/work-faults.ts';
import { furnish } from '../../ports/asset-samples.ts';
import { inMemory } from '../../ports/in-memory.ts';
import { given, stampAt } from '../../ports/samples.ts';
import { administratorOf, authorityOf, byHand, memberIn } from '../authorization/authorities.ts';
import { groupNamed, policyOf } from '../authorization/policies.ts';

const GROUP = newId('group');

/** An account with two campaigns and a group of agents, and somebody whose own group leaves them one campaign and that group. */
const office = async () => {
  const { ports } = inMemory();
  const accountId = await given(ports).account();
  await furnish(ports, accountId, [
    { kind: 'campaign', key: 'seen' },
    { kind: 'campaign', key: 'hidden' },
    { kind: 'agent-group', key: 'team' },
  ]);
  const groups = [
    { ...groupNamed('north', [ROOT_FOLDER], ['campaign/seen', 'agent-group/team']), groupId: GROUP },
  ];
  const policy = { ...policyOf({ root: { role: 'call-agent' }, groups }), accountId };
  const grants = byHand({ role: 'call-manager', grants: ['manage-work'], groups: [GROUP] });
  return { ports, accountId, authority: authorityOf(policy, memberIn(ROOT_FOLDER, { byHand: grants })) };
};

it('D-4 A-6 settings name no work out of sight: it is told like what is not there', async () => {
  const { ports, authority } = await office();
  const campaigns = ['seen', 'hidden', 'missing'].map((campaign) => ({ campaign, percent: 5 }));
  const after = {
    dialing: dialing.parse({ callRecording: { inboundPercent: 1, outboundPercent: 1, campaigns } }),
  };
  const faults = await sectionFaults(ports)(authority, { before: {}, after }, '');
  expect(faults).toEqual(
    [1, 2].map((index) => ({
      pointer: `/dialing/callRecording/campaigns/${index}/campaign`,
      detail: 'is no campaign of this account',
    })),
  );
});

it('A-8 what settings name and is archived since is not assigned newly', async () => {
  const { ports, accountId, authority } = await office();
  const found = await ports.assets.read({ accountId, kind: 'campaign', key: 'seen' });
  if (found === undefined) throw new Error('There is no such campaign.');
  await ports.assets.change(found, { ...found, archived: true, version: found.version + 1 }, stampAt());
  const campaigns = [{ campaign: 'seen', percent: 5 }];
  const before = {
    dialing: dialing.parse({ callRecording: { inboundPercent: 1, outboundPercent: 1, campaigns } }),
  };
  const after = { ...before, work: work.parse({ campaigns: ['seen'] }) };
  expect(await sectionFaults(ports)(authority, { before, after }, '')).toEqual([
    { pointer: '/work/campaigns/0', detail: 'is archived: restore the campaign first' },
  ]);
});

it('X-4 D-4 how many calls of a campaign out of sight are recorded stays as it is', async () => {
  const { ports, accountId, authority } = await office();
  const recording = (percent: number, inboundPercent = 1) => ({
    dialing: {
      callRecording: { inboundPercent, outboundPercent: 1, campaigns: [{ campaign: 'hidden', percent }] },
    },
  });
  const change = changeAccountDefaults(ports);
  await change(administratorOf(accountId), 0, recording(5), stampAt());
  for (const patch of [recording(6), { dialing: null }])
    await expect(change(authority, 1, patch, stampAt())).rejects.toMatchObject({
      code: 'more-than-held',
      faults: [
        {
          pointer: '/dialing/callRecording/campaigns',
          detail: 'changes what counts for hidden, beyond your reach',
        },
      ],
    });
  await change(authority, 1, recording(5, 50), stampAt());
});

it('D-4 whoever deletes what is in use learns nothing of work out of sight that uses it', async () => {
  const { ports, accountId, authority } = await office();
  const taken = { agentGroups: ['team'] };
  for (const key of ['seen', 'hidden']) {
    const found = await ports.assets.read({ accountId, kind: 'campaign', key });
    if (found === undefined) throw new Error('There is no such campaign.');
    await ports.assets.change(found, { ...found, ...taken, version: found.version + 1 }, stampAt());
  }
  const team = await ports.assets.read({ accountId, kind: 'agent-group', key: 'team' });
  if (team === undefined) throw new Error('There is no such group.');
  await ports.assets.change(team, { ...team, archived: true, version: team.version + 1 }, stampAt());
  await expect(deleteAsset(ports)(authority, team, team.version + 1)).rejects.toMatchObject({
    code: 'in-use',
    faults: expect.toSatisfy(
      (faults: { detail: string }[]) =>
        faults
          .map(({ detail }) => detail)
          .sort()
          .join() === 'the campaign seen,work that you do not see',
    ),
  });
});

it('X-4 B-16 D-4 nobody is assigned to, or taken off, a group of agents that brings work out of sight', async () => {
  const { ports, accountId, authority } = await office();
  const take = async (key: string) => {
    const found = (await ports.assets.read({ accountId, kind: 'campaign', key })) ?? expect.fail();
    const taking = { ...found, agentGroups: ['team'], version: found.version + 1 };
    await ports.assets.change(found, taking, stampAt());
    return taking;
  };
  const [none, some] = [{ work: work.parse({}) }, { work: work.parse({ agentGroups: ['team'] }) }];
  const faults = (before: object, after: object, by = authority) =>
    workFaults(ports)(by, { before, after }, '/sections');
  await take('seen');
  expect(await faults(none, some)).toEqual([]);
  const hidden = await take('hidden');
  const refused = [
    { pointer: '/sections/work', detail: 'assigns agent groups that bring work beyond your reach: team' },
  ];
  expect([await faults(none, some), await faults(some, none)]).toEqual([refused, refused]);
  // What stays is nobody's business, and whoever sees everything may do it.
  expect(await faults(some, some)).toEqual([]);
  expect(await faults(none, some, administratorOf(accountId))).toEqual([]);
  // It may be restored.
  await ports.assets.change(hidden, { ...hidden, archived: true, version: hidden.version + 1 }, stampAt());
  expect(await faults(none, some)).toEqual(refused);
});
