import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePolicy } from '../../../core/domain/authorization/compiled-policy.ts';
import {
  handedFaults,
  handoverFaults,
  levelFaults,
  refuseMoreThanHeld,
  rightsFaults,
} from '../../../core/domain/authorization/delegation.ts';
import { type Given, rightsOf } from '../../../core/domain/authorization/rights.ts';
import { MoreThanHeld } from '../../../core/domain/errors.ts';
import { ROOT_FOLDER } from '../../../core/domain/ids.ts';
import type { Page } from '../../../core/domain/pages.ts';
import {
  DATA_VIEW_LEVELS,
  type DataViewLevel,
  PERMISSION_KEYS,
  type Permission,
  SITE_PERMISSION_LEVELS,
  type SitePermissionLevel,
} from '../../../core/domain/permissions.ts';
import { authorityOf, byHand, memberIn } from './authorities.ts';
import { folderNamed, groupNamed, policyOf, roleNamed } from './policies.ts';

const policy = policyOf({
  root: { role: 'rol_bare' },
  folders: [
    folderNamed('north'),
    folderNamed('night', { parentId: 'fld_north' }),
    folderNamed('south', { access: { read: ['rol_reader', 'grp_readers'] } }),
  ],
  roles: [roleNamed('bare', { designation: 'manager' }), roleNamed('reader', { designation: 'manager' })],
  groups: [
    groupNamed('nights', ['fld_night'], ['campaign/spring']),
    groupNamed('wide', ['fld_north'], ['campaign/spring', 'campaign/summer']),
    groupNamed('readers', ['fld_south'], ['campaign/spring']),
  ],
});
type ByHand = Parameters<typeof byHand>[0];
const somebody = (more: ByHand = {}, folderId = 'fld_north', given: Partial<Given> = {}) =>
  authorityOf(policy, memberIn(folderId, { byHand: byHand(more), ...given }));
const rights = (more: ByHand = {}, folderId = 'fld_night', given: Partial<Given> = {}) =>
  rightsOf(compilePolicy(policy), memberIn(folderId, { byHand: byHand(more), ...given }));
const administrator = somebody({ role: 'administrator' });
const ofAgency = somebody({ role: 'administrator' }, ROOT_FOLDER, { agencyRole: 'agency-administrator' });

const handed = (permissions: readonly Permission[], pages: readonly Page[] = []) => ({
  permissions: new Set(permissions),
  pages: new Set(pages),
});
const details = (faults: readonly { detail: string }[]) => faults.map(({ detail }) => detail);

describe('X-4 permissions and pages', () => {
  const giver = somebody({ grants: ['use-sip', 'start-im'], pages: ['users'] });

  it('C-38 change hands only by who holds them, given as well as taken away', () => {
    const [none, some] = [handed([]), handed(['use-sip', 'manage-voip', 'add-ivr'], ['users', 'billing'])];
    const refused = [
      'changes permissions that you do not hold: manage-voip, add-ivr',
      'changes pages that you do not hold: billing',
    ];
    expect(details(handedFaults(giver, none, some, '/x'))).toEqual(refused);
    expect(details(handedFaults(giver, some, none, '/x'))).toEqual(refused);
    expect(handedFaults(giver, none, handed(['use-sip'], ['users']), '/x')).toEqual([]);
    expect(handedFaults(administrator, none, some, '/x')).toEqual([]);
  });

  it('do not count while they stay', () => {
    const before = handed(['manage-voip'], ['billing']);
    const after = handed(['manage-voip', 'use-sip'], ['billing', 'users']);
    expect(handedFaults(giver, before, after, '/x')).toEqual([]);
  });

  it('C-29 C-43 are held only as far as they have effect', () => {
    const agent = somebody({ role: 'agent', grants: ['modify-security', 'broadcast-im'] });
    const asked = handed(['modify-security', 'broadcast-im']);
    expect(handedFaults(agent, handed([]), asked, '')).toHaveLength(1);
  });

  it('are refused exactly as far as the difference goes beyond what one holds', () => {
    const sets = fc.subarray([...PERMISSION_KEYS]);
    fc.assert(
      fc.property(sets, sets, sets, (mine, before, after) => {
        const held = somebody({ grants: mine }).rights.permissions;
        const differing = PERMISSION_KEYS.filter((key) => before.includes(key) !== after.includes(key));
        const lacking = differing.filter((key) => !held.has(key));
        const found = handedFaults(somebody({ grants: mine }), handed(before), handed(after), '/x');
        const named = details(found)
          .flatMap((detail) => detail.split(': ')[1]?.split(', ') ?? [])
          .sort();
        expect(named).toEqual([...lacking].sort());
      }),
    );
  });
});

