import { describe, expect, it } from 'vitest';
import { ChangedMeanwhile, RunNotFailed, UserExists } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import type { OpenRun } from '../../core/domain/run.ts';
import type { Ports } from '../../core/usecases/ports.ts';
import { givenPolicy } from './policy-samples.ts';
import { DUE, given, idempotency, LATER, newRun, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Store = Pick<Ports, 'accounts' | 'policies'>;

/** An account with a role, a folder and a group of its own, and a request that uses all three. */
const placeToUse = async (ports: Pick<Ports, 'runs' | 'members' | 'seats'> & Store) => {
  const accountId = await given(ports).account();
  const role = await givenPolicy(ports).role(accountId);
  const folder = await givenPolicy(ports).folder(accountId);
  const group = await givenPolicy(ports).group(accountId);
  const asked = () =>
    request({
      profile: { folderId: folder.id },
      permissions: { role: role.id, groups: [group.id] },
    });
  return { accountId, role, folder, group, uses: [role, folder, group], asked };
};

const userIds = async ({ policies }: Store, accountId: string, use: Parameters<typeof policies.users>[1]) =>
  (await policies.users(accountId, use, 10)).map(({ userId }) => userId);

const failed = async (ports: Pick<Ports, 'runs'>, run: OpenRun): Promise<OpenRun> => {
  const failure = { step: 'AssignLicenses', code: 'busy', detail: '' } as const;
  await ports.runs.park(run, failure, DUE, stampAt());
  return { ...run, status: 'failed', failure };
};

export const usesContract = (open: OpenStore): void => {
  describe('what a run uses', () => {
    it('AP-53 is taken at the door, and cannot be deleted from then on', async () => {
      const { ports } = open();
      const { accountId, uses, asked } = await placeToUse(ports);
      const run = await given(ports).run(accountId, asked());
      for (const use of uses) {
        expect(await userIds(ports, accountId, use)).toEqual([run.userId]);
        expect(await givenPolicy(ports).deleted(accountId, use)).toBe('in-use');
      }
      expect((await ports.runs.read(run))?.folderId).toBe(run.sections.profile.folderId);
    });

    it('AP-53 is refused when it has been deleted, and nothing is stored or claimed', async () => {
      const { ports } = open();
      const { accountId, role, folder, asked } = await placeToUse(ports);
      await givenPolicy(ports).deleted(accountId, role);
      const run = newRun(accountId, asked());
      const key = idempotency();
      await expect(ports.runs.start(run, DUE, stampAt(), key)).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.runs.read(run)).toBeUndefined();
      expect(await ports.replays.find(key)).toBeUndefined();
      expect(await userIds(ports, accountId, folder)).toEqual([]);
      const { email, loginId } = run.sections.profile;
      await expect(
        given(ports).run(accountId, request({ profile: { email, loginId } })),
      ).resolves.toBeDefined();
    });

    it('AP-53 comes after an email that is taken, among the reasons to refuse', async () => {
      const { ports } = open();
      const { accountId, role, asked } = await placeToUse(ports);
      const run = await given(ports).run(accountId, asked());
      const gone = { ...run.sections.permissions, role: newId('role') };
      const again = newRun(accountId, { ...run.sections, permissions: gone });
      await expect(ports.runs.start(again, DUE, stampAt())).rejects.toThrow(UserExists);
      expect(await userIds(ports, accountId, role)).toEqual([run.userId]);
    });

    it('AP-53 AP-61 of starting a run and deleting its role at once, one fails', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      for (let count = 0; count < 5; count += 1) {
        const role = await givenPolicy(ports).role(accountId);
        const run = newRun(accountId, request({ permissions: { role: role.id } }));
        const [started, deleted] = await Promise.all([
          ports.runs.start(run, DUE, stampAt()).then(
            () => 'started',
            (error: unknown) => Object(error).code,
          ),
          givenPolicy(ports).deleted(accountId, role),
        ]);
        expect([
          ['started', 'in-use'],
          ['changed-meanwhile', 'changed'],
        ]).toContainEqual([started, deleted]);
      }
    });

    it('AP-54 follows a corrected folder, role or group, and a corrected name', async () => {
      const { ports } = open();
      const { accountId, role, folder, group, asked } = await placeToUse(ports);
      const run = await failed(ports, await given(ports).run(accountId, asked()));
      const next = await givenPolicy(ports).folder(accountId, folder.id);
      const { profile, permissions } = run.sections;
      const sections = {
        ...run.sections,
        profile: { ...profile, firstName: 'Eva', folderId: next.id },
        permissions: { ...permissions, groups: [] },
      };
      await ports.runs.resume(run, { sections }, DUE, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ folderId: next.id, sections });
      expect(await userIds(ports, accountId, folder)).toEqual([]);
      expect(await userIds(ports, accountId, group)).toEqual([]);
      const ours = [{ userId: run.userId, name: 'Eva Ruiz' }];
      expect(await ports.policies.users(accountId, next, 5)).toEqual(ours);
      expect(await ports.policies.users(accountId, role, 5)).toEqual(ours);
    });

    it('AP-54 is refused when a corrected one has been deleted, and the run stays failed', async () => {
      const { ports } = open();
      const { accountId, folder, asked } = await placeToUse(ports);
      const run = await failed(ports, await given(ports).run(accountId, asked()));
      const gone = await givenPolicy(ports).folder(accountId);
      await givenPolicy(ports).deleted(accountId, gone);
      const profile = { ...run.sections.profile, folderId: gone.id };
      const corrected = { sections: { ...run.sections, profile } };
      await expect(ports.runs.resume(run, corrected, DUE, stampAt())).rejects.toThrow(ChangedMeanwhile);
      expect(await ports.runs.read(run)).toMatchObject({ status: 'failed', folderId: folder.id });
      expect(await userIds(ports, accountId, folder)).toEqual([run.userId]);
      await ports.runs.beginDiscard(run, DUE, stampAt());
      await expect(ports.runs.resume(run, corrected, DUE, stampAt())).rejects.toThrow(RunNotFailed);
    });

    it('AP-59 is given up with the discard, once', async () => {
      const { ports } = open();
      const { accountId, uses, asked } = await placeToUse(ports);
      const other = await given(ports).run(accountId, asked());
      const run = await failed(ports, await given(ports).run(accountId, asked()));
      await ports.runs.beginDiscard(run, LATER, stampAt());
      for (const use of uses) expect(await userIds(ports, accountId, use)).toContain(run.userId);
      await ports.runs.endDiscard(run, stampAt());
      await ports.runs.endDiscard(run, stampAt());
      for (const use of uses) {
        expect(await userIds(ports, accountId, use)).toEqual([other.userId]);
        expect(await givenPolicy(ports).deleted(accountId, use)).toBe('in-use');
      }
    });

    it('AP-59 leaves nothing that would keep a role, a folder or a group', async () => {
      const { ports } = open();
      const { accountId, uses, asked } = await placeToUse(ports);
      const run = await failed(ports, await given(ports).run(accountId, asked()));
      await ports.runs.beginDiscard(run, LATER, stampAt());
      await ports.runs.endDiscard(run, stampAt());
      for (const use of uses) expect(await givenPolicy(ports).deleted(accountId, use)).toBe('changed');
    });

    it('AP-59 does not keep a run from being discarded when it was never taken', async () => {
      const { ports } = open();
      const { accountId, role, asked } = await placeToUse(ports);
      const run = await failed(ports, await given(ports).run(accountId, asked()));
      await ports.runs.beginDiscard(run, LATER, stampAt());
      const folder = await givenPolicy(ports).folder(accountId);
      await ports.runs.endDiscard({ ...run, folderId: folder.id }, stampAt());
      expect(await ports.runs.read(run)).toMatchObject({ status: 'discarded' });
      expect(await givenPolicy(ports).deleted(accountId, folder)).toBe('changed');
      expect(await givenPolicy(ports).deleted(accountId, role)).toBe('changed');
    });
  });
};
