import { type Completeness, completenessOf } from '../domain/completeness.ts';
import { NotFound } from '../domain/errors.ts';
import { employee } from '../domain/sections/employee.ts';
import { profile } from '../domain/sections/profile.ts';
import type { MemberRef, Ports } from './ports.ts';

/** Tells what is missing from a member's profile, and what stays empty because of it. Throws `NotFound`. */
export const readCompleteness =
  ({ members }: Pick<Ports, 'members'>) =>
  async (ref: MemberRef): Promise<Completeness> => {
    const found = await members.read(ref);
    if (found === undefined) throw new NotFound();
    const dataOf = (section: string) => found.records.find((record) => record.section === section)?.data;
    return completenessOf({
      profile: profile.optional().parse(dataOf('profile')),
      employee: employee.optional().parse(dataOf('employee')),
    });
  };
