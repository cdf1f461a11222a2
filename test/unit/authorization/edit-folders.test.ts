import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFolder,
  changeFolder,
  type FolderFields,
  removeFolder,
} from '../../../core/domain/authorization/edit-folders.ts';
import { BROADEST, DEEPEST, MOST_FOLDERS, pathTo } from '../../../core/domain/authorization/folder-tree.ts';
import { firstPolicy, type Policy } from '../../../core/domain/authorization/policy.ts';
import { showFolder, shownFolders } from '../../../core/domain/authorization/shown-policy.ts';
import {
  ChangedMeanwhile,
  InUse,
  InvalidRequest,
  NotFound,
  PolicyFull,
  SupportOnly,
} from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { administratorOf, authorityOf, memberIn } from './authorities.ts';
import { chain, folderNamed, groupNamed, NOBODY, policyOf, roleNamed } from './policies.ts';

const fields = (more: Partial<FolderFields> = {}): FolderFields => ({
  name: 'New',
  parentId: ROOT_FOLDER,
  permissions: [],
  access: NOBODY,
  ...more,
});
const of = (policy: Policy) => administratorOf(policy.accountId, policy);
const add = (policy: Policy, more: Partial<FolderFields> = {}) =>
  addFolder(of(policy), policy, 'fld_new', fields(more));
const change = (policy: Policy, folderId: string, more: Partial<FolderFields> = {}) => {
  const ifMatch = policy.folders[folderId]?.version ?? 0;
  return changeFolder(of(policy), { folderId, ifMatch }, fields(more))(policy);
};
const remove = (policy: Policy, folderId: string, ifMatch = policy.folders[folderId]?.version ?? 0) =>
  removeFolder(of(policy), { folderId, ifMatch })(policy);

const faultsOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidRequest || error instanceof InUse) return error.faults;
    throw error;
  }
  return 'done';
};

const tree = policyOf({
  root: { role: 'call-agent', permissions: ['use-folder-tools'] },
  folders: [
    folderNamed('north', { role: 'agent', permissions: ['manage-leads'] }),
    folderNamed('night', { parentId: 'fld_north' }),
    folderNamed('south'),
  ],
  roles: [roleNamed('closer')],
  groups: [groupNamed('g', ['fld_south'])],
  version: 7,
});

describe('C-39 a new folder', () => {
  it('C-1 is below another, with the version of the policy that it makes', () => {
    const after = add(tree, { parentId: 'fld_night', role: 'rol_closer', permissions: ['use-sip'] });
    expect(after.version).toBe(8);
    expect(after.folders.fld_new).toMatchObject({ parentId: 'fld_night', version: 8, role: 'rol_closer' });
    expect(tree.folders.fld_new).toBeUndefined();
  });

  it('is below one that is there, with a role that there is', () => {
    expect(faultsOf(() => add(tree, { parentId: 'fld_gone', role: newId('role') }))).toEqual([
      { pointer: '/parentId', detail: 'is no folder of this account' },
      { pointer: '/role', detail: 'is no role of this account' },
    ]);
  });

  it.each([
    'administrator',
    'agency-administrator',
    'agency-billing-manager',
    'marketing-manager',
    'affiliate',
    'api-user',
    'subaccount-user',
  ] as const)('C-7 gives nobody the role %s, which is given by hand', (role) => {
    const fault = [{ pointer: '/role', detail: 'is given by hand only, never by a folder' }];
    expect(faultsOf(() => add(tree, { role }))).toEqual(fault);
    expect(faultsOf(() => change(tree, 'fld_south', { role }))).toEqual(fault);
  });

  it(`nests ${DEEPEST} deep below the root, and no deeper`, () => {
    const deep = policyOf({ folders: chain(DEEPEST) });
    expect(pathTo(add(deep, { parentId: `fld_${DEEPEST - 1}` }), 'fld_new')).toHaveLength(DEEPEST + 1);
    expect(faultsOf(() => add(deep, { parentId: `fld_${DEEPEST}` }))).toMatchObject([
      { pointer: '/parentId', detail: expect.stringContaining(`${DEEPEST} folders below the root`) },
    ]);
  });

  it(`is one of ${BROADEST} in a folder at most`, () => {
    const broad = (count: number) =>
      policyOf({ folders: Array.from({ length: count }, (_, index) => folderNamed(`b${index}`)) });
    expect(() => add(broad(BROADEST - 1))).not.toThrow();
    expect(faultsOf(() => add(broad(BROADEST)))).toEqual([
      { pointer: '/parentId', detail: `holds ${BROADEST} folders already, the most there can be` },
    ]);
    expect(() => change(broad(BROADEST), 'fld_b0', { name: 'Renamed' })).not.toThrow();
  });

  it(`is one of ${MOST_FOLDERS} at most`, () => {
    const many = (count: number) =>
      policyOf({
        folders: Array.from({ length: count }, (_, index) =>
          folderNamed(`m${index}`, { parentId: index < 100 ? ROOT_FOLDER : `fld_m${index % 100}` }),
        ),
      });
    expect(() => add(many(MOST_FOLDERS - 1), { parentId: 'fld_m0' })).toThrow(PolicyFull);
    expect(() => add(many(MOST_FOLDERS - 2), { parentId: 'fld_m0' })).not.toThrow();
  });
});

