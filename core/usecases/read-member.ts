import { NotFound } from '../domain/errors.ts';
import { recordOf, waitingFor } from '../domain/section-record.ts';
import type { MemberRef, Ports } from './ports.ts';

/** Reads a member with all that the eight steps set up. Throws `NotFound`. */
export const readMember =
  ({ members, users }: Pick<Ports, 'members' | 'users'>) =>
  async (ref: MemberRef) => {
    const [found, user] = await Promise.all([members.read(ref), users.read(ref.userId)]);
    if (found === undefined) throw new NotFound();
    const { member, records } = found;
    return {
      ...member,
      acceptedAt: user?.acceptedAt,
      sections: Object.fromEntries(records.map(({ section, data }) => [section, data])),
      waitingFor: waitingFor(records),
      onboardedBy: recordOf(records, 'profile')?.runId,
    };
  };