describe('X-4 A-4 levels', () => {
  const levels = (dataViewLevel: DataViewLevel, sitePermissionLevel: SitePermissionLevel = 'user') => ({
    dataViewLevel,
    sitePermissionLevel,
  });
  const viewers = fc.constantFrom(...DATA_VIEW_LEVELS);
  const sites = fc.constantFrom(...SITE_PERMISSION_LEVELS);

  it('above one’s own are neither given nor taken away', () => {
    fc.assert(
      fc.property(
        viewers,
        sites,
        viewers,
        sites,
        viewers,
        sites,
        (mine, mySite, was, wasSite, is, isSite) => {
          const giver = somebody({ dataViewLevel: mine, sitePermissionLevel: mySite });
          const isAbove = (level: DataViewLevel) =>
            DATA_VIEW_LEVELS.indexOf(level) > DATA_VIEW_LEVELS.indexOf(mine);
          const isMore = (level: SitePermissionLevel) =>
            SITE_PERMISSION_LEVELS.indexOf(level) > SITE_PERMISSION_LEVELS.indexOf(mySite);
          const refused =
            (was !== is && (isAbove(was) || isAbove(is))) ||
            (wasSite !== isSite && (isMore(wasSite) || isMore(isSite)));
          const faults = levelFaults(giver, levels(was, wasSite), levels(is, isSite), '/x');
          expect(faults.length > 0).toBe(refused);
        },
      ),
    );
  });

  it('D-25 an administrator gives all but the agency’s, whatever level they have themselves', () => {
    for (const mine of ['own', 'account'] as const) {
      const boss = somebody({ role: 'administrator', dataViewLevel: mine, sitePermissionLevel: 'user' });
      expect(levelFaults(boss, undefined, levels('account', 'administrator'), '')).toEqual([]);
      expect(levelFaults(boss, undefined, levels('agency'), '')).toHaveLength(1);
    }
    expect(levelFaults(ofAgency, undefined, levels('agency', 'administrator'), '')).toEqual([]);
  });
});

describe('X-4 reach and work', () => {
  const giver = somebody({ dataViewLevel: 'folder' });

  it('beyond one’s own are neither given nor taken away', () => {
    expect(rightsFaults(giver, rights(), rights({ dataViewLevel: 'folder' }), '')).toEqual([]);
    expect(
      details(rightsFaults(giver, rights(), rights({ dataViewLevel: 'folder' }, 'fld_south'), '')),
    ).toEqual(['reaches members that you do not reach']);
  });

  it.each<[string, ByHand]>([
    ['a role that a read list names', { role: 'rol_reader' }],
    ['a group that a read list names', { groups: ['grp_readers'] }],
  ])('are not given by %s', (_, more) => {
    expect(details(rightsFaults(giver, rights(), rights(more), ''))).toContain(
      'reaches members that you do not reach',
    );
  });

  it('are not given by taking somebody out of the group that narrows them', () => {
    const narrow = somebody({ dataViewLevel: 'account', groups: ['grp_nights'] });
    const before = rights({ dataViewLevel: 'account', groups: ['grp_nights'] });
    const after = rights({ dataViewLevel: 'account' });
    expect(details(rightsFaults(narrow, before, after, ''))).toEqual([
      'reaches members that you do not reach',
      'reaches work that you do not reach',
    ]);
    const wider = rights({ dataViewLevel: 'account', groups: ['grp_wide'] });
    expect(rightsFaults(narrow, before, wider, '')).toHaveLength(2);
    expect(rightsFaults(narrow, wider, before, '')).toHaveLength(2);
    const all = somebody({ dataViewLevel: 'account' });
    expect(rightsFaults(all, wider, before, '')).toEqual([]);
    expect(rightsFaults(all, after, wider, '')).toEqual([]);
  });

  it('may be what they were, however far', () => {
    const far = rights({ dataViewLevel: 'folder' }, 'fld_south');
    expect(rightsFaults(giver, far, rights({ dataViewLevel: 'folder' }, 'fld_south'), '')).toEqual([]);
  });
});

