import { Busy } from '../../domain/errors.ts';
import { recordOf, type SectionRecord } from '../../domain/section-record.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { MemberRecord, Members, PersonalData } from '../../usecases/ports.ts';
import { editOperations, keptUses } from './edit-members.ts';
import { isCalled, isSaidBy } from './person.ts';
import { readMember } from './read-member.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

const TRIES = 5;

/** The profile as the person is called now; whoever has none has nothing to be renamed. */
const renamedProfile = (
  records: readonly SectionRecord[],
  person: PersonalData,
): readonly SectionRecord[] => {
  const profile = recordOf(records, 'profile');
  return profile?.data === undefined ? [] : [{ ...profile, data: { ...profile.data, ...person } }];
};

const renamed = (before: MemberRecord, { language: _, ...names }: PersonalData) => ({
  ...before.member,
  ...names,
  version: before.member.version + 1,
});

/**
 * AP-161 · say in another account what the person is called now · Query, consistent, 1 read unit per 4 KB; then 1
 * transaction, 2 write units each for head and profile, 2 for the look whether they still are called so, 2 per role, folder
 * and group when the name changes, 2 for the login ID; index as AP-160. Who has been changed in between is read again.
 */
export const renameMembers =
  (store: Store): Members['rename'] =>
  async (ref, person, stamp) => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const before = await readMember(store)(ref);
      if (before === undefined || isSaidBy(before, person)) return;
      const member = renamed(before, person);
      const records = renamedProfile(before.records, person);
      const refused = await transact(store, {
        ...editOperations(store, { before, member, records }, keptUses(before, fullName(member)), stamp),
        person: isCalled(store, ref.userId, person),
      });
      // Whoever has changed it since says it themselves: of two at once the later must not be undone.
      if (refused.size === 0 || refused.has('person')) return;
    }
    throw new Busy();
  };
