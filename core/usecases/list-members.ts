import { type Authority, reaches, requireInSight } from '../domain/authorization/authority.ts';
import type { CompiledPolicy } from '../domain/authorization/compiled-policy.ts';
import { foldersGivingRole, withRole } from '../domain/authorization/member-role.ts';
import { InvalidRequest } from '../domain/errors.ts';
import type { MemberStatus } from '../domain/member.ts';
import type { MemberFilter, PageRequest, Ports } from './ports.ts';

/** Which members somebody wants to see; of name, email and login ID the beginning of one. */
interface Asked {
  status?: MemberStatus | 'any' | undefined;
  folderId?: string | undefined;
  role?: string | undefined;
  location?: string | undefined;
  name?: string | undefined;
  email?: string | undefined;
  loginId?: string | undefined;
}

/** Who is searched for by what is theirs alone is found whatever their status; other lists are of who is at work. */
const statusOf = ({ status, email, loginId }: Asked): MemberStatus | undefined => {
  if (status === 'any') return undefined;
  return status ?? (email === undefined && loginId === undefined ? 'active' : undefined);
};

const roleOf = (policy: CompiledPolicy, { role }: Asked): MemberFilter['role'] =>
  role === undefined ? undefined : { byHand: role, folders: foldersGivingRole(policy, role) };

const filterOf = (policy: CompiledPolicy, asked: Asked): MemberFilter => ({
  status: statusOf(asked),
  folderId: asked.folderId,
  role: roleOf(policy, asked),
  location: asked.location,
  namePrefix: asked.name,
  emailPrefix: asked.email,
  loginIdPrefix: asked.loginId,
});

const FOLDER = '/query/folderId';

/** A folder that is not there is named like one out of sight. Throws `InvalidRequest`. */
const requireFolder = (authority: Authority, folderId: string): void => {
  requireInSight(authority, folderId, FOLDER);
  if (authority.policy.path(folderId).length === 0)
    throw new InvalidRequest([{ pointer: FOLDER, detail: 'is no folder of this account' }]);
};

const requireRole = ({ policy }: Authority, role: string): void => {
  if (policy.role(role) === undefined)
    throw new InvalidRequest([{ pointer: '/query/role', detail: 'is no role of this account' }]);
};

/**
 * Lists the members whom one reaches, by name unless email or login ID is searched for. Throws `InvalidRequest` for
 * a folder out of sight, a role that there is not, and a cursor that is not ours.
 */
export const listMembers =
  ({ members }: Pick<Ports, 'members'>) =>
  async (authority: Authority, query: PageRequest & Asked) => {
    if (query.folderId !== undefined) requireFolder(authority, query.folderId);
    if (query.role !== undefined) requireRole(authority, query.role);
    const { accountId, policy } = authority;
    const { items, nextCursor } = await members.list(accountId, filterOf(policy, query), query, (member) =>
      reaches(authority, member),
    );
    return { items: items.map(withRole(policy)), nextCursor };
  };
