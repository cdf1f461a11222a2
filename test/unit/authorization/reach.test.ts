import { describe, expect, it } from 'vitest';
import {
  mayInFolder,
  reaches,
  requireInFolder,
  requireReach,
  seesFolder,
} from '../../../core/domain/authorization/authority.ts';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import { isWithinReach } from '../../../core/domain/authorization/reach.ts';
import { type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { NotFound, NotInFolder } from '../../../core/domain/errors.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { authorityOf, byHand, memberIn } from './authorities.ts';
import { folderNamed, groupNamed, policyOf, roleNamed } from './policies.ts';

/** root ─ north ─ night ─ late, root ─ south, root ─ hidden. */
const READER = newId('user');
const policy = policyOf({
  root: { role: 'call-agent' },
  folders: [
    folderNamed('north'),
    folderNamed('night', { parentId: 'fld_north' }),
    folderNamed('late', { parentId: 'fld_night' }),
    folderNamed('south', { access: { read: [READER, 'rol_auditor', 'grp_readers'] } }),
    folderNamed('hidden'),
  ],
  roles: [roleNamed('auditor')],
  groups: [
    groupNamed('south', ['fld_south']),
    groupNamed('readers', [ROOT_FOLDER]),
    groupNamed('nights', ['fld_night']),
    groupNamed('empty', []),
    groupNamed('work', ['fld_north'], ['campaign/spring', 'queue/support']),
    groupNamed('idle', ['fld_north'], []),
  ],
});

const reachOf = (given: Given) => {
  const { reach } = rightsOf(compilePolicy(policy), given);
  return reach === 'everything' ? reach : [...reach].sort();
};
const seeing = (
  dataViewLevel: 'own' | 'folder' | 'group' | 'account' | 'agency',
  more: Parameters<typeof byHand>[0] = {},
) => memberIn('fld_night', { byHand: byHand({ dataViewLevel, ...more }) });

describe('A-4 how far one sees', () => {
  it.each([
    ['own', []],
    ['folder', ['fld_late', 'fld_night']],
    ['group', []],
    ['account', 'everything'],
    ['agency', 'everything'],
  ] as const)('by the level %s is %j', (level, reach) => {
    expect(reachOf(seeing(level))).toEqual(reach);
  });

  it('by the level group is what the groups open together, and nothing with none', () => {
    expect(reachOf(seeing('group', { groups: ['grp_south'] }))).toEqual(['fld_south']);
    expect(reachOf(seeing('group', { groups: ['grp_south', 'grp_nights'] }))).toEqual([
      'fld_late',
      'fld_night',
      'fld_south',
    ]);
  });

  it('by a read list is the folder and all below, whether it names the member, the role or the group', () => {
    expect(reachOf({ ...seeing('own'), userId: READER })).toEqual(['fld_south']);
    expect(reachOf(seeing('own', { role: 'rol_auditor' }))).toEqual(['fld_south']);
    expect(reachOf(seeing('own', { groups: ['grp_readers'] }))).toEqual(['fld_south']);
    expect(reachOf({ ...seeing('folder'), userId: READER })).toEqual(['fld_late', 'fld_night', 'fld_south']);
    const atRoot = policyOf({ root: { access: { read: [READER] } }, folders: [folderNamed('a')] });
    const { reach } = rightsOf(compilePolicy(atRoot), {
      ...seeing('own'),
      folderId: 'fld_a',
      userId: READER,
    });
    expect(reach).toEqual(new Set([ROOT_FOLDER, 'fld_a']));
  });

  it('by a write or store list is nobody: seeing is for the read list', () => {
    const lists = { write: [READER], store: [READER] };
    const other = policyOf({ root: { role: 'agent', access: lists } });
    const { reach } = rightsOf(compilePolicy(other), memberIn(ROOT_FOLDER, { userId: READER }));
    expect(reach).toEqual(new Set());
  });

  it('D-17 is everything for an administrator, whatever the level and the groups', () => {
    const narrowed = seeing('own', { role: 'administrator', groups: ['grp_empty'] });
    expect(reachOf(narrowed)).toBe('everything');
  });
});

describe('D-4 access-control groups', () => {
  it.each([
    ['account', ['grp_nights'], ['fld_late', 'fld_night']],
    ['account', ['grp_nights', 'grp_south'], ['fld_late', 'fld_night', 'fld_south']],
    ['folder', ['grp_south'], []],
    ['folder', ['grp_nights'], ['fld_late', 'fld_night']],
    ['own', ['grp_nights'], []],
    ['account', ['grp_empty'], []],
    ['account', ['grp_gone'], []],
    ['account', ['grp_gone', 'grp_south'], ['fld_south']],
  ] as const)('narrow the level %s by %j to %j', (level, groups, reach) => {
    expect(reachOf(seeing(level, { groups: [...groups] }))).toEqual(reach);
  });

  it('narrow what a read list opens, too', () => {
    expect(reachOf({ ...seeing('own', { groups: ['grp_nights'] }), userId: READER })).toEqual([]);
    const narrowedTo = byHand({ dataViewLevel: 'own', groups: ['grp_south'] });
    expect(reachOf(memberIn('fld_night', { userId: READER, byHand: narrowedTo }))).toEqual(['fld_south']);
  });

  it('never widen, unless a read list names one: whoever is in it reaches no more than without', () => {
    const outer = rightsOf(compilePolicy(policy), seeing('folder')).reach;
    for (const group of Object.keys(policy.groups)) {
      const inner = rightsOf(compilePolicy(policy), seeing('folder', { groups: [group] })).reach;
      if (group !== 'grp_readers') expect(isWithinReach(inner, outer)).toBe(true);
    }
  });

  it.each([
    [[], 'everything'],
    [['grp_south'], 'everything'],
    [['grp_work'], ['campaign/spring', 'queue/support']],
    [['grp_idle'], []],
    [
      ['grp_work', 'grp_idle'],
      ['campaign/spring', 'queue/support'],
    ],
    [['grp_work', 'grp_south'], 'everything'],
    [['grp_gone'], []],
  ] as const)('%j leave this work: %j', (groups, work) => {
    const rights = rightsOf(compilePolicy(policy), seeing('own', { groups: [...groups] }));
    expect(rights.work === 'everything' ? rights.work : [...rights.work]).toEqual(work);
  });
});

describe('whom one reaches', () => {
  const authority = authorityOf(policy, seeing('folder'));
  const inFolder = (folderId: string) => ({ userId: newId('user'), folderId });

  it('is oneself always, others where one reaches', () => {
    expect(reaches(authority, { userId: authority.userId, folderId: 'fld_hidden' })).toBe(true);
    expect(reaches(authority, inFolder('fld_late'))).toBe(true);
    expect(reaches(authority, inFolder('fld_north'))).toBe(false);
    expect(reaches(authority, inFolder('fld_gone'))).toBe(false);
  });

  it('is nobody else: as good as not there', () => {
    expect(() => requireReach(authority, inFolder('fld_south'))).toThrow(NotFound);
    expect(() => requireReach(authority, inFolder('fld_night'))).not.toThrow();
  });
});

describe('what one may do inside a folder', () => {
  const lists = { write: ['rol_auditor'], store: [READER] };
  const listed = policyOf({
    root: { role: 'rol_auditor' },
    folders: [folderNamed('top', { access: lists }), folderNamed('below', { parentId: 'fld_top' })],
    roles: [roleNamed('auditor', { dataViewLevel: 'account' })],
  });

  it('C-57 is what its lists, or those above it, give: by name, by role, by group', () => {
    const auditor = authorityOf(listed, memberIn());
    const reader = authorityOf(listed, memberIn(ROOT_FOLDER, { userId: READER }));
    for (const folderId of ['fld_top', 'fld_below']) {
      expect(mayInFolder(auditor, folderId, 'write')).toBe(true);
      expect(mayInFolder(auditor, folderId, 'store')).toBe(false);
      expect(mayInFolder(reader, folderId, 'store')).toBe(true);
    }
    expect(mayInFolder(auditor, ROOT_FOLDER, 'write')).toBe(false);
    expect(mayInFolder(auditor, 'fld_gone', 'write')).toBe(false);
  });

  it('C-57 is not what a data-view level shows: reading is by list as well', () => {
    expect(mayInFolder(authorityOf(listed, memberIn()), 'fld_top', 'read')).toBe(false);
  });

  it('D-17 is everything for an administrator', () => {
    const administrator = authorityOf(
      listed,
      memberIn(ROOT_FOLDER, { byHand: byHand({ role: 'administrator' }) }),
    );
    expect(mayInFolder(administrator, ROOT_FOLDER, 'store')).toBe(true);
  });

  it('C-57 says which rights are lacking', () => {
    const auditor = authorityOf(listed, memberIn());
    expect(() => requireInFolder(auditor, 'fld_top', 'read', 'write', 'store')).toThrow(NotInFolder);
    expect(() => requireInFolder(auditor, 'fld_top', 'read', 'write', 'store')).toThrow(/read, store/);
    expect(() => requireInFolder(auditor, 'fld_top', 'write')).not.toThrow();
  });
});

describe('which folders one sees', () => {
  const seen = (given: Given) =>
    Object.keys(policy.folders).filter((id) => seesFolder(authorityOf(policy, given), id));

  it('C-1 is those in reach, and the way to one’s own', () => {
    expect(seen(seeing('folder'))).toEqual([ROOT_FOLDER, 'fld_north', 'fld_night', 'fld_late']);
    expect(seen(seeing('own'))).toEqual([ROOT_FOLDER, 'fld_north', 'fld_night']);
    expect(seen(seeing('account'))).toEqual(Object.keys(policy.folders));
  });

  it('C-57 is those with an access list that names one', () => {
    expect(seen({ ...seeing('own'), userId: READER })).toContain('fld_south');
    expect(seen(seeing('own'))).not.toContain('fld_south');
  });
});
