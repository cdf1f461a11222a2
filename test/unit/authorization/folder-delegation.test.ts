import { describe, expect, it } from 'vitest';
import type { Authority } from '../../../core/domain/authorization/authority.ts';
import {
  addFolder,
  changeFolder,
  type FolderFields,
  removeFolder,
} from '../../../core/domain/authorization/edit-folders.ts';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import { InvalidRequest, MoreThanHeld, NotInFolder } from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { authorityOf, byHand, memberIn } from './authorities.ts';
import { folderNamed, groupNamed, NOBODY, policyOf, roleNamed } from './policies.ts';

const EDITOR = newId('user');
const OTHER = newId('user');
const ALL = { read: [EDITOR], write: [EDITOR], store: [EDITOR] };

/** A manager who may do everything in the folders of the north, and holds what managers hold. */
const policy = policyOf({
  root: { role: 'agent' },
  folders: [
    folderNamed('north', { access: ALL }),
    folderNamed('night', { parentId: 'fld_north' }),
    folderNamed('day', { parentId: 'fld_north', permissions: ['start-im'] }),
    folderNamed('writable', { access: { write: [EDITOR] } }),
    folderNamed('storable', { access: { store: [EDITOR] } }),
    folderNamed('south'),
  ],
  roles: [
    roleNamed('lead', { permissions: ['manage-leads'] }),
    roleNamed('voip', { permissions: ['manage-voip'] }),
    roleNamed('seer', { dataViewLevel: 'account' }),
    roleNamed('boss', { sitePermissionLevel: 'administrator' }),
    roleNamed('billing', { pages: ['billing'] }),
    roleNamed('neighbour', { dataViewLevel: 'folder' }),
    roleNamed('listed'),
  ],
});
const held = byHand({
  role: 'manager',
  dataViewLevel: 'own',
  grants: ['use-sip', 'pause-recordings'],
  pages: ['call-log', 'callback-calendar', 'messages'],
});
const editor = (of: Policy = policy): Authority =>
  authorityOf(of, memberIn(ROOT_FOLDER, { userId: EDITOR, byHand: held }));

const fields = (more: Partial<FolderFields> = {}): FolderFields => ({
  name: 'New',
  parentId: 'fld_north',
  permissions: [],
  access: NOBODY,
  ...more,
});
const add =
  (more: Partial<FolderFields> = {}, of = policy) =>
  () =>
    addFolder(editor(of), of, 'fld_new', fields(more));
const change =
  (folderId: string, more: Partial<FolderFields> = {}, of = policy) =>
  () => {
    const {
      name = '',
      parentId = ROOT_FOLDER,
      role,
      permissions = [],
      access = NOBODY,
    } = of.folders[folderId] ?? {};
    const as = { name, parentId, permissions, access, ...(role && { role }), ...more };
    return changeFolder(editor(of), { folderId, ifMatch: 1 }, as)(of);
  };

/** What is refused because it is not held, in words. */
const notHeld = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof MoreThanHeld) return error.faults.map(({ detail }) => detail).join('\n');
    throw error;
  }
  return '';
};

describe('C-57 whoever edits folders', () => {
  it('C-39 makes one where they may store', () => {
    expect(add()).not.toThrow();
    expect(add({ parentId: 'fld_night' })).not.toThrow();
    expect(add({ parentId: 'fld_storable' })).not.toThrow();
    for (const parentId of [ROOT_FOLDER, 'fld_south', 'fld_writable'])
      expect(add({ parentId })).toThrow(NotInFolder);
  });

  it('C-40 changes and deletes one where they may write', () => {
    expect(change('fld_night', { name: 'Nights' })).not.toThrow();
    expect(change('fld_writable', { name: 'W' })).not.toThrow();
    expect(() => removeFolder(editor(), { folderId: 'fld_writable', ifMatch: 1 })(policy)).not.toThrow();
    for (const folderId of [ROOT_FOLDER, 'fld_south', 'fld_storable']) {
      expect(change(folderId, { name: 'Mine' })).toThrow(NotInFolder);
      if (folderId !== ROOT_FOLDER)
        expect(() => removeFolder(editor(), { folderId, ifMatch: 1 })(policy)).toThrow(NotInFolder);
    }
  });

  it('C-40 moves one that they may write in to where they may store', () => {
    expect(change('fld_night', { parentId: 'fld_day' })).not.toThrow();
    expect(change('fld_night', { parentId: 'fld_south' })).toThrow(NotInFolder);
    expect(change('fld_night', { parentId: 'fld_writable' })).toThrow(NotInFolder);
  });
});

