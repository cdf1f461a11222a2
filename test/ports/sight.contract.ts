import { describe, expect, it } from 'vitest';
import type { Member } from '../../core/domain/member.ts';
import type { Run } from '../../core/domain/run.ts';
import { fullName } from '../../core/domain/sections/profile.ts';
import type { Page, PageRequest } from '../../core/usecases/ports.ts';
import { given, request } from './samples.ts';
import type { OpenStore } from './store.ts';

const pagesOf = async <Item>(list: (page: PageRequest) => Promise<Page<Item>>, limit: number) => {
  const pages: (readonly Item[])[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit, cursor });
    pages.push(page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined && pages.length < 50);
  return pages;
};

export const sightContract = (open: OpenStore): void => {
  describe('lists of which not everything may be seen', () => {
    it('AP-51 show the runs that may be seen, full pages of them, without end or overlap', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const visible: string[] = [];
      for (let count = 0; count < 12; count += 1) {
        const isVisible = count % 3 === 0;
        const asked = request({ profile: { firstName: isVisible ? 'Ann' : 'Bob' } });
        const { runId } = await given(ports).run(accountId, asked);
        if (isVisible) visible.push(runId);
      }
      const sees = ({ name }: Run) => name.startsWith('Ann');
      for (const status of [undefined, 'running'] as const) {
        const pages = await pagesOf((page) => ports.runs.list(accountId, status, page, sees), 2);
        expect(pages.slice(0, 2).map((page) => page.length)).toEqual([2, 2]);
        expect(pages.flat().map(({ runId }) => runId)).toEqual([...visible].sort().reverse());
      }
    });

    it('AP-23 show the members who may be seen, wherever in the list they stand', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      for (const firstName of ['Bo', 'Al', 'Di', 'Cy', 'Ed', 'Flo', 'Gus']) {
        await given(ports).member(accountId, request({ profile: { firstName } }));
      }
      const visible = (names: readonly string[], limit: number) =>
        pagesOf<Member>(
          (page) =>
            ports.members.list(accountId, { status: 'onboarding' }, page, (member) =>
              names.includes(member.firstName),
            ),
          limit,
        );
      const namesIn = (pages: readonly (readonly Member[])[]) =>
        pages.map((page) => page.map((member) => fullName(member).slice(0, -' Ruiz'.length)));
      expect(namesIn(await visible(['Flo', 'Al', 'Cy'], 2)).flat()).toEqual(['Al', 'Cy', 'Flo']);
      expect(namesIn(await visible(['Gus'], 1))).toEqual([['Gus']]);
      expect(namesIn(await visible(['Al', 'Bo', 'Cy', 'Di', 'Ed', 'Flo', 'Gus'], 7))).toHaveLength(1);
      expect((await visible([], 2)).flat()).toEqual([]);
    });
  });
};
