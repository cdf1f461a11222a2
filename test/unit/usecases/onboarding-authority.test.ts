import { describe, expect, it } from 'vitest';
import { InvalidRequest, MoreThanHeld, NotFound, NotInFolder } from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import type { Sections } from '../../../core/domain/sections/index.ts';
import { listMembers } from '../../../core/usecases/list-members.ts';
import { listOnboardings } from '../../../core/usecases/list-onboardings.ts';
import { type Known, refuseOnboarding } from '../../../core/usecases/refuse-onboarding.ts';
import { resumeOnboarding } from '../../../core/usecases/resume-onboarding.ts';
import { requireRun, requireRunControl } from '../../../core/usecases/see-run.ts';
import { startOnboarding } from '../../../core/usecases/start-onboarding.ts';
import { furnish } from '../../ports/asset-samples.ts';
import { given, request } from '../../ports/samples.ts';
import { folderNamed, groupNamed, policyOf } from '../authorization/policies.ts';
import { openCompany, stampBy } from './company.ts';

const [NORTH, SOUTH, GROUP] = [newId('folder'), newId('folder'), newId('group')];

/** A manager who may do everything in the north, and little elsewhere; somebody like them whose work a group narrows. */
const office = async () => {
  const company = await openCompany();
  const { ports, hire, authority, accountId, setPolicy } = company;
  await setPolicy(({ accountId: id, version }) => ({
    ...policyOf({
      root: { role: 'agent' },
      folders: [folderNamed('north', { folderId: NORTH }), folderNamed('south', { folderId: SOUTH })],
      groups: [{ ...groupNamed('g', [NORTH], ['campaign/spring']), groupId: GROUP }],
    }),
    accountId: id,
    version,
  }));
  const boss = await hire({ role: 'administrator' });
  const pages = ['call-log', 'callback-calendar', 'messages'] as const;
  const keeper = await hire({ role: 'manager', pages: [...pages] }, { profile: { folderId: NORTH } });
  const lists = { read: [keeper.userId], write: [keeper.userId], store: [keeper.userId] };
  await setPolicy((policy) => ({
    ...policy,
    folders: { ...policy.folders, [NORTH]: folderNamed('north', { folderId: NORTH, access: lists }) },
  }));
  const asked = (folderId: string, more: Parameters<typeof request>[0] = {}) =>
    request({ ...more, profile: { folderId }, permissions: { role: undefined, ...more.permissions } });
  const start = async (who: { userId: string }, sections: Sections) =>
    startOnboarding(ports)(await authority(who), sections, stampBy(who));
  return { ...company, boss, keeper, asked, start, accountId };
};

describe('C-37 C-56 C-57 whoever adds users', () => {
  it('may read, write and store in the folder', async () => {
    const { start, keeper, asked, boss } = await office();
    await expect(start(keeper, asked(NORTH))).resolves.toMatchObject({ folderId: NORTH });
    await expect(start(keeper, asked(SOUTH))).rejects.toThrow(InvalidRequest);
    await expect(start(keeper, asked(ROOT_FOLDER))).rejects.toThrow(/read, write, store/);
    await expect(start(boss, asked(SOUTH))).resolves.toBeDefined();
  });

  it('D-31 learns nothing of who exists where they may add nobody', async () => {
    const { start, keeper, asked, boss } = await office();
    const taken = request({ profile: { email: boss.sections.profile.email, folderId: SOUTH } });
    await expect(start(keeper, taken)).rejects.toThrow(InvalidRequest);
    await expect(start(keeper, asked(newId('folder')))).rejects.toThrow(InvalidRequest);
  });

  it.each<[string, Parameters<typeof request>[0]]>([
    ['a permission', { permissions: { grants: ['manage-voip'] } }],
    ['a page', { permissions: { pages: ['billing'] } }],
    ['a role', { permissions: { role: 'report-manager' } }],
    ['the administrator’s role', { permissions: { role: 'administrator' } }],
    ['a data-view level', { permissions: { dataViewLevel: 'account' } }],
    ['a site permission level', { permissions: { sitePermissionLevel: 'administrator' } }],
  ])('X-4 gives %s only if they hold it', async (_, more) => {
    const { start, keeper, asked, boss, database } = await office();
    const before = database.runs.size;
    await expect(start(keeper, asked(NORTH, more))).rejects.toThrow(MoreThanHeld);
    expect(database.runs.size).toBe(before);
    await expect(start(boss, asked(NORTH, more))).resolves.toBeDefined();
  });

  it('X-4 D-4 assigns only work that they reach', async () => {
    const { ports, accountId, start, hire, asked, setPolicy } = await office();
    await furnish(ports, accountId, [{ kind: 'campaign', key: 'spring' }]);
    const narrow = await hire(
      { role: 'agent', grants: ['create-user'], groups: [GROUP] },
      { profile: { folderId: NORTH } },
    );
    const lists = { read: [narrow.userId], write: [narrow.userId], store: [narrow.userId] };
    await setPolicy((policy) => ({
      ...policy,
      folders: { ...policy.folders, [NORTH]: folderNamed('north', { folderId: NORTH, access: lists }) },
    }));
    const joined = { role: 'agent', groups: [GROUP] };
    const work = (campaigns: readonly string[]) => ({ permissions: joined, work: { campaigns } });
    await expect(start(narrow, asked(NORTH, work(['spring'])))).resolves.toBeDefined();
    const refusal = await start(narrow, asked(NORTH, work(['spring', 'summer']))).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(MoreThanHeld);
    expect(refusal).toMatchObject({
      faults: [{ pointer: '/work', detail: 'assigns work beyond your reach: summer' }],
    });
    await expect(start(narrow, asked(NORTH, { permissions: { role: 'agent' } }))).rejects.toThrow(
      MoreThanHeld,
    );
  });

  it('names a manager of the account, if any', async () => {
    const { start, boss, keeper, asked } = await office();
    const employee = (managerUserId: string) => asked(NORTH, { employee: { managerUserId } });
    await expect(start(boss, employee(keeper.userId))).resolves.toBeDefined();
    await expect(start(boss, employee(newId('user')))).rejects.toThrow(InvalidRequest);
  });
});

