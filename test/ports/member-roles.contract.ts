import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../core/domain/errors.ts';
import type { MemberFilter, PageRequest, Ports } from '../../core/usecases/ports.ts';
import { changeOf } from './member-samples.ts';
import { pagesOf } from './pages-of.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, LATER, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Store = Parameters<typeof given>[0] & Pick<Ports, 'members' | 'runs' | 'policies'>;

/** Somebody at work, with this role by hand or none. */
const hire = async (ports: Store, accountId: string, firstName: string, role?: string, folderId?: string) => {
  const asked = request({ profile: { firstName, ...(folderId && { folderId }) }, permissions: { role } });
  const run = await given(ports).member(accountId, asked);
  await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
  return run;
};

/** An account with a folder; whom a filter finds there, page by page. */
const office = async (ports: Store) => {
  const accountId = await given(ports).account();
  const folder = await givenPolicy(ports).folder(accountId);
  const names = async (filter: MemberFilter): Promise<string[]> => {
    const pages = await pagesOf((page: PageRequest) => ports.members.list(accountId, filter, page), 2);
    return pages.flat().map(({ firstName }) => firstName);
  };
  return { accountId, folder, names };
};

const role = (byHand: string, ...folders: readonly string[]): MemberFilter => ({
  role: { byHand, folders: new Set(folders) },
});

export const memberRolesContract = (open: OpenStore): void => {
  describe('lists of members of one role', () => {
    it('AP-23 A-14 C-7 by hand, or by folder where there is none by hand', async () => {
      const { ports } = open();
      const { accountId, folder, names } = await office(ports);
      await hire(ports, accountId, 'Ann', 'call-agent');
      await hire(ports, accountId, 'Bo', undefined, folder.id);
      await hire(ports, accountId, 'Cy');
      await hire(ports, accountId, 'Di', 'manager', folder.id);
      for (const filter of [
        { status: 'active' },
        {},
        { location: 'us-east-1' },
        { emailPrefix: '' },
      ] as const) {
        const found = await names({ ...filter, ...role('call-agent', folder.id) });
        expect(found.toSorted()).toEqual(['Ann', 'Bo']);
        expect(await names({ ...filter, ...role('manager') })).toEqual(['Di']);
      }
      expect(await names({ folderId: folder.id, ...role('call-agent', folder.id) })).toEqual(['Bo']);
      expect(await names({ status: 'active', ...role('agent', 'fld_root') })).toEqual(['Cy']);
      const { items } = await ports.members.list(accountId, { status: 'active' }, { limit: 9 });
      expect(items.map((member) => member.role)).toEqual(['call-agent', undefined, undefined, 'manager']);
    });

    it('AP-24 follow a change, and one that leaves none by hand', async () => {
      const { ports } = open();
      const { accountId, names } = await office(ports);
      const ref = await hire(ports, accountId, 'Ann', 'call-agent');
      const become = async (byHand: string | undefined) => {
        const change = await changeOf(ports, ref);
        await ports.members.change({ ...change, member: { ...change.member, role: byHand } }, stampAt());
      };
      await become('manager');
      expect(await names({ status: 'active', ...role('manager') })).toEqual(['Ann']);
      expect(await names({ status: 'active', ...role('call-agent', 'fld_root') })).toEqual([]);
      await become(undefined);
      expect(await names({ status: 'active', ...role('manager') })).toEqual([]);
      expect(await names({ status: 'active', ...role('call-agent', 'fld_root') })).toEqual(['Ann']);
    });

    it('AP-56 follow a run that was corrected after it made the member', async () => {
      const { ports } = open();
      const { accountId, names } = await office(ports);
      for (const [firstName, corrected] of [
        ['Ann', 'manager'],
        ['Bo', undefined],
      ] as const) {
        const asked = request({ profile: { firstName } });
        const run = await given(ports).member(accountId, asked);
        await ports.runs.park(run, { step: 'AssignLicenses', code: 'busy', detail: '' }, LATER, stampAt());
        const sections = { ...asked, permissions: { ...asked.permissions, role: corrected } };
        await ports.runs.resume({ ...run, status: 'failed' }, { sections }, LATER, stampAt());
        const resumed = { ...run, attempt: 2, sections };
        await ports.runs.finish(resumed, { outcome: 'active', administrator: false }, stampAt());
      }
      expect(await names({ status: 'active', ...role('manager') })).toEqual(['Ann']);
      expect(await names({ status: 'active', ...role('call-agent', 'fld_root') })).toEqual(['Bo']);
    });

    it('AP-23 refuse the cursor of a list of another role', async () => {
      const { ports } = open();
      const { accountId } = await office(ports);
      await hire(ports, accountId, 'Ann', 'call-agent');
      await hire(ports, accountId, 'Bo', 'call-agent');
      const list = (filter: MemberFilter, cursor?: string) =>
        ports.members.list(accountId, { status: 'active', ...filter }, { limit: 1, cursor });
      const { nextCursor } = await list(role('call-agent'));
      expect(nextCursor).toBeDefined();
      expect((await list(role('call-agent'), nextCursor)).items).toMatchObject([{ firstName: 'Bo' }]);
      for (const filter of [{}, role('manager')])
        await expect(list(filter, nextCursor)).rejects.toThrow(InvalidRequest);
    });
  });
};
