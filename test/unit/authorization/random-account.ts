import * as fc from 'fast-check';
import type { Policy } from '../../../core/domain/authorization/policy.ts';
import { AGENCY_ROLES, type AgencyRole } from '../../../core/domain/authorization/rights.ts';
import { ENDPOINT_KEYS, ENDPOINTS, type Endpoint } from '../../../core/domain/endpoints.ts';
import { MEMBER_STATUSES, type MemberStatus } from '../../../core/domain/member.ts';
import { PAGE_KEYS } from '../../../core/domain/pages.ts';
import {
  DATA_VIEW_LEVELS,
  PERMISSION_KEYS,
  type Permission,
  SITE_PERMISSION_LEVELS,
} from '../../../core/domain/permissions.ts';
import { ROLE_IDS } from '../../../core/domain/roles.ts';
import type { Permissions } from '../../../core/domain/sections/permissions.ts';

/** Somebody who signs in: a member in some state, or (`stranger`) somebody with no membership in the account. */
export interface Person {
  userId: string;
  status: MemberStatus | 'stranger';
  folderId: string;
  byHand: Permissions;
  agencyRole: AgencyRole | undefined;
}

/** An API user. */
export interface Program {
  apiUserId: string;
  endpoints: readonly Endpoint[];
  grants: readonly Permission[];
}

export interface RandomAccount {
  policy: Policy;
  people: readonly Person[];
  programs: readonly Program[];
}

/** Ids of things that are not there: deleted meanwhile, or never made. */
export const GONE = { folder: 'fld_gone', role: 'rol_gone', group: 'grp_gone' } as const;

/** Endpoints inside an account: the others ask nobody about permissions. */
export const ACCOUNT_ENDPOINTS = ENDPOINT_KEYS.filter((key) => typeof ENDPOINTS[key] === 'object');

/** Campaigns, initiatives and queues that groups may name. */
export const WORK = ['spring', 'autumn', 'support'] as const;

const FOLDERS = ['fld_root', 'fld_b', 'fld_c', 'fld_d', 'fld_e', 'fld_f', 'fld_g'] as const;
const CUSTOM_ROLES = ['rol_a', 'rol_b', 'rol_c'] as const;
const GROUPS = ['grp_a', 'grp_b', 'grp_c'] as const;
const USERS = ['usr_a', 'usr_b', 'usr_c', 'usr_d', 'usr_e', 'usr_f'] as const;

const some = <Item>(items: readonly Item[], maxLength: number) =>
  fc.subarray([...items], { maxLength: Math.min(maxLength, items.length) });

/** What is there, and now and then something that is not. */
const mostly = <Item>(items: readonly Item[], gone: Item) =>
  fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...items) }, { weight: 1, arbitrary: fc.constant(gone) });

const permissions = fc.oneof(some(PERMISSION_KEYS, 8), some(PERMISSION_KEYS, PERMISSION_KEYS.length));

/** The narrow ones rather: in what is wide open there is nothing to decide. */
const dataViewLevel = fc.constantFrom(...DATA_VIEW_LEVELS, ...DATA_VIEW_LEVELS.slice(0, 3));

const role = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...ROLE_IDS) },
  { weight: 4, arbitrary: mostly(CUSTOM_ROLES, GONE.role) },
  { weight: 2, arbitrary: fc.constantFrom('manager', 'agent', 'call-agent', 'report-manager') },
);

const subjects = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  { weight: 2, arbitrary: some([...USERS, ...CUSTOM_ROLES, ...GROUPS, ...ROLE_IDS], 6) },
);

const folder = fc.record({
  above: fc.nat(),
  hangsOnNothing: fc.integer({ min: 0, max: 40 }).map((drawn) => drawn === 0),
  role: fc.option(role, { nil: undefined }),
  permissions: fc.oneof(fc.constant<Permission[]>([]), permissions),
  access: fc.record({ read: subjects, write: subjects, store: subjects }),
});

const folders = fc
  .array(folder, { minLength: 3, maxLength: FOLDERS.length })
  .map((drawn): Policy['folders'] =>
    Object.fromEntries(
      drawn.map(({ above, hangsOnNothing, role, permissions, access }, index) => {
        const folderId = FOLDERS[index] ?? '';
        const parent = hangsOnNothing ? GONE.folder : FOLDERS[above % Math.max(index, 1)];
        const parentId = index === 0 ? undefined : parent;
        return [folderId, { folderId, name: folderId, parentId, role, permissions, access, version: 1 }];
      }),
    ),
  );

