import { type Completeness, completenessOf } from '../domain/completeness.ts';
import { NotFound } from '../domain/errors.ts';
import { recordOf } from '../domain/section-record.ts';
import type { MemberRef, Ports } from './ports.ts';

/** Tells what is missing from a member's profile, and what stays empty because of it. Throws `NotFound`. */
export const readCompleteness =
  ({ members }: Pick<Ports, 'members'>) =>
  async (ref: MemberRef): Promise<Completeness> => {
    const found = await members.read(ref);
    if (found === undefined) throw new NotFound();
    return completenessOf({
      profile: recordOf(found.records, 'profile')?.data,
      employee: recordOf(found.records, 'employee')?.data,
    });
  };
