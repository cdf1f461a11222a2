import type { Member } from '../member.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { roleRefOf } from './rights.ts';

/** The role that a member has, with its name and where it comes from (C-7). */
export const memberRole = (
  policy: CompiledPolicy,
  { folderId, role: byHand }: Pick<Member, 'folderId' | 'role'>,
) => {
  const found = roleRefOf(policy, { folderId, byHand: { role: byHand } });
  const facts = found && policy.role(found.ref);
  return facts && { role: found.ref, name: facts.name, by: found.by };
};

/** The folders that give this role to whoever in them has none by hand. */
export const foldersGivingRole = (policy: CompiledPolicy, role: string): ReadonlySet<string> =>
  new Set(
    Object.keys(policy.policy.folders).filter(
      (folderId) => roleRefOf(policy, { folderId, byHand: undefined })?.ref === role,
    ),
  );

/** A member of a list, with their role. */
export const withRole =
  (policy: CompiledPolicy) =>
  <Row extends Pick<Member, 'folderId' | 'role'>>(member: Row) => ({
    ...member,
    role: memberRole(policy, member),
  });
