import { NotFound } from '../domain/errors.ts';
import { recordOf, waitingFor } from '../domain/section-record.ts';
import type { MemberRef, Ports } from './ports.ts';

/** What belongs to the person, and only the account that created the user may change (D-35). */
const OWNED_PARTS = [
  '/profile/email',
  '/profile/loginId',
  '/profile/firstName',
  '/profile/lastName',
  '/profile/language',
];

/** Reads a member with all that the eight steps set up. Throws `NotFound`. */
export const readMember =
  ({ members, users, accounts }: Pick<Ports, 'members' | 'users' | 'accounts'>) =>
  async (ref: MemberRef) => {
    const [found, user] = await Promise.all([members.read(ref), users.read(ref.userId)]);
    if (found === undefined) throw new NotFound();
    const isThisAccount = user?.owningAccountId === ref.accountId;
    const owner = user && !isThisAccount ? await accounts.read(user.owningAccountId) : undefined;
    const { member, records } = found;
    return {
      ...member,
      acceptedAt: user?.acceptedAt,
      sections: Object.fromEntries(records.map(({ section, data }) => [section, data])),
      waitingFor: waitingFor(records),
      owner: { isThisAccount, name: owner?.name, parts: OWNED_PARTS },
      onboardedBy: recordOf(records, 'profile')?.runId,
    };
  };
