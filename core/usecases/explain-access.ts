import type { AccessList } from '../domain/access-list.ts';
import { assignmentFaults } from '../domain/authorization/assignment.ts';
import { type Authority, mayInFolder, requireInSight } from '../domain/authorization/authority.ts';
import { handoverFaults } from '../domain/authorization/delegation.ts';
import { explain, gained } from '../domain/authorization/explanation.ts';
import { type Given, rightsOf } from '../domain/authorization/rights.ts';
import type { Fault } from '../domain/errors.ts';
import type { AgencyMembership } from '../domain/member.ts';
import { recordOf } from '../domain/section-record.ts';
import type { Permissions } from '../domain/sections/permissions.ts';
import { accessListFaults, allAccessLists } from './access-list-faults.ts';
import { type AccessEdit, type AccessPlan, planAccessChange } from './plan-access-change.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget } from './read-target.ts';

type Needs = Pick<Ports, 'members' | 'users' | 'accounts'>;

interface Besides {
  allowedNetworks?: readonly string[] | undefined;
  agency?: AgencyMembership | undefined;
  lists?: readonly AccessList[];
}

const shown = ({ policy }: Authority, given: Given, { allowedNetworks, agency, lists }: Besides) => {
  const { subjects, isAdministrator } = rightsOf(policy, given);
  return {
    ...explain(policy, given),
    allowedNetworks,
    agency: agency && given.agencyRole && { agencyId: agency.agencyId, role: agency.role },
    ...(lists && {
      lists: lists
        .filter((list) => isAdministrator || list.subjects.some((subject) => subjects.has(subject)))
        .map(({ kind, key }) => ({ kind, key })),
    }),
  };
};

/** What a member may do, each part with where it comes from, and its version. Throws `NotFound`. */
export const explainAccess =
  (ports: Needs & Pick<Ports, 'accessLists'>) => async (authority: Authority, ref: MemberRef) => {
    const [{ record, user, given }, lists] = await Promise.all([
      readTarget(ports)(ref),
      allAccessLists(ports, ref.accountId),
    ]);
    const allowedNetworks = recordOf(record.records, 'access')?.data?.allowedNetworks;
    return {
      result: shown(authority, given, { allowedNetworks, agency: user.agencyRole, lists }),
      version: record.member.version,
    };
  };

const refusalsOf = ({ invalid, notHeld, notInFolder }: AccessPlan): readonly Fault[] => [
  ...invalid,
  ...notHeld,
  ...notInFolder.map((right) => ({ pointer: '', detail: `needs the right to ${right} in the folder` })),
];

/** What a change would add, take away and break; nothing is changed. Throws `NotFound`, `WrongMemberStatus`. */
export const previewAccess =
  (ports: Needs & Pick<Ports, 'accessLists'>) =>
  async (authority: Authority, ref: MemberRef, edit: AccessEdit, stamp: Stamp) => {
    const plan = planAccessChange(authority, await readTarget(ports)(ref), edit, stamp);
    const { before, after } = plan;
    const ofLists = await accessListFaults(ports)(authority, before.subjects, after.subjects, '');
    return {
      access: shown(authority, plan.given, plan),
      added: gained(plan.before, plan.after),
      removed: gained(plan.after, plan.before),
      warnings: plan.warnings,
      refusals: [...refusalsOf(plan), ...ofLists],
    };
  };

/** What somebody new would get in a folder, with this by hand; nobody is added. Throws `InvalidRequest`. */
export const previewNewAccess =
  (ports: Pick<Ports, 'accounts' | 'accessLists'>) =>
  async (authority: Authority, folderId: string, byHand: Permissions) => {
    requireInSight(authority, folderId, '/folderId');
    const given: Given = { userId: '', folderId, byHand };
    const { policy } = authority;
    const account = await ports.accounts.read(authority.accountId);
    const after = rightsOf(policy, given);
    const nothing = rightsOf(policy, { userId: '', folderId: '', byHand: undefined });
    const access = shown(authority, given, {});
    const place = { policy, isSubaccount: account?.parentAccountId !== undefined };
    const lacking = (['read', 'write', 'store'] as const).filter(
      (right) => !mayInFolder(authority, folderId, right),
    );
    return {
      access,
      added: gained(nothing, after),
      removed: { permissions: [], pages: [], endpoints: [] },
      warnings: access.warnings,
      refusals: [
        ...assignmentFaults(place, { folderId, byHand }, '/permissions', '/folderId'),
        ...handoverFaults(authority, undefined, after, '/permissions'),
        ...(await accessListFaults(ports)(authority, nothing.subjects, after.subjects, '/permissions')),
        ...lacking.map((right) => ({
          pointer: '/folderId',
          detail: `needs the right to ${right} in the folder`,
        })),
      ],
    };
  };
