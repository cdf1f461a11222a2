import type { Account } from '../domain/account.ts';
import type { KnownPerson } from '../domain/known-person.ts';
import type { User } from '../domain/member.ts';
import { recordOf } from '../domain/section-record.ts';
import type { Ports } from './ports.ts';

type Needs = Pick<Ports, 'users' | 'accounts' | 'members'>;

/** The accounts of a user that another account may know of: itself, and those of its agency. */
const accountsInSight =
  ({ accounts }: Pick<Ports, 'accounts'>) =>
  async (accountId: string, user: User): Promise<readonly Account[]> => {
    const [mine, ...theirs] = await Promise.all(
      [accountId, ...user.accountIds].map((id) => accounts.read(id)),
    );
    return theirs.flatMap((account) => {
      const isMine = account?.accountId === accountId;
      const isOfAgency = mine?.agencyId !== undefined && account?.agencyId === mine.agencyId;
      return account !== undefined && (isMine || isOfAgency) ? [account] : [];
    });
  };

/** The user who has an email, if they have got as far as being one. */
export const findUser =
  ({ users }: Pick<Ports, 'users'>) =>
  async (email: string): Promise<User | undefined> => {
    const userId = await users.findByEmail(email);
    return userId === undefined ? undefined : users.read(userId);
  };

/**
 * Who has an email, as far as an account may know (D-32): only somebody in this account or in one of the same agency,
 * and of their accounts only those.
 */
export const knowPerson =
  (ports: Needs) =>
  async (accountId: string, email: string): Promise<KnownPerson | undefined> => {
    const user = await findUser(ports)(email);
    if (user === undefined) return undefined;
    const inSight = await accountsInSight(ports)(accountId, user);
    if (inSight.length === 0) return undefined;
    const memberships = await Promise.all(
      inSight.map(async (account) => {
        const left = await ports.members.read({ accountId: account.accountId, userId: user.userId });
        const role = left && recordOf(left.records, 'permissions')?.data?.role;
        return { accountId: account.accountId, accountName: account.name, role };
      }),
    );
    const { userId, firstName, lastName, loginId, language } = user;
    return { userId, firstName, lastName, email: user.email, loginId, language, memberships };
  };