const customRoles = fc
  .array(
    fc.record({
      designation: fc.constantFrom('manager' as const, 'agent' as const, 'agent' as const, 'api' as const),
      permissions,
      pages: some(PAGE_KEYS, 6),
      dataViewLevel,
      sitePermissionLevel: fc.constantFrom(...SITE_PERMISSION_LEVELS),
    }),
    { minLength: 2, maxLength: CUSTOM_ROLES.length },
  )
  .map((drawn): Policy['roles'] =>
    Object.fromEntries(
      drawn.map((facts, index) => {
        const roleId = CUSTOM_ROLES[index] ?? '';
        return [roleId, { ...facts, roleId, name: roleId, help: '', mayJoinGroups: true, version: 1 }];
      }),
    ),
  );

const groups = fc
  .array(
    fc.record({
      folders: fc.uniqueArray(mostly(FOLDERS, GONE.folder), { minLength: 1, maxLength: 3 }),
      work: fc.option(some(WORK, 1), { nil: undefined, freq: 8 }),
    }),
    { minLength: 2, maxLength: GROUPS.length },
  )
  .map((drawn): Policy['groups'] =>
    Object.fromEntries(
      drawn.map((facts, index) => {
        const groupId = GROUPS[index] ?? '';
        return [groupId, { ...facts, groupId, name: groupId, version: 1 }];
      }),
    ),
  );

const byHand = fc.record({
  role: fc.option(role, { nil: undefined, freq: 2 }),
  dataViewLevel: fc.option(dataViewLevel, { nil: undefined, freq: 3 }),
  sitePermissionLevel: fc.option(fc.constantFrom(...SITE_PERMISSION_LEVELS), { nil: undefined, freq: 2 }),
  grants: permissions,
  pages: fc.option(some(PAGE_KEYS, 6), { nil: undefined, freq: 2 }),
  groups: fc.oneof(
    fc.constant<string[]>([]),
    fc.uniqueArray(mostly(GROUPS, GONE.group), { minLength: 1, maxLength: 2 }),
  ),
});

const person = fc.record({
  status: fc.oneof(
    { weight: 10, arbitrary: fc.constant('active' as const) },
    { weight: 2, arbitrary: fc.constantFrom(...MEMBER_STATUSES, 'stranger' as const) },
  ),
  folderId: mostly(FOLDERS, GONE.folder),
  byHand,
  agencyRole: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...AGENCY_ROLES) },
  ),
  /** Somebody like the one before, but for one thing: between such two, X-4 has something to decide. */
  differsIn: fc.option(
    fc.constantFrom('folderId', 'role', 'grants', 'pages', 'groups', 'dataViewLevel', 'sitePermissionLevel'),
    { nil: undefined, freq: 2 },
  ),
});

const people = fc.array(person, { minLength: 3, maxLength: 5 }).map((drawn): readonly Person[] => {
  const all: Person[] = [];
  for (const [index, { differsIn, ...own }] of drawn.entries()) {
    const userId = USERS[index] ?? '';
    const like = all.at(-1);
    if (differsIn === undefined || like === undefined) all.push({ ...own, userId });
    else if (differsIn === 'folderId') all.push({ ...like, userId, folderId: own.folderId });
    else all.push({ ...like, userId, byHand: { ...like.byHand, [differsIn]: own.byHand[differsIn] } });
  }
  return all;
});

const programs = fc
  .array(fc.record({ endpoints: some(ACCOUNT_ENDPOINTS, ACCOUNT_ENDPOINTS.length), grants: permissions }), {
    minLength: 1,
    maxLength: 2,
  })
  .map((drawn): readonly Program[] => drawn.map((facts, index) => ({ ...facts, apiUserId: `api_${index}` })));

/** An account such as nobody would make, but could. Without bias: small ones leave nothing to decide. */
export const randomAccount: fc.Arbitrary<RandomAccount> = fc
  .noBias(fc.record({ folders, roles: customRoles, groups, people, programs }))
  .map(({ people, programs, ...parts }) => ({
    policy: { accountId: 'acc_a', version: 1, ...parts },
    people,
    programs,
  }));
