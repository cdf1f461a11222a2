import { assignmentFaults } from '../domain/authorization/assignment.ts';
import { type Authority, mayInFolder, requireInSight } from '../domain/authorization/authority.ts';
import { type Handed, handedFaults, handoverFaults } from '../domain/authorization/delegation.ts';
import { explain } from '../domain/authorization/explanation.ts';
import { type AgencyRole, type Given, type Rights, rightsOf } from '../domain/authorization/rights.ts';
import { usesOf, usesWithout } from '../domain/authorization/uses.ts';
import type { Fault, Warning } from '../domain/errors.ts';
import { WrongMemberStatus } from '../domain/errors.ts';
import type { AgencyMembership } from '../domain/member.ts';
import { isWithin } from '../domain/network.ts';
import type { Page } from '../domain/pages.ts';
import type { DataViewLevel, Permission, SitePermissionLevel } from '../domain/permissions.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import { recordOf, withData } from '../domain/section-record.ts';
import type { Permissions } from '../domain/sections/permissions.ts';
import { WARNINGS } from '../domain/warnings.ts';
import { agencyRoleIn } from './authorize.ts';
import { agencyAfter, agencyFaults } from './plan-agency-role.ts';
import type { MemberChange, Stamp } from './ports.ts';
import { securityFaults, type Target } from './read-target.ts';

/** What is to change: what is left out stays, `null` takes away. */
export interface AccessEdit {
  folderId?: string | undefined;
  role?: string | null | undefined;
  dataViewLevel?: DataViewLevel | null | undefined;
  sitePermissionLevel?: SitePermissionLevel | null | undefined;
  grants?: readonly Permission[] | undefined;
  pages?: readonly Page[] | null | undefined;
  groups?: readonly string[] | undefined;
  affiliateProfile?: string | null | undefined;
  allowedNetworks?: readonly string[] | null | undefined;
  agencyRole?: AgencyRole | null | undefined;
}

/** What a change would do, before anything is done. */
export interface AccessPlan {
  before: Rights;
  after: Rights;
  given: Given;
  allowedNetworks: readonly string[] | undefined;
  agency: AgencyMembership | undefined;
  change: MemberChange;
  warnings: readonly Warning[];
  /** What cannot be. */
  invalid: readonly Fault[];
  /** What whoever asks does not hold. */
  notHeld: readonly Fault[];
  /** The folders in which they lack the right to it. */
  notInFolder: readonly ('write' | 'store')[];
}

const edited = <Value>(was: Value | undefined, is: Value | null | undefined): Value | undefined =>
  is === undefined ? was : (is ?? undefined);

const NOTHING_BY_HAND: Permissions = { grants: [], groups: [] };

const byHandAfter = (before: Permissions = NOTHING_BY_HAND, edit: AccessEdit): Permissions => ({
  // It is chosen with the role, and goes with it.
  designation: edit.role === undefined ? before.designation : undefined,
  role: edited(before.role, edit.role),
  dataViewLevel: edited(before.dataViewLevel, edit.dataViewLevel),
  sitePermissionLevel: edited(before.sitePermissionLevel, edit.sitePermissionLevel),
  grants: [...new Set(edit.grants ?? before.grants)],
  pages: edited(before.pages, edit.pages && [...new Set(edit.pages)]),
  groups: [...new Set(edit.groups ?? before.groups)],
  affiliateProfile: edited(before.affiliateProfile, edit.affiliateProfile),
});

/** What is given by hand: it stays when role or folder stop giving it. */
const granted = (byHand: Permissions | undefined): Handed => ({
  permissions: new Set(byHand?.grants ?? []),
  pages: new Set(byHand?.pages ?? []),
});

/** The security of oneself is for others to change (C-38), unless one is administrator. */
const ownFaults = ({ userId, rights }: Authority, { given }: Target): readonly Fault[] =>
  given.userId === userId && !rights.isAdministrator
    ? [{ pointer: '', detail: 'changes your own access, which others have to do' }]
    : [];

