import { type Authority, reaches } from '../domain/authorization/authority.ts';
import type { MemberStatus } from '../domain/member.ts';
import type { PageRequest, Ports } from './ports.ts';

/** Lists the members of one status whom one reaches, by name. Throws `InvalidRequest` for a cursor that is not ours. */
export const listMembers =
  ({ members }: Pick<Ports, 'members'>) =>
  (authority: Authority, query: PageRequest & { status: MemberStatus; name?: string | undefined }) =>
    members.list(authority.accountId, { status: query.status, namePrefix: query.name }, query, (member) =>
      reaches(authority, member),
    );
