import type { Authority } from '../domain/authorization/authority.ts';
import type { AgencyRole } from '../domain/authorization/rights.ts';
import type { Fault } from '../domain/errors.ts';
import type { AgencyMembership } from '../domain/member.ts';
import { ADMINISTRATOR } from '../domain/roles.ts';
import type { Target } from './read-target.ts';

/** What a member's agency role is to be: as it was if left out, none if `null`. */
type Asked = AgencyRole | null | undefined;

/** The agency role goes with the administrator's role that it stands on, and has its networks (D-23). */
export const agencyAfter = (
  { record, user, account }: Target,
  asked: Asked,
  role: string | undefined,
  allowedNetworks: readonly string[] | undefined,
): AgencyMembership | undefined => {
  const { accountId } = record.member;
  const before = user.agencyRole;
  if (before !== undefined && before.accountId !== accountId) return before;
  const is = asked === undefined ? before?.role : (asked ?? undefined);
  const { agencyId } = account;
  if (is === undefined || agencyId === undefined || role !== ADMINISTRATOR) return undefined;
  return { ...before, agencyId, accountId, role: is, allowedNetworks };
};

/** What stands against the agency role that is asked for: what cannot be, and what is for others to give. */
export const agencyFaults = (
  authority: Authority,
  { record: { member }, user, account }: Target,
  asked: Asked,
  role: string | undefined,
): { invalid: readonly Fault[]; notHeld: readonly Fault[] } => {
  const faultIf = (isFault: boolean, detail: string): readonly Fault[] =>
    isFault ? [{ pointer: '/agencyRole', detail }] : [];
  if (asked === undefined) return { invalid: [], notHeld: [] };
  const isThroughAnother = user.agencyRole !== undefined && user.agencyRole.accountId !== member.accountId;
  return {
    invalid: [
      ...faultIf(account.agencyId === undefined, 'is for accounts of an agency, and this one is in none'),
      ...faultIf(isThroughAnother, 'is held through another account, and changed there'),
      ...faultIf(
        asked !== null && role !== ADMINISTRATOR,
        'is only for a member who is administrator of the account already',
      ),
      // Elsewhere in the agency nobody would look at the status of the membership that it stands on.
      ...faultIf(asked !== null && member.status !== 'active', 'is only for a member who is active'),
    ],
    notHeld: faultIf(
      authority.agencyRole !== 'agency-administrator',
      'is given and taken by agency administrators',
    ),
  };
};