const warningsOf = (
  authority: Authority,
  target: Target,
  edit: AccessEdit,
  { after, given, stamp }: { after: Rights; given: Given; stamp: Stamp },
): readonly Warning[] => {
  const isSelf = target.given.userId === authority.userId;
  const { allowedNetworks, agencyRole } = edit;
  const locksOut =
    isSelf && allowedNetworks && stamp.sourceAddress && !isWithin(stamp.sourceAddress, allowedNetworks);
  const hadPage = rightsOf(authority.policy, target.given).pages.size > 0;
  return [
    ...explain(authority.policy, given).warnings.filter(({ code }) => code !== 'no-page'),
    ...(after.pages.size === 0 && hadPage ? [{ code: 'no-page' as const, detail: WARNINGS['no-page'] }] : []),
    ...(locksOut ? [{ code: 'own-lockout' as const, detail: WARNINGS['own-lockout'] }] : []),
    ...(agencyRole && agencyRole !== target.user.agencyRole?.role
      ? [{ code: 'agency-reach' as const, detail: WARNINGS['agency-reach'] }]
      : []),
  ];
};

/** Works out what an edit of a member's access would do. Throws `WrongMemberStatus` while they are being onboarded. */
export const planAccessChange = (
  authority: Authority,
  target: Target,
  edit: AccessEdit,
  stamp: Stamp,
): AccessPlan => {
  const { record, account, given: before } = target;
  const { member, records } = record;
  if (member.status === 'onboarding') throw new WrongMemberStatus('set up yet: correct the run instead');
  if (edit.folderId !== undefined) requireInSight(authority, edit.folderId, '/folderId');
  const folderId = edit.folderId ?? member.folderId;
  const byHand = byHandAfter(before.byHand, edit);
  const accessRecord = recordOf(records, 'access');
  const allowedNetworks = edited<readonly string[]>(
    accessRecord?.data?.allowedNetworks,
    edit.allowedNetworks,
  );
  const agency = agencyAfter(target, edit.agencyRole, byHand.role, allowedNetworks);
  const agencyRole = agencyRoleIn(account, { ...target.user, agencyRole: agency });
  const given: Given = { userId: member.userId, folderId, byHand, agencyRole };
  const { policy } = authority;
  const rights = { before: rightsOf(policy, before), after: rightsOf(policy, given) };
  const ofAgency = agencyFaults(authority, target, edit.agencyRole, byHand.role);
  const uses = { before: usesOf(member.folderId, before.byHand), after: usesOf(folderId, byHand) };
  const isCounted = (role: string | undefined): number =>
    member.status === 'active' && role === ADMINISTRATOR ? 1 : 0;
  const difference = isCounted(byHand.role) - isCounted(before.byHand?.role);
  const agencyChanges = JSON.stringify(agency) !== JSON.stringify(target.user.agencyRole);
  const place = { policy, isSubaccount: account.parentAccountId !== undefined };
  const permissionsRecord = recordOf(records, 'permissions');
  return {
    ...rights,
    given,
    allowedNetworks,
    agency: agencyRole === undefined ? undefined : agency,
    warnings: warningsOf(authority, target, edit, { after: rights.after, given, stamp }),
    invalid: [...assignmentFaults(place, { folderId, byHand }, '', '/folderId'), ...ofAgency.invalid],
    notHeld: [
      ...ownFaults(authority, target),
      ...(edit.allowedNetworks === undefined ? [] : securityFaults(authority, target)),
      ...handoverFaults(authority, rights.before, rights.after, ''),
      ...handedFaults(authority, granted(before.byHand), granted(byHand), '/grants'),
      ...ofAgency.notHeld,
    ],
    notInFolder: [
      ...(mayInFolder(authority, member.folderId, 'write') ? [] : (['write'] as const)),
      ...(folderId === member.folderId || mayInFolder(authority, folderId, 'store')
        ? []
        : (['store'] as const)),
    ],
    change: {
      before: record,
      member: { ...member, folderId, role: byHand.role, version: member.version + 1 },
      records: [
        withData(permissionsRecord, 'permissions', byHand, stamp.at),
        ...(edit.allowedNetworks === undefined
          ? []
          : [
              withData(
                accessRecord ?? permissionsRecord,
                'access',
                allowedNetworks && { allowedNetworks },
                stamp.at,
              ),
            ]),
      ],
      taken: usesWithout(uses.after, uses.before),
      givenUp: usesWithout(uses.before, uses.after),
      administrators: difference > 0 ? 1 : difference < 0 ? -1 : 0,
      ...(agencyChanges && { agencyRole: { is: agency } }),
    },
  };
};
