import { Busy, ChangedMeanwhile, LastAdministrator } from '../../domain/errors.ts';
import { revised } from '../../domain/section-record.ts';
import { fullName } from '../../domain/sections/profile.ts';
import type { Members } from '../../usecases/ports.ts';
import { changeHead } from './change-head.ts';
import { sectionItem } from './member-items.ts';
import { isSectionAsRead } from './section-as-read.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { isDeleted, moveUses } from './uses.ts';

/**
 * AP-24 · change what a member may do, if nobody has since it was read · 1 transaction, 2 write units for the member,
 * 2 of index (one more when status or folder changes); 2 more per section, 4 per use taken or given up, 2 for the check of
 * their role when they begin or cease to be active, 2 for the account when its administrators change, 2 for the user when
 * their agency role does.
 */
export const changeMembers =
  (store: Store): Members['change'] =>
  async (change, stamp) => {
    const { before, member, records, taken, givenUp, administrators } = change;
    const refused = await transact(store, {
      ...changeHead(store, change, stamp),
      ...Object.fromEntries(
        revised(before.records, records).map((record): [string, Operation] => [
          `section:${record.section}`,
          {
            Put: {
              TableName: store.table,
              Item: { ...sectionItem(member, record), changed: stamp },
              ...isSectionAsRead(before.records, record.section),
            },
          },
        ]),
      ),
      ...moveUses(store, { member: { ...member, name: fullName(member) }, taken, givenUp }, stamp),
    });
    if (refused.size === 0) return;
    // What was read is not what is there any more, or a role, a folder or a group has been deleted.
    if (
      refused.has('member') ||
      refused.has('section:permissions') ||
      records.some(({ section }) => refused.has(`section:${section}`))
    )
      throw new ChangedMeanwhile();
    if (refused.has('account') && administrators === -1) throw new LastAdministrator();
    if (isDeleted(refused, taken)) throw new ChangedMeanwhile();
    throw new Busy();
  };