describe('X-4 whoever edits folders', () => {
  it.each<[string, Partial<FolderFields>]>([
    ['a permission', { permissions: ['manage-voip'] }],
    ['a role with a permission', { role: 'rol_voip' }],
    ['a role with a page', { role: 'rol_billing' }],
    ['a role that sees further', { role: 'rol_seer' }],
    ['a role that changes more of the site', { role: 'rol_boss' }],
    ['a built-in role', { role: 'report-manager' }],
  ])('gives nobody %s that they do not hold', (_, more) => {
    expect(add(more)).toThrow(MoreThanHeld);
    expect(change('fld_night', more)).toThrow(MoreThanHeld);
  });

  it('gives what they hold', () => {
    expect(add({ permissions: ['use-sip', 'start-im'] })).not.toThrow();
    expect(add({ role: 'rol_lead' })).not.toThrow();
    expect(change('fld_night', { role: 'rol_lead', permissions: ['start-im'] })).not.toThrow();
  });

  it('gives nothing to those in the folders below, either', () => {
    const below = policyOf({
      root: { role: 'agent' },
      folders: [
        folderNamed('top', { access: ALL }),
        folderNamed('deep', { parentId: 'fld_top', role: 'rol_on' }),
      ],
      roles: [roleNamed('on', { permissions: ['broadcast-im'] })],
    });
    // Broadcasting needs start IM, which the folder above would give: the role below gets its effect by that.
    expect(notHeld(change('fld_top', { permissions: ['start-im'] }, below))).toMatch(/broadcast-im/);
  });

  it('takes nothing away that they do not hold', () => {
    const rich = policyOf({
      root: { role: 'agent' },
      folders: [
        folderNamed('rich', { access: ALL, permissions: ['manage-voip', 'start-im'], role: 'rol_voip' }),
      ],
      roles: [roleNamed('voip', { permissions: ['add-ivr'] })],
    });
    expect(change('fld_rich', { permissions: ['start-im'] }, rich)).toThrow(MoreThanHeld);
    expect(change('fld_rich', { role: 'agent' }, rich)).toThrow(MoreThanHeld);
    expect(change('fld_rich', { permissions: ['manage-voip'], name: 'Other' }, rich)).not.toThrow();
  });

  it('gives and takes nothing by moving: what other folders above give counts', () => {
    const tree = policyOf({
      root: { role: 'agent', access: ALL },
      folders: [
        folderNamed('rich', { permissions: ['manage-voip'] }),
        folderNamed('inside', { parentId: 'fld_rich' }),
        folderNamed('outside'),
        folderNamed('fair', { permissions: ['start-im'] }),
      ],
    });
    expect(change('fld_outside', { parentId: 'fld_rich' }, tree)).toThrow(MoreThanHeld);
    expect(change('fld_inside', { parentId: ROOT_FOLDER }, tree)).toThrow(MoreThanHeld);
    expect(change('fld_outside', { parentId: 'fld_fair' }, tree)).not.toThrow();
  });

  it('puts nobody on a list, and takes nobody off it, whose right they do not have there', () => {
    const lists = (right: 'read' | 'write' | 'store') => ({ ...NOBODY, [right]: [OTHER] });
    for (const right of ['read', 'store'] as const) {
      const access = { ...lists(right), write: [EDITOR] };
      expect(change('fld_writable', { access })).toThrow(MoreThanHeld);
      expect(add({ parentId: 'fld_storable', access: lists('read') })).toThrow(MoreThanHeld);
    }
    expect(change('fld_writable', { access: { ...NOBODY, write: [EDITOR, OTHER] } })).not.toThrow();
    expect(change('fld_night', { access: { ...ALL, read: [OTHER] } })).not.toThrow();
    const listed = policyOf({ folders: [folderNamed('w', { access: { write: [EDITOR], read: [OTHER] } })] });
    expect(change('fld_w', { access: { ...NOBODY, write: [EDITOR] } }, listed)).toThrow(MoreThanHeld);
  });

  it('keeps nobody on a list for the time when the folder above no longer names them', () => {
    const tree = policyOf({
      root: { access: { read: [OTHER] } },
      folders: [folderNamed('w', { access: { write: [EDITOR] } })],
    });
    const access = { read: [OTHER], write: [EDITOR], store: [] };
    expect(change('fld_w', { access }, tree)).toThrow(MoreThanHeld);
  });

  it('opens nothing to themselves by moving it below a list that names them', () => {
    const tree = policyOf({
      folders: [folderNamed('mine', { access: ALL }), folderNamed('theirs', { access: { write: [EDITOR] } })],
    });
    expect(change('fld_theirs', { parentId: 'fld_mine' }, tree)).toThrow(MoreThanHeld);
    const both = policyOf({
      folders: [folderNamed('mine', { access: ALL }), folderNamed('too', { access: ALL })],
    });
    expect(change('fld_too', { parentId: 'fld_mine' }, both)).not.toThrow();
  });

  it('takes nothing out of anybody’s sight by moving it from below their list', () => {
    const tree = policyOf({
      folders: [
        folderNamed('mine', { access: ALL }),
        folderNamed('seen', { access: { read: [OTHER] } }),
        folderNamed('inside', { parentId: 'fld_seen', access: { write: [EDITOR] } }),
      ],
    });
    expect(change('fld_inside', { parentId: 'fld_mine' }, tree)).toThrow(MoreThanHeld);
  });

  it('moves only whom they reach: whoever reaches the folder above reaches them from then on', () => {
    const lists = { ...ALL, read: [] };
    const tree = policyOf({ root: { access: lists }, folders: [folderNamed('home'), folderNamed('other')] });
    const neighbour = authorityOf(
      tree,
      memberIn('fld_home', { userId: EDITOR, byHand: byHand({ role: 'manager' }) }),
    );
    const move = (folderId: string, parentId: string) => () =>
      changeFolder(neighbour, { folderId, ifMatch: 1 }, fields({ parentId }))(tree);
    expect(notHeld(move('fld_other', 'fld_home'))).toMatch(/whom you do not reach/);
    expect(move('fld_home', 'fld_other')).not.toThrow();
  });

  it('gives no further sight by a role that access lists name, or that groups do not narrow', () => {
    const tree = policyOf({
      root: { role: 'agent' },
      folders: [
        folderNamed('mine', { access: ALL }),
        folderNamed('far', { access: { read: ['rol_listed'] } }),
      ],
      roles: [roleNamed('listed', { pages: ['call-log', 'callback-calendar', 'messages'] })],
      groups: [groupNamed('g', ['fld_mine'])],
    });
    expect(notHeld(change('fld_mine', { role: 'rol_listed' }, tree))).toMatch(/do not reach/);
  });

  it('is told everything at once, each thing once', () => {
    const many = policyOf({
      root: { role: 'agent' },
      folders: [
        folderNamed('top', { access: { write: [EDITOR] } }),
        folderNamed('a', { parentId: 'fld_top' }),
        folderNamed('b', { parentId: 'fld_top' }),
      ],
    });
    try {
      change('fld_top', { permissions: ['manage-voip'], access: { ...NOBODY, read: [OTHER] } }, many)();
    } catch (error) {
      expect(error).toMatchObject({
        faults: [
          { pointer: '/permissions', detail: 'changes permissions that you do not hold: manage-voip' },
          { pointer: '/role', detail: 'changes permissions that you do not hold: manage-voip' },
          { pointer: '/role', detail: expect.stringContaining('changes pages that you do not hold: ') },
          { pointer: '/access/read', detail: expect.any(String) },
        ],
      });
      return;
    }
    expect.unreachable();
  });

  it('is told what cannot be before what they may not', () => {
    expect(add({ parentId: 'fld_south', role: 'administrator' })).toThrow(InvalidRequest);
  });
});