describe('C-40 an edit of a folder', () => {
  it('replaces it, and moves it with all below if it has another parent', () => {
    const after = change(tree, 'fld_north', { name: 'North', parentId: 'fld_south' });
    expect(after.folders.fld_north).toEqual({
      ...fields({ name: 'North', parentId: 'fld_south' }),
      folderId: 'fld_north',
      version: 8,
    });
    expect(pathTo(after, 'fld_night').map(({ folderId }) => folderId)).toEqual([
      ROOT_FOLDER,
      'fld_south',
      'fld_north',
      'fld_night',
    ]);
  });

  it('leaves the root where it is, whatever parent it names', () => {
    const root = fields({ name: 'All', parentId: 'fld_north', permissions: ['use-folder-tools'] });
    const after = change(tree, ROOT_FOLDER, root);
    expect(after.folders[ROOT_FOLDER]).toMatchObject({ name: 'All', version: 8 });
    expect(after.folders[ROOT_FOLDER]).not.toHaveProperty('parentId');
    expect(Object.keys(after.folders).every((id) => pathTo(after, id).length > 0)).toBe(true);
  });

  it.each([
    ['fld_north', 'fld_north'],
    ['fld_north', 'fld_night'],
  ])('never puts %s below itself, by way of %s', (folderId, parentId) => {
    expect(faultsOf(() => change(tree, folderId, { parentId }))).toMatchObject([
      { pointer: '/parentId', detail: expect.stringContaining('below itself') },
    ]);
  });

  it('counts what is below when it is moved: no deeper than there may be', () => {
    const folders = [
      ...chain(DEEPEST - 1),
      folderNamed('pair'),
      folderNamed('leaf', { parentId: 'fld_pair' }),
    ];
    const deep = policyOf({ folders });
    expect(() => change(deep, 'fld_pair', { parentId: `fld_${DEEPEST - 2}` })).not.toThrow();
    expect(faultsOf(() => change(deep, 'fld_pair', { parentId: `fld_${DEEPEST - 1}` }))).toMatchObject([
      { pointer: '/parentId' },
    ]);
  });

  it('is for who has seen what it was, and for one that is there', () => {
    const stale = changeFolder(of(tree), { folderId: 'fld_north', ifMatch: 7 }, fields());
    expect(() => stale(tree)).toThrow(ChangedMeanwhile);
    expect(() => change(tree, 'fld_gone')).toThrow(NotFound);
  });

  it('C-36 takes folder tools out of none: only the platform’s support does', () => {
    expect(() => change(tree, ROOT_FOLDER, { role: 'call-agent' })).toThrow(SupportOnly);
    expect(() => change(firstPolicy(newId('account')), ROOT_FOLDER)).toThrow(SupportOnly);
    const given = change(tree, 'fld_south', { permissions: ['use-folder-tools'] });
    expect(() => change(given, 'fld_south')).toThrow(SupportOnly);
    expect(() => change(given, 'fld_south', { permissions: ['use-folder-tools', 'use-sip'] })).not.toThrow();
  });

  it('keeps a tree, whatever is moved where', () => {
    const ids = ['fld_a', 'fld_b', 'fld_c', 'fld_d', 'fld_e'];
    const start = policyOf({ folders: ids.map((id) => folderNamed(id.slice(4))) });
    const moves = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(ROOT_FOLDER, ...ids)));
    fc.assert(
      fc.property(moves, (made) => {
        const after = made.reduce((policy, [folderId, parentId]) => {
          try {
            return change(policy, folderId, { parentId });
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidRequest);
            return policy;
          }
        }, start);
        for (const id of ids) {
          const path = pathTo(after, id).map(({ folderId }) => folderId);
          expect(path[0]).toBe(ROOT_FOLDER);
          expect(new Set(path).size).toBe(path.length);
        }
      }),
    );
  });
});

describe('C-1 a folder that is deleted', () => {
  it('is empty, and nothing names it', () => {
    const after = remove(tree, 'fld_night');
    expect(after.folders.fld_night).toBeUndefined();
    expect(after.version).toBe(8);
  });

  it('is not one that holds others, or that a group opens: each is named', () => {
    expect(faultsOf(() => remove(tree, 'fld_north'))).toEqual([
      { pointer: '', detail: 'the folder night, which is in it' },
    ]);
    expect(faultsOf(() => remove(tree, 'fld_south'))).toEqual([
      { pointer: '', detail: 'the access-control group g' },
    ]);
  });

  it('is never the root', () => {
    expect(faultsOf(() => remove(firstPolicy(newId('account')), ROOT_FOLDER))).toMatchObject([
      { pointer: '/path/folderId' },
    ]);
  });

  it('is one that is there, by who has seen what it was', () => {
    expect(() => remove(tree, 'fld_gone')).toThrow(NotFound);
    expect(() => remove(tree, 'fld_night', 5)).toThrow(ChangedMeanwhile);
  });
});

describe('a folder as it is shown', () => {
  it('C-7 C-15 has what comes from the folders above, live', () => {
    expect(showFolder(tree, 'fld_night')).toMatchObject({
      version: 1,
      result: { inherited: { role: 'agent', permissions: ['use-folder-tools', 'manage-leads'] } },
    });
    expect(showFolder(tree, ROOT_FOLDER).result.inherited).toEqual({ role: undefined, permissions: [] });
    expect(() => showFolder(tree, 'fld_gone')).toThrow(NotFound);
  });

  it('C-1 is one that one sees', () => {
    const agent = authorityOf(tree, memberIn('fld_night'));
    expect(shownFolders(agent, tree).map(({ folderId }) => folderId)).toEqual([
      ROOT_FOLDER,
      'fld_north',
      'fld_night',
    ]);
    expect(shownFolders(of(tree), tree)).toHaveLength(4);
  });
});
