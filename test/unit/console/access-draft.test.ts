import { describe, expect, it } from 'vitest';
import {
  type AccessDraft,
  changeIn,
  conflictsIn,
} from '../../../console/src/rooms/user/access/access-draft.ts';

const before: AccessDraft = {
  folderId: 'fld_root',
  role: 'call-agent',
  dataViewLevel: null,
  sitePermissionLevel: null,
  grants: ['use-sip'],
  pages: null,
  groups: [],
  affiliateProfile: null,
  allowedNetworks: null,
  agencyRole: null,
};

describe('a change of somebody’s access', () => {
  it('names only what is different', () => {
    expect(changeIn(before, { ...before, grants: ['use-sip'] })).toEqual({});
    expect(changeIn(before, { ...before, role: null, pages: ['leads'] })).toEqual({
      role: null,
      pages: ['leads'],
    });
  });

  it('is in conflict only where somebody else has changed the same meanwhile', () => {
    const mine = changeIn(before, { ...before, grants: [], role: null });
    expect(conflictsIn(before, { ...before, pages: [] }, mine)).toEqual([]);
    expect(conflictsIn(before, { ...before, grants: ['use-sip', 'start-im'] }, mine)).toEqual(['grants']);
  });
});
