import { describe, expect, it } from 'vitest';
import {
  addGroup,
  changeGroup,
  type GroupFields,
  removeGroup,
} from '../../../core/domain/authorization/edit-groups.ts';
import { showGroup } from '../../../core/domain/authorization/shown-policy.ts';
import {
  ChangedMeanwhile,
  InUse,
  InvalidRequest,
  MoreThanHeld,
  NotFound,
  PolicyFull,
} from '../../../core/domain/errors.ts';
import { ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { administratorOf, authorityOf, byHand, memberIn } from './authorities.ts';
import { folderNamed, groupNamed, policyOf } from './policies.ts';

const policy = policyOf({
  root: { role: 'agent' },
  folders: [folderNamed('north'), folderNamed('listed', { access: { write: ['grp_named'] } })],
  groups: [
    groupNamed('free', ['fld_north']),
    groupNamed('named', ['fld_north']),
    groupNamed('narrow', [ROOT_FOLDER]),
  ],
  version: 4,
});
const administrator = administratorOf(policy.accountId, policy);
const fields: GroupFields = { name: 'New', folders: ['fld_north', ROOT_FOLDER], work: ['campaign/spring'] };
const seeing = (more: Parameters<typeof byHand>[0]) =>
  authorityOf(
    policy,
    memberIn('fld_north', { byHand: byHand({ role: 'manager', grants: ['manage-access-groups'], ...more }) }),
  );

describe('D-4 an access-control group', () => {
  it('is made, and replaced, with the version of the policy that it makes', () => {
    const made = addGroup(administrator, policy, 'grp_new', fields);
    expect(made.groups.grp_new).toEqual({ ...fields, groupId: 'grp_new', version: 5 });
    expect(made.version).toBe(5);
    const { work: _, ...withoutWork } = fields;
    const changed = changeGroup(administrator, { groupId: 'grp_new', ifMatch: 5 }, withoutWork)(made);
    expect(showGroup(changed, 'grp_new')).toEqual({
      result: { ...withoutWork, groupId: 'grp_new', version: 6 },
      version: 6,
    });
  });

  it('opens folders that there are: each other is named', () => {
    const wrong = { ...fields, folders: ['fld_north', 'fld_gone', 'fld_lost'] };
    const edits = [
      () => addGroup(administrator, policy, 'grp_new', wrong),
      () => changeGroup(administrator, { groupId: 'grp_free', ifMatch: 1 }, wrong)(policy),
    ];
    for (const edit of edits) {
      expect(edit).toThrow(InvalidRequest);
      expect(edit).toThrow(
        expect.objectContaining({
          faults: [1, 2].map((index) => ({
            pointer: `/folders/${index}`,
            detail: 'is no folder of this account',
          })),
        }),
      );
    }
  });

  it('is changed and deleted by whoever has seen what it was', () => {
    const change = (groupId: string, ifMatch: number) => () =>
      changeGroup(administrator, { groupId, ifMatch }, fields)(policy);
    const remove = (groupId: string, ifMatch: number) => () =>
      removeGroup(administrator, { groupId, ifMatch })(policy);
    for (const act of [change, remove]) {
      expect(act('grp_free', 1)).not.toThrow();
      expect(act('grp_free', 4)).toThrow(ChangedMeanwhile);
      expect(act('grp_gone', 1)).toThrow(NotFound);
    }
    expect(remove('grp_free', 1)().groups.grp_free).toBeUndefined();
    expect(() => showGroup(policy, 'grp_gone')).toThrow(NotFound);
  });

  it('is not deleted while an access list names it', () => {
    expect(() => removeGroup(administrator, { groupId: 'grp_named', ifMatch: 1 })(policy)).toThrow(InUse);
  });

  it('is one of two hundred at most', () => {
    const groups = Array.from({ length: 200 }, (_, index) => groupNamed(`g${index}`, [ROOT_FOLDER]));
    const full = policyOf({ groups });
    expect(() => addGroup(administrator, full, 'grp_new', { name: 'New', folders: [ROOT_FOLDER] })).toThrow(
      PolicyFull,
    );
    const fewer = policyOf({ groups: groups.slice(1) });
    expect(() =>
      addGroup(administrator, fewer, 'grp_new', { name: 'New', folders: [ROOT_FOLDER] }),
    ).not.toThrow();
  });
});

describe('X-4 whoever makes groups', () => {
  it.each<[string, Parameters<typeof byHand>[0]]>([
    ['their folder', { dataViewLevel: 'folder' }],
    ['only themselves', { dataViewLevel: 'own' }],
    ['what their groups leave them', { dataViewLevel: 'account', groups: ['grp_narrow'] }],
  ])('and reaches %s decides over nobody’s reach', (_, more) => {
    const authority = seeing(more);
    expect(() => addGroup(authority, policy, 'grp_new', fields)).toThrow(MoreThanHeld);
    expect(() => changeGroup(authority, { groupId: 'grp_free', ifMatch: 1 }, fields)(policy)).toThrow(
      MoreThanHeld,
    );
    expect(() => removeGroup(authority, { groupId: 'grp_free', ifMatch: 1 })(policy)).toThrow(MoreThanHeld);
  });

  it('reaches the whole account', () => {
    expect(() => addGroup(seeing({ dataViewLevel: 'account' }), policy, 'grp_new', fields)).not.toThrow();
  });
});
