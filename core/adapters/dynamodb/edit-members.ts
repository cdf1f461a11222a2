import { type Use, usesOf } from '../../domain/authorization/uses.ts';
import { AssetGone, Busy, ChangedMeanwhile } from '../../domain/errors.ts';
import { replaced, type Stakes, stakesOf } from '../../domain/member-stakes.ts';
import { recordOf, revised, type SectionRecord } from '../../domain/section-record.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { MemberEdit, MemberRecord, Members, Stamp } from '../../usecases/ports.ts';
import { editHead } from './change-head.ts';
import { claim, claimsOfMember, claimsWithout, giveUpClaims, refuseTaken } from './claims.ts';
import { leaveInvitation } from './invitations.ts';
import { loginItem, sectionItem } from './member-items.ts';
import { setPerson } from './person.ts';
import { isSectionAsRead } from './section-as-read.ts';
import { goneFaults, moveStakes, withoutGone } from './stakes.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { isRefused, moveUses } from './uses.ts';

const AT = '/sections';

/** What an edit moves besides what it says itself. */
interface Moved {
  stakes: Stakes;
  /** The roles, folders and groups that the member keeps: they name who uses them. */
  kept: readonly Use[];
}

const claimsIn = (member: MemberEdit['member'], records: readonly SectionRecord[]) =>
  claimsOfMember(member, recordOf(records, 'profile')?.data?.extension);

/** The roles, folders and groups that are to name the member anew. */
export const keptUses = ({ member, records }: MemberRecord, name: string): readonly Use[] =>
  fullName(member) === name ? [] : usesOf(member.folderId, recordOf(records, 'permissions')?.data);

const sectionName = ({ section }: SectionRecord): string => `section:${section}`;

/** What an edit makes of head, sections and search. */
export const editOperations = (
  store: Store,
  { before, member, records }: MemberEdit,
  kept: readonly Use[],
  stamp: Stamp,
): Record<string, Operation | undefined> => {
  const put = (item: object, condition: Partial<Operation['Put']> = {}): Operation => ({
    Put: { TableName: store.table, Item: { ...item, changed: stamp }, ...condition },
  });
  return {
    member: editHead(store, before.member, member, stamp),
    ...Object.fromEntries(
      revised(before.records, records).map((record) => [
        sectionName(record),
        put(sectionItem(member, record), isSectionAsRead(before.records, record.section)),
      ]),
    ),
    login: member.loginId === before.member.loginId ? undefined : put(loginItem(member)),
    ...moveUses(store, { member: { ...member, name: fullName(member) }, kept }, stamp),
  };
};

/**
 * AP-160 · change a member's profile, settings and work, if nobody has since they were read · 1 transaction, 2 write units
 * for the head and for each section, 2 more for the user and for the item that is found by login ID when they change, 4 per
 * claim that moves, per asset taken and per 2 given up, 2 per file, 2 per role, folder and group when the name changes; 2
 * of index, 8 when the name changes, 2 each when location, email or login ID do.
 */
export const editMembers =
  (store: Store): Members['edit'] =>
  async (edit, stamp) => {
    const { before, member, records, person } = edit;
    const claims = {
      before: claimsIn(before.member, before.records),
      after: claimsIn(member, replaced(before.records, records)),
    };
    const attempt = async ({ stakes, kept }: Moved): Promise<void> => {
      const refused = await transact(store, {
        ...editOperations(store, edit, kept, stamp),
        invitation: leaveInvitation(store, member, edit.invitationDue, stamp),
        user: person && setPerson(store, before, person, stamp),
        ...claim(store, member, claimsWithout(claims.after, claims.before)),
        ...giveUpClaims(store, member, claimsWithout(claims.before, claims.after)),
        ...moveStakes(store, member, stakes, stamp, stamp.by),
      });
      if (refused.size === 0) return;
      const isOld = records.some((record) => refused.has(sectionName(record)));
      if (isOld || refused.has('member') || refused.has('user')) throw new ChangedMeanwhile();
      refuseTaken(refused, AT);
      const gone = goneFaults(refused, stakes, AT);
      if (gone.length > 0) throw new AssetGone(gone);
      // What was never theirs cannot be given up or renamed, and must not keep the rest from going.
      const left = {
        stakes: withoutGone(refused, stakes),
        kept: kept.filter((use) => !isRefused(refused, use)),
      };
      const isLess =
        left.kept.length < kept.length || left.stakes.files.givenUp.length < stakes.files.givenUp.length;
      if (!isLess) throw new Busy();
      await attempt(left);
    };
    await attempt({ stakes: stakesOf(before.records, records), kept: keptUses(before, fullName(member)) });
  };
