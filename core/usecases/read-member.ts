import { effectiveSettings } from '../domain/account-settings.ts';
import type { Authority } from '../domain/authorization/authority.ts';
import { memberRole } from '../domain/authorization/member-role.ts';
import { recordOf, waitingFor } from '../domain/section-record.ts';
import { OWNER_FIELDS } from '../domain/self-edit.ts';
import { mayChange } from './edit-rights.ts';
import type { MemberRef, Ports } from './ports.ts';
import { readTarget } from './read-target.ts';

/**
 * Reads a member with all that the eight steps set up, and what of it whoever asks may change. Throws `NotFound`.
 */
export const readMember =
  ({
    members,
    users,
    accounts,
    accountDefaults,
  }: Pick<Ports, 'members' | 'users' | 'accounts' | 'accountDefaults'>) =>
  async (authority: Authority, ref: MemberRef) => {
    const [target, { settings }] = await Promise.all([
      readTarget({ members, users, accounts })(ref),
      accountDefaults.read(ref.accountId),
    ]);
    const { user, record, given } = target;
    const isThisAccount = user.owningAccountId === ref.accountId;
    const owner = isThisAccount ? undefined : await accounts.read(user.owningAccountId);
    const { member, records } = record;
    return {
      ...member,
      role: memberRole(authority.policy, { folderId: member.folderId, role: given.byHand?.role }),
      acceptedAt: user.acceptedAt,
      sections: Object.fromEntries(records.map(({ section, data }) => [section, data])),
      waitingFor: waitingFor(records),
      owner: { isThisAccount, name: owner?.name, parts: [...OWNER_FIELDS] },
      effective: effectiveSettings(
        { dialing: recordOf(records, 'dialing')?.data, employee: recordOf(records, 'employee')?.data },
        settings,
      ),
      mayChange: mayChange(authority, target),
      onboardedBy: recordOf(records, 'profile')?.runId,
    };
  };
