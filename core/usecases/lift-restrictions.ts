import { InvalidRequest, WrongMemberStatus } from '../domain/errors.ts';
import type { User } from '../domain/member.ts';
import { recordOf } from '../domain/section-record.ts';
import type { MemberRef, Ports, Stamp } from './ports.ts';
import { readTarget, type Target } from './read-target.ts';

/** A user by id or by email, in one of their accounts; where they have but one, it need not be named. */
interface Named {
  userId?: string | undefined;
  email?: string | undefined;
  accountId?: string | undefined;
}

type Needs = Pick<Ports, 'members' | 'users' | 'accounts' | 'log'>;

const refuse = (pointer: string, detail: string): never => {
  throw new InvalidRequest([{ pointer, detail }]);
};

const findUser =
  ({ users }: Pick<Ports, 'users'>) =>
  async ({ userId, email }: Named): Promise<User> => {
    const id = userId ?? (email === undefined ? undefined : await users.findByEmail(email));
    const user = id === undefined ? undefined : await users.read(id);
    return user ?? refuse(userId === undefined ? '/email' : '/userId', 'belongs to no user');
  };

const accountOf = ({ accountIds }: User, accountId: string | undefined): string => {
  const [only, ...others] = accountIds;
  const found = accountId ?? (others.length === 0 ? only : undefined);
  if (found !== undefined && accountIds.includes(found)) return found;
  const detail = `must be an account of this user: ${accountIds.join(', ')}`;
  return refuse('/accountId', detail);
};

/** The networks that the member may call from, in the account and, with an agency role, in the whole agency. */
const networksOf = ({ record, user }: Target): readonly string[] => {
  const { agencyRole } = user;
  const ofAgency = agencyRole?.accountId === record.member.accountId ? agencyRole.allowedNetworks : undefined;
  return recordOf(record.records, 'access')?.data?.allowedNetworks ?? ofAgency ?? [];
};

const withoutNetworks = ({ record, user }: Target) => {
  const { member, records } = record;
  const access = recordOf(records, 'access');
  const { agencyRole } = user;
  return {
    before: record,
    member: { ...member, version: member.version + 1 },
    records: access ? [{ ...access, state: 'skipped' as const, data: undefined }] : [],
    taken: [],
    givenUp: [],
    administrators: 0 as const,
    ...(agencyRole?.accountId === member.accountId && {
      agencyRole: { is: { ...agencyRole, allowedNetworks: undefined } },
    }),
  };
};

/**
 * Lets a member call from anywhere again: for operators, when an administrator has locked themselves out and no other
 * can help. Answers the networks that they were restricted to. A repeat does nothing.
 * Throws `InvalidRequest`, `WrongMemberStatus`, `ChangedMeanwhile`.
 */
export const liftRestrictions =
  (ports: Needs) =>
  async (named: Named, stamp: Stamp): Promise<MemberRef & { networks: readonly string[] }> => {
    const user = await findUser(ports)(named);
    const { userId } = user;
    const accountId = accountOf(user, named.accountId);
    const target = await readTarget(ports)({ accountId, userId });
    if (target.record.member.status === 'onboarding')
      throw new WrongMemberStatus('set up yet: correct the run instead');
    const networks = networksOf(target);
    if (networks.length > 0) await ports.members.change(withoutNetworks(target), stamp);
    ports.log('RESTRICTIONS_LIFTED', {
      accountId,
      userId,
      networks: networks.length,
      requestId: stamp.requestId,
    });
    return { accountId, userId, networks };
  };