describe('X-4 whoever lets a run go on', () => {
  it('holds all that the new member gets, though they correct nothing', async () => {
    const { ports, authority, keeper, boss, asked, accountId } = await office();
    const rich = asked(NORTH, { permissions: { grants: ['manage-voip'] } });
    const run = await given(ports).failedRun(accountId, rich);
    const resume = async (who: { userId: string }) => {
      const acting = await authority(who);
      const permit = (sections: Sections, known: Known) =>
        refuseOnboarding(ports)(acting, sections, '/sections', known);
      return resumeOnboarding(ports)(run, {}, permit, stampBy(who));
    };
    const refusal = await resume(keeper).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(MoreThanHeld);
    expect(refusal).toMatchObject({ faults: [{ pointer: '/sections/permissions' }, expect.anything()] });
    expect(await ports.runs.read(run)).toMatchObject({ status: 'failed', attempt: 1 });
    await expect(resume(boss)).resolves.toMatchObject({ status: 'running', attempt: 2 });
  });

  it('C-57 may put users into its folder, and sees it', async () => {
    const { ports, authority, keeper, boss, asked, accountId } = await office();
    const [north, south] = [
      await given(ports).failedRun(accountId, asked(NORTH)),
      await given(ports).failedRun(accountId, asked(SOUTH)),
    ];
    const control = async (run: { runId: string }, who = keeper) =>
      requireRunControl(ports)(await authority(who), { accountId, runId: run.runId });
    await expect(control(north)).resolves.toBeUndefined();
    await expect(control(south)).rejects.toThrow(NotFound);
    await expect(control(south, boss)).resolves.toBeUndefined();
    await expect(control({ runId: newId('run') }, boss)).rejects.toThrow(NotFound);
  });

  it('C-57 cannot, though they asked for it, once they may not any more', async () => {
    const { ports, authority, keeper, start, asked, accountId, setPolicy } = await office();
    const run = await start(keeper, asked(NORTH));
    await setPolicy((policy) => ({
      ...policy,
      folders: { ...policy.folders, [NORTH]: folderNamed('north', { folderId: NORTH }) },
    }));
    const acting = await authority(keeper);
    await expect(requireRun(ports)(acting, { accountId, runId: run.runId })).resolves.toBeDefined();
    await expect(requireRunControl(ports)(acting, { accountId, runId: run.runId })).rejects.toThrow(
      NotInFolder,
    );
  });
});

describe('D-4 lists', () => {
  it('of runs show those in reach, and those one has asked for', async () => {
    const { ports, authority, keeper, boss, asked, start, hire } = await office();
    const [north, south] = [await start(boss, asked(NORTH)), await start(boss, asked(SOUTH))];
    const seen = async (who: { userId: string }) => {
      const { items } = await listOnboardings(ports)(await authority(who), { status: 'running', limit: 10 });
      return items.map(({ runId }) => runId);
    };
    expect(await seen(keeper)).toEqual([north.runId]);
    expect((await seen(boss)).sort()).toEqual([north.runId, south.runId].sort());
    expect(await seen(await hire())).toEqual([]);
  });

  it('of members show those in reach, and oneself', async () => {
    const { ports, authority, keeper, boss, hire } = await office();
    const agent = await hire({}, { profile: { folderId: SOUTH } });
    const seen = async (who: { userId: string }) => {
      const { items } = await listMembers(ports)(await authority(who), { status: 'active', limit: 10 });
      return items.map(({ userId }) => userId);
    };
    expect(await seen(keeper)).toEqual([keeper.userId]);
    expect(await seen(agent)).toEqual([agent.userId]);
    expect(await seen(boss)).toHaveLength(3);
  });
});
