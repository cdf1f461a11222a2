import { describe, expect, it } from 'vitest';
import { InvalidRequest } from '../../core/domain/errors.ts';
import { newId } from '../../core/domain/ids.ts';
import { recordOf } from '../../core/domain/section-record.ts';
import type { MemberFilter, MemberRef, PageRequest, Ports } from '../../core/usecases/ports.ts';
import { changeOf, editOf, sectionOf } from './member-samples.ts';
import { pagesOf } from './pages-of.ts';
import { givenPolicy } from './policy-samples.ts';
import { given, request, stampAt } from './samples.ts';
import type { OpenStore } from './store.ts';

type Store = Parameters<typeof given>[0] & Pick<Ports, 'members' | 'runs' | 'policies'>;

/** Members by their first names; all else is as told. */
const hire = async (ports: Store, accountId: string, people: Record<string, Record<string, unknown>>) => {
  const refs = new Map<string, MemberRef>();
  for (const [firstName, profile] of Object.entries(people)) {
    const run = await given(ports).member(accountId, request({ profile: { firstName, ...profile } }));
    await ports.runs.finish(run, { outcome: 'active', administrator: false }, stampAt());
    refs.set(firstName, run);
  }
  return (name: string): MemberRef => {
    const ref = refs.get(name);
    if (ref === undefined) throw new Error(`Nobody is called ${name}.`);
    return ref;
  };
};

const listing =
  ({ members }: Pick<Ports, 'members'>, accountId: string) =>
  async (filter: MemberFilter): Promise<string[]> => {
    const pages = await pagesOf((page: PageRequest) => members.list(accountId, filter, page), 2);
    return pages.flat().map(({ firstName }) => firstName);
  };

const suspend = async (ports: Store, ref: MemberRef) => {
  const change = await changeOf(ports, ref);
  await ports.members.change({ ...change, member: { ...change.member, status: 'suspended' } }, stampAt());
};