describe('X-4 what folders trust a role or a group with', () => {
  const WRITER = 'usr_writer';
  const trusting = policyOf({
    root: { role: 'rol_bare' },
    folders: [
      folderNamed('written', { access: { write: ['rol_trusted', 'grp_trusted', WRITER] } }),
      folderNamed('below', { parentId: 'fld_written', access: { store: ['rol_storer'] } }),
    ],
    roles: [roleNamed('bare'), roleNamed('trusted'), roleNamed('storer')],
    groups: [groupNamed('trusted', [ROOT_FOLDER])],
  });
  const is = (more: ByHand = {}, userId = 'usr_any') =>
    rightsOf(compilePolicy(trusting), memberIn(ROOT_FOLDER, { userId, byHand: byHand(more) }));
  const giving = (userId: string, more: ByHand = {}) =>
    authorityOf(trusting, memberIn(ROOT_FOLDER, { userId, byHand: byHand(more) }));
  const writing = 'changes the right to write in folders where you do not have it';

  it.each<[string, ByHand]>([
    ['a role', { role: 'rol_trusted' }],
    ['a group', { groups: ['grp_trusted'] }],
  ])('comes, and goes, with %s only by who has that right there', (_, more) => {
    for (const [before, after] of [[is(), is(more)] as const, [is(more), is()] as const]) {
      expect(details(handoverFaults(giving('usr_any'), before, after, ''))).toContain(writing);
      expect(details(handoverFaults(giving(WRITER), before, after, ''))).not.toContain(writing);
      expect(details(handoverFaults(giving('usr_x', { role: 'administrator' }), before, after, ''))).toEqual(
        [],
      );
    }
  });

  it('is each right for itself, in the folder and below', () => {
    const faults = handoverFaults(giving(WRITER), is(), is({ role: 'rol_storer' }), '');
    expect(details(faults)).toEqual(['changes the right to store in folders where you do not have it']);
    expect(
      handoverFaults(giving('usr_any', { role: 'rol_storer' }), is(), is({ role: 'rol_storer' }), ''),
    ).toEqual([]);
  });

  it('may be what it was', () => {
    const trusted = is({ role: 'rol_trusted' });
    expect(handoverFaults(giving('usr_any'), trusted, trusted, '')).toEqual([]);
    expect(handoverFaults(giving('usr_any'), is({}, WRITER), is({}, WRITER), '')).toEqual([]);
  });
});

describe('X-4 D-17 administrators', () => {
  it('are made and unmade by administrators alone', () => {
    const everything = somebody({
      role: 'manager',
      grants: [...PERMISSION_KEYS],
      pages: [...administrator.rights.pages],
      dataViewLevel: 'account',
      sitePermissionLevel: 'administrator',
    });
    const [one, other] = [rights({ role: 'administrator' }), rights()];
    const fault = 'only an administrator makes or unmakes administrators';
    expect(details(rightsFaults(everything, undefined, one, ''))).toEqual([fault]);
    expect(details(rightsFaults(everything, other, one, ''))).toEqual([fault]);
    expect(details(rightsFaults(everything, one, other, ''))).toEqual([fault]);
    expect(rightsFaults(administrator, other, one, '')).toEqual([]);
    expect(rightsFaults(administrator, one, other, '')).toEqual([]);
  });

  it('D-25 of one account give and take nothing of the agency', () => {
    const agency = rights({ role: 'administrator' }, ROOT_FOLDER, { agencyRole: 'agency-administrator' });
    const plain = rights({ role: 'administrator' });
    for (const [before, after] of [[plain, agency] as const, [agency, plain] as const]) {
      expect(rightsFaults(administrator, before, after, '')).toHaveLength(1);
      expect(rightsFaults(ofAgency, before, after, '')).toEqual([]);
    }
  });
});

describe('X-4 as a whole', () => {
  it('lets nobody give a copy of themselves more than they are, and everybody one that is less', () => {
    const hands = fc.record({
      grants: fc.subarray([...PERMISSION_KEYS]),
      dataViewLevel: fc.constantFrom(...DATA_VIEW_LEVELS.filter((level) => level !== 'agency')),
      groups: fc.subarray(['grp_nights', 'grp_wide']),
    });
    fc.assert(
      fc.property(hands, fc.subarray([...PERMISSION_KEYS]), (hand, kept) => {
        const giver = somebody(hand);
        const folderId = 'fld_north';
        // What has no effect in oneself one does not hold.
        const grants = hand.grants.filter((key) => giver.rights.permissions.has(key));
        expect(rightsFaults(giver, undefined, rights({ ...hand, grants }, folderId), '')).toEqual([]);
        const fewer = grants.filter((key) => kept.includes(key));
        expect(rightsFaults(giver, undefined, rights({ ...hand, grants: fewer }, folderId), '')).toEqual([]);
      }),
    );
  });

  it('counts what has no effect yet: it may have once somebody else adds what it lacks', () => {
    const giver = somebody({ grants: ['manage-voip'] });
    const asleep = rights({ grants: ['add-did'] });
    expect(asleep.permissions.has('add-did')).toBe(false);
    expect(details(rightsFaults(giver, rights(), asleep, ''))).toEqual([
      'changes permissions that you do not hold: add-did',
    ]);
  });

  it('is refused with every fault, or not at all', () => {
    const faults = rightsFaults(somebody(), undefined, rights({ role: 'administrator' }), '/role');
    expect(faults.length).toBeGreaterThan(3);
    expect(faults.every(({ pointer }) => pointer === '/role')).toBe(true);
    expect(() => refuseMoreThanHeld(faults)).toThrow(expect.objectContaining({ faults }));
    expect(() => refuseMoreThanHeld(faults)).toThrow(MoreThanHeld);
    expect(() => refuseMoreThanHeld([])).not.toThrow();
  });
});
