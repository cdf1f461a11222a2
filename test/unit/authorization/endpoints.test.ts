import { describe, expect, it } from 'vitest';
import {
  ENDPOINT_KEYS,
  ENDPOINTS,
  endpointsOf,
  GRANTABLE_ENDPOINTS,
  MEMBER_ENDPOINTS,
  memberEndpointsOf,
} from '../../../core/domain/endpoints.ts';
import { PERMISSION_KEYS } from '../../../core/domain/permissions.ts';
import { ROLES } from '../../../core/domain/roles.ts';

describe('E-20 the endpoints', () => {
  it('E-11 that can be granted are those inside an account, but for the sign-ins and the uploads of people', () => {
    expect(GRANTABLE_ENDPOINTS).not.toContain('readMe');
    expect(GRANTABLE_ENDPOINTS).not.toContain('issueToken');
    expect(GRANTABLE_ENDPOINTS).toContain('startOnboarding');
    const others = ENDPOINT_KEYS.filter((key) => !GRANTABLE_ENDPOINTS.includes(key));
    expect(others.filter((key) => typeof ENDPOINTS[key] !== 'string')).toEqual([
      'startSession',
      'heartbeatSession',
      'endSession',
      'uploadFile',
      'takeOverFile',
    ]);
  });

  it('C-8 that permissions open are those with any one of them', () => {
    expect(endpointsOf(new Set())).toEqual([]);
    expect(endpointsOf(new Set(['view-billing']))).toEqual([
      'listWaitingLine',
      'readAccount',
      'readBilling',
      'listLedger',
      'listStatements',
      'readStatement',
      'printStatement',
    ]);
    expect(endpointsOf(new Set(['search-users']))).toEqual(
      expect.arrayContaining(['listMembers', 'readMember', 'readMemberAccess', 'listFolders']),
    );
    expect(endpointsOf(new Set(PERMISSION_KEYS))).toEqual(GRANTABLE_ENDPOINTS);
    expect(endpointsOf(new Set(ROLES['call-agent'].permissions))).toEqual([]);
  });

  it('D-3 that a member may call are those that their permissions open, and those of any member', () => {
    const ofAnybody = [
      'uploadFile',
      'takeOverFile',
      'listAssets',
      'readAsset',
      'readScheduleHours',
      'readAccountSettings',
    ];
    expect([...memberEndpointsOf(new Set())].sort()).toEqual([...ofAnybody].sort());
    expect(memberEndpointsOf(new Set(['search-users']))).toEqual(
      expect.arrayContaining([...ofAnybody, ...endpointsOf(new Set(['search-users']))]),
    );
    expect(memberEndpointsOf(new Set(PERMISSION_KEYS))).toEqual(MEMBER_ENDPOINTS);
    // What is about themselves alone depends on whom it is about.
    expect(MEMBER_ENDPOINTS).not.toContain('startSession');
    expect(MEMBER_ENDPOINTS).not.toContain('readMe');
  });

  it('C-38 C-56 that change what somebody may do are opened by the right to, and by nothing else', () => {
    const changing = ['changeMemberAccess', 'suspendMember', 'restoreMember', 'signOutMember'] as const;
    for (const key of changing) expect(ENDPOINTS[key]).toEqual({ anyOf: ['modify-security'] });
    expect(ENDPOINTS.startOnboarding).toEqual({ anyOf: ['create-user'] });
    expect(ENDPOINTS.createApiUser).toEqual({ anyOf: ['manage-api-users'] });
  });
});
