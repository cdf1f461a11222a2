import { Busy } from '../../domain/errors.ts';
import { type Stakes, stakesOf } from '../../domain/member-stakes.ts';
import type { MemberRecord, Members, Stamp } from '../../usecases/ports.ts';
import { memberKey, memberLoginKey, sectionKey, settingUseKey, userKey, workKey } from './keys.ts';
import { moveStakes, withoutGone } from './stakes.ts';
import type { Store } from './store.ts';
import { type Operation, transact } from './transact.ts';
import { writeBatches } from './write-batches.ts';

/** All that the records name is given up. The edges of assets are many, so they go on their own. */
const leftBehind = ({ member, records }: MemberRecord) => {
  const { settings, work, files } = stakesOf([], records);
  const edges = [
    ...settings.taken.map((asset) => settingUseKey(member, asset)),
    ...work.taken.map((asset) => workKey(member, asset)),
  ];
  const none = { taken: [], givenUp: [] };
  const stakes: Stakes = { settings: none, work: none, files: { taken: [], givenUp: files.taken } };
  return { edges, stakes };
};

/**
 * Removes an onboarding member with every section, and does with their user what is told. Edges go first, in batches: a
 * process that dies in between leaves the member, whom a repeat finds. A repeat does nothing.
 */
export const removal =
  (store: Store) =>
  async (found: MemberRecord, user: Operation | undefined, stamp: Stamp): Promise<void> => {
    const { member, records } = found;
    const { edges, stakes } = leftBehind(found);
    await writeBatches(
      store,
      edges.map((Key) => ({ DeleteRequest: { Key } })),
    );
    const remove = (Key: { pk: string; sk: string }, condition: Partial<Operation['Delete']> = {}) => ({
      Delete: { TableName: store.table, Key, ...condition },
    });
    const removeGivingUp = async (givenUp: Stakes): Promise<void> => {
      const refused = await transact(store, {
        member: remove(memberKey(member), {
          ConditionExpression: '#status = :onboarding',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':onboarding': 'onboarding' },
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
        user,
        login: remove(memberLoginKey(member)),
        ...Object.fromEntries(
          records.map((record) => [record.section, remove(sectionKey(member, record.section))]),
        ),
        ...moveStakes(store, member, givenUp, stamp),
      });
      const isGone = refused.has('member') && refused.get('member') === undefined;
      if (refused.size === 0 || isGone) return;
      // A file that is not theirs any more must not keep the rest from going.
      const left = withoutGone(refused, givenUp);
      if (left.files.givenUp.length === givenUp.files.givenUp.length) throw new Busy();
      await removeGivingUp(left);
    };
    await removeGivingUp(stakes);
  };

/**
 * AP-26 · remove an onboarding member and their user with every section · the edges of assets in batches, 1 write unit
 * each; then 1 transaction, 2 write units per item and file, 6 of index. A repeat does nothing.
 */
export const removeMember =
  (store: Store): Members['remove'] =>
  (found, stamp) =>
    removal(store)(found, { Delete: { TableName: store.table, Key: userKey(found.member.userId) } }, stamp);