export const memberListsContract = (open: OpenStore): void => {
  describe('lists of members by folder, location, email and login ID', () => {
    it('AP-23 A-14 by folder, by name: whoever is moved is found where they are', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const of = await hire(ports, accountId, {
        Cy: { folderId: folder.id },
        Ann: { folderId: folder.id },
        Bo: {},
        Di: { folderId: folder.id },
      });
      const names = listing(ports, accountId);
      expect(await names({ folderId: folder.id })).toEqual(['Ann', 'Cy', 'Di']);
      const change = await changeOf(ports, of('Bo'), { taken: [folder] });
      await ports.members.change({ ...change, member: { ...change.member, folderId: folder.id } }, stampAt());
      await suspend(ports, of('Cy'));
      expect(await names({ folderId: folder.id })).toEqual(['Ann', 'Bo', 'Cy', 'Di']);
      expect(await names({ folderId: folder.id, status: 'active' })).toEqual(['Ann', 'Bo', 'Di']);
      expect(await names({ folderId: folder.id, namePrefix: 'CY' })).toEqual(['Cy']);
      expect(await names({ folderId: folder.id, location: 'eu-west-1' })).toEqual([]);
    });

    it('AP-23 B-7 by location, of every status or of one', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const of = await hire(ports, accountId, {
        Cy: { location: 'eu-west-1' },
        Ann: { location: 'eu-west-1' },
        Bo: {},
      });
      await suspend(ports, of('Ann'));
      const names = listing(ports, accountId);
      expect(await names({ location: 'eu-west-1' })).toEqual(['Ann', 'Cy']);
      expect(await names({ location: 'eu-west-1', status: 'active' })).toEqual(['Cy']);
      expect(await names({ location: 'eu-west-1', namePrefix: 'c' })).toEqual(['Cy']);
      expect(await names({ location: 'us-east-1' })).toEqual(['Bo']);
    });

    it('AP-23 by the beginning of email or login ID, of every status or of one', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const unique = newId('user').slice(-20);
      const of = await hire(ports, accountId, {
        Zoe: { email: `a.${unique}@example.com`, loginId: `z.${unique}` },
        Ann: { email: `b.${unique}@example.com`, loginId: `y.${unique}.2` },
        Bo: { email: `b.${unique}@example.org`, loginId: `y.${unique}` },
      });
      await suspend(ports, of('Bo'));
      const names = listing(ports, accountId);
      expect(await names({ emailPrefix: `b.${unique}` })).toEqual(['Ann', 'Bo']);
      expect(await names({ emailPrefix: `b.${unique}`, status: 'suspended' })).toEqual(['Bo']);
      expect(await names({ emailPrefix: `a.${unique}@example.com` })).toEqual(['Zoe']);
      expect(await names({ loginIdPrefix: `y.${unique}` })).toEqual(['Bo', 'Ann']);
      expect(await names({ loginIdPrefix: `x.${unique}` })).toEqual([]);
      expect(await listing(ports, newId('account'))({ emailPrefix: `b.${unique}` })).toEqual([]);
    });

    it('AP-23 by the beginning of the name across every status', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const of = await hire(ports, accountId, { Ann: {}, Anna: {}, Bo: {} });
      await suspend(ports, of('Anna'));
      await given(ports).member(accountId, request({ profile: { firstName: 'Ánnika' } }));
      const names = listing(ports, accountId);
      expect(await names({ namePrefix: 'ANN' })).toEqual(['Ann', 'Anna', 'Ánnika']);
      expect(await names({})).toEqual(['Ann', 'Anna', 'Ánnika', 'Bo']);
    });

    it('AP-160 follow an edit, and forget what was before', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const folder = await givenPolicy(ports).folder(accountId);
      const unique = newId('user').slice(-20);
      const of = await hire(ports, accountId, {
        Bo: { folderId: folder.id, email: `bo.${unique}@example.com`, loginId: `bo.${unique}` },
        Cy: { folderId: folder.id },
      });
      const ref = of('Bo');
      const { before } = await editOf(ports, ref);
      const changes = {
        firstName: 'Dee',
        email: `dee.${unique}@example.com`,
        loginId: `dee.${unique}`,
        location: 'eu-west-1',
      };
      const profile = sectionOf('profile', { ...recordOf(before.records, 'profile')?.data, ...changes });
      const { location: _, ...names } = changes;
      const person = { ...names, lastName: 'Ruiz', language: 'en' };
      await ports.members.edit(
        await editOf(ports, ref, { member: changes, person, records: [profile] }),
        stampAt(),
      );
      const list = listing(ports, accountId);
      expect(await list({ status: 'active' })).toEqual(['Cy', 'Dee']);
      expect(await list({ folderId: folder.id })).toEqual(['Cy', 'Dee']);
      expect(await list({ namePrefix: 'dee' })).toEqual(['Dee']);
      expect(await list({ location: 'eu-west-1' })).toEqual(['Dee']);
      expect(await list({ emailPrefix: 'dee' })).toEqual(['Dee']);
      expect(await list({ loginIdPrefix: 'dee' })).toEqual(['Dee']);
      expect(await list({ namePrefix: 'bo' })).toEqual([]);
      expect(await list({ location: 'us-east-1' })).toEqual(['Cy']);
      expect(await list({ emailPrefix: 'bo' })).toEqual([]);
      expect(await list({ loginIdPrefix: 'bo' })).toEqual([]);
    });

    it('AP-26 forget who was removed', async () => {
      const { ports } = open();
      const run = await given(ports).member();
      const found = await ports.members.read(run);
      if (found === undefined) throw new Error('There is no member to remove.');
      await ports.members.remove(found, stampAt());
      const list = listing(ports, run.accountId);
      const { email, loginId } = found.member;
      const filters = [{}, { emailPrefix: email }, { loginIdPrefix: loginId }, { location: 'us-east-1' }];
      for (const filter of filters) expect(await list(filter)).toEqual([]);
    });

    it('AP-23 show those who may be seen, full pages of them', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      const people = Object.fromEntries(
        ['Al', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'].map((name) => [name, { location: 'eu-west-1' }]),
      );
      await hire(ports, accountId, people);
      const seen = ['Al', 'Di', 'Flo'];
      for (const filter of [{ location: 'eu-west-1' }, { namePrefix: '' }, { emailPrefix: '' }]) {
        const pages = await pagesOf(
          (page) => ports.members.list(accountId, filter, page, ({ firstName }) => seen.includes(firstName)),
          2,
        );
        expect(pages[0]).toHaveLength(2);
        expect(
          pages
            .flat()
            .map(({ firstName }) => firstName)
            .sort(),
        ).toEqual(seen);
      }
    });

    it('AP-23 refuse the cursor of another list', async () => {
      const { ports } = open();
      const accountId = await given(ports).account();
      await hire(ports, accountId, { Ann: {}, Anna: {} });
      const page = { limit: 1 };
      const { nextCursor: cursor } = await ports.members.list(accountId, { location: 'us-east-1' }, page);
      expect(cursor).toBeDefined();
      const others: MemberFilter[] = [
        {},
        { status: 'active' },
        { location: 'us-east-1', status: 'active' },
        { location: 'us-east-1', namePrefix: 'ann' },
        { emailPrefix: '' },
        { loginIdPrefix: '' },
      ];
      for (const filter of others)
        await expect(ports.members.list(accountId, filter, { ...page, cursor })).rejects.toThrow(
          InvalidRequest,
        );
    });
  });
};
