import type { MemberStatus } from '../domain/member.ts';
import type { PageRequest, Ports } from './ports.ts';

/** Lists members of one status by name. Throws `InvalidRequest` for a cursor that is not ours. */
export const listMembers =
  ({ members }: Pick<Ports, 'members'>) =>
  (accountId: string, query: PageRequest & { status: MemberStatus; name?: string | undefined }) =>
    members.list(accountId, { status: query.status, namePrefix: query.name }, query);
