import type { Invitations } from '../../../core/usecases/ports.ts';
import { copy, type Database, keys } from './database.ts';
import { byBytes } from './page.ts';

export const inMemoryInvitations = ({ invitations, members }: Database): Invitations => ({
  due: async (now, limit) =>
    copy(
      [...invitations.values()]
        .filter(({ dueAt }) => dueAt <= now)
        .sort((one, other) => byBytes(one.dueAt, other.dueAt))
        .slice(0, limit),
    ),
  async read(ref) {
    const found = invitations.get(keys.member(ref));
    return found && { dueAt: found.dueAt };
  },
  async claim(ref, dueAt, until) {
    const found = invitations.get(keys.member(ref));
    if (found?.dueAt !== dueAt) return false;
    invitations.set(keys.member(ref), { ...found, dueAt: until });
    return true;
  },
  async settle(ref, invitedAt) {
    const isDue = invitations.delete(keys.member(ref));
    const member = members.get(keys.member(ref));
    if (isDue && member !== undefined && invitedAt !== undefined)
      members.set(keys.member(ref), { ...member, invitedAt });
  },
});
