import { describe, expect, it } from 'vitest';
import { usesOf, usesWithout } from '../../../core/domain/authorization/uses.ts';
import { newId, ROOT_FOLDER } from '../../../core/domain/ids.ts';
import { ROLE_IDS } from '../../../core/domain/roles.ts';
import { byHand } from './authorities.ts';

const [folder, role, group, other] = [newId('folder'), newId('role'), newId('group'), newId('group')];

describe('what a member uses', () => {
  it('D-5 is the folder, the role by hand and each group', () => {
    expect(usesOf(folder, byHand({ role, groups: [group, other] }))).toEqual([
      { kind: 'folder', id: folder },
      { kind: 'role', id: role },
      { kind: 'group', id: group },
      { kind: 'group', id: other },
    ]);
  });

  it('is nothing of what every account has: the root, and built-in roles', () => {
    for (const builtIn of ROLE_IDS) expect(usesOf(ROOT_FOLDER, byHand({ role: builtIn }))).toEqual([]);
    expect(usesOf(ROOT_FOLDER, undefined)).toEqual([]);
  });

  it('is taken and given up by what differs', () => {
    const before = usesOf(folder, byHand({ role, groups: [group] }));
    const after = usesOf(folder, byHand({ groups: [group, other] }));
    expect(usesWithout(after, before)).toEqual([{ kind: 'group', id: other }]);
    expect(usesWithout(before, after)).toEqual([{ kind: 'role', id: role }]);
    expect(usesWithout(before, before)).toEqual([]);
  });

  it('tells a role from a group of the same id', () => {
    expect(usesWithout([{ kind: 'role', id: 'x' }], [{ kind: 'group', id: 'x' }])).toHaveLength(1);
  });
});
