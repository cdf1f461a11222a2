import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { fullName } from '../../core/domain/sections/profile.ts';
import type { MemberFilter, PageRequest, Ports } from '../../core/usecases/ports.ts';
import { changesOf, sayingsOf } from './cursors.ts';
import { pagesOf } from './pages-of.ts';
import { fullRequest, given, personOf, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

const people = async (ports: Parameters<typeof given>[0], accountId: string, names: readonly string[]) => {
  for (const name of names) {
    const [firstName = '', lastName = ''] = name.split(' ');
    await given(ports).member(accountId, request({ profile: { firstName, lastName } }));
  }
};

const namesFrom =
  ({ members }: Pick<Ports, 'members'>, accountId: string) =>
  async (namePrefix?: string): Promise<string[]> => {
    const { items } = await members.list(accountId, { status: 'onboarding', namePrefix }, { limit: 50 });
    return items.map(fullName);
  };

export const listsContract = (open: OpenStore): void => {
  describe('lists of runs', () => {
    it('AP-51 lists the runs of this account only, newest first, without end or overlap', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const made: string[] = [];
      for (let count = 0; count < 5; count += 1) made.unshift((await given(ports).run(accountId)).runId);
      await given(ports).run();
      const pages = await pagesOf((page) => ports.runs.list(accountId, undefined, page), 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
      expect(pages.flat().map(({ runId }) => runId)).toEqual([...made].sort().reverse());
    });

    it('AP-51 lists the runs of one status, without their requests', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await given(ports).run(accountId, fullRequest());
      const { sections: _, ...failed } = await given(ports).failedRun(accountId, fullRequest());
      const { items } = await ports.runs.list(accountId, 'failed', { limit: 10 });
      expect(items).toEqual([failed]);
      const pages = await pagesOf((page) => ports.runs.list(accountId, 'failed', page), 1);
      expect(pages).toEqual([[failed]]);
    });

    it('AP-51 has no further page after one that ends with the list', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await given(ports).run(accountId);
      await given(ports).run(accountId);
      expect(await pagesOf((page) => ports.runs.list(accountId, 'running', page), 2)).toHaveLength(1);
      expect((await ports.runs.list(newId('account'), undefined, { limit: 2 })).items).toEqual([]);
    });
  });

  describe('lists of members', () => {
    it('AP-23 A-14 sorts by name, whatever the case and the accents, within one status', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Zoë Ü', 'ángel b', 'Angel A', 'émile C', 'eve D', 'Øyvind E']);
      const active = await given(ports).member(accountId);
      await ports.runs.finish(active, { outcome: 'active', administrator: false }, stampAt());
      expect(await namesFrom(ports, accountId)()).toEqual([
        'Angel A',
        'ángel b',
        'émile C',
        'eve D',
        'Zoë Ü',
        'Øyvind E',
      ]);
      const { items } = await ports.members.list(accountId, { status: 'active' }, { limit: 5 });
      expect(items).toEqual([{ ...personOf(active).member, status: 'active' }]);
    });

    it.each([
      ['JOSÉ', ['José Pérez', 'Josefa Ruiz']],
      ['jose p', ['José Pérez']],
      ['ＪＯＳ', ['José Pérez', 'Josefa Ruiz']],
      ['  ann ', ['Ann Lee']],
      ['lee', []],
      ['\u0301', ['Ann Lee', 'José Pérez', 'Josefa Ruiz']],
    ])('AP-23 finds by the beginning of the name: %s', async (prefix, expected) => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Josefa Ruiz', 'José Pérez', 'Ann Lee']);
      expect(await namesFrom(ports, accountId)(prefix)).toEqual(expected);
    });

    it('AP-23 pages through people of the same name, without end or overlap', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Ann Lee', 'Ann Lee', 'Ann Lee', 'Bob Ray', 'Ann Lee']);
      await people(ports, newId('account'), ['Ann Lee']);
      const list = (page: PageRequest) =>
        ports.members.list(accountId, { status: 'onboarding', namePrefix: 'ann' }, page);
      const pages = await pagesOf(list, 2);
      expect(pages.map((page) => page.length)).toEqual([2, 2]);
      expect(new Set(pages.flat().map(({ userId }) => userId)).size).toBe(4);
    });

    it('AP-23 pages through names that hold what separates the parts of a key', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['A# #1', 'A# #2', '日本 語#']);
      const pages = await pagesOf((page) => ports.members.list(accountId, { status: 'onboarding' }, page), 1);
      expect(pages.flat().map(fullName)).toEqual(['A# #1', 'A# #2', '日本 語#']);
    });
  });

  describe('cursors', () => {
    it('AP-51 AP-23 are refused when they are not ours', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const emptyList = Buffer.from('["members/onboarding/",""]').toString('base64url');
      for (const cursor of ['x', '!!!', 'bm9uc2Vuc2U', 'W10', '\u0000', emptyList]) {
        const page = { limit: 1, cursor };
        await expect(ports.runs.list(accountId, undefined, page)).rejects.toThrow(InvalidRequest);
        await expect(ports.members.list(accountId, { status: 'onboarding' }, page)).rejects.toMatchObject({
          faults: [{ pointer: '/query/cursor' }],
        });
      }
    });

    it('AP-51 AP-23 are refused in another list, or in the same with another filter', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Ann Lee', 'Ann Ray']);
      const filter = { status: 'onboarding' } as const;
      const ofRuns = await ports.runs.list(accountId, 'running', { limit: 1 });
      const ofMembers = await ports.members.list(accountId, filter, { limit: 1 });
      const inRuns = { limit: 1, cursor: ofRuns.nextCursor };
      const inMembers = { limit: 1, cursor: ofMembers.nextCursor };
      await expect(ports.runs.list(accountId, undefined, inRuns)).rejects.toThrow(InvalidRequest);
      await expect(ports.runs.list(accountId, 'running', inMembers)).rejects.toThrow(InvalidRequest);
      await expect(ports.members.list(accountId, filter, inRuns)).rejects.toThrow(InvalidRequest);
      await expect(
        ports.members.list(accountId, { ...filter, namePrefix: 'ann' }, inMembers),
      ).rejects.toThrow(InvalidRequest);
    });

    it('AP-51 AP-23 are refused in another account', async () => {
      const { ports } = open();
      const mine = await given(ports).account();
      const theirs = await given(ports).account();
      for (const accountId of [mine, theirs]) await people(ports, accountId, ['Ann Lee', 'Zoe Lee']);
      const filter = { status: 'onboarding' } as const;
      const { nextCursor: cursor } = await ports.members.list(theirs, filter, { limit: 1 });
      await expect(ports.members.list(mine, filter, { limit: 5, cursor })).rejects.toThrow(InvalidRequest);
      const runs = await ports.runs.list(theirs, 'running', { limit: 1 });
      const page = { limit: 5, cursor: runs.nextCursor };
      await expect(ports.runs.list(mine, 'running', page)).rejects.toThrow(InvalidRequest);
    });

    it('AP-51 AP-23 are refused when anything about them has changed', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Ann Lee', 'Zoe Lee']);
      const filter = { status: 'onboarding' } as const;
      const ofMembers = await ports.members.list(accountId, filter, { limit: 1 });
      const ofRuns = await ports.runs.list(accountId, 'running', { limit: 1 });
      for (const cursor of changesOf(ofMembers.nextCursor))
        await expect(ports.members.list(accountId, filter, { limit: 1, cursor })).rejects.toThrow(
          InvalidRequest,
        );
      for (const cursor of changesOf(ofRuns.nextCursor))
        await expect(ports.runs.list(accountId, 'running', { limit: 1, cursor })).rejects.toThrow(
          InvalidRequest,
        );
    });

    it('AP-23 say nothing of whom they are at, whichever way the list is sorted', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await people(ports, accountId, ['Annabella Leverkusen', 'Annabella Raymondson']);
      const filters: MemberFilter[] = [
        {},
        { status: 'onboarding' },
        { folderId: 'fld_root' },
        { location: 'us-east-1' },
        { emailPrefix: '' },
        { loginIdPrefix: '' },
      ];
      for (const filter of filters) {
        const { items, nextCursor } = await ports.members.list(accountId, filter, { limit: 1 });
        expect(nextCursor).toBeDefined();
        const said = sayingsOf(nextCursor);
        // Long names: three letters stand in any cursor some day.
        for (const { firstName, lastName, email, loginId, userId } of items)
          for (const text of [firstName, lastName, email, loginId, userId])
            expect(said).not.toContain(text.toLowerCase());
      }
    });
  });
};
