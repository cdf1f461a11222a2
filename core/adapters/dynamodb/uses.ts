import type { Use } from '../../domain/authorization/uses.ts';
import type { MemberRef, Stamp } from '../../usecases/ports.ts';
import { useCountKey, useEdgeKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

/** What becomes of a member's uses; `kept` only get their present name. */
export interface MovedUses {
  member: MemberRef & { name: string };
  taken?: readonly Use[];
  givenUp?: readonly Use[];
  kept?: readonly Use[];
}

const countOf = ({ kind, id }: Use): string => `count:${kind}:${id}`;
const edgeOf = ({ kind, id }: Use): string => `edge:${kind}:${id}`;

/** True if a use could not be moved. */
export const isRefused = (refused: Refusals, use: Use): boolean =>
  refused.has(countOf(use)) || refused.has(edgeOf(use));

/** True if a role, folder or group that was to be taken into use has been deleted. */
export const isDeleted = (refused: Refusals, taken: readonly Use[]): boolean =>
  taken.some((use) => refused.has(countOf(use)));

/**
 * The operations that move uses: taking one more into use goes with its edge, and so does giving it up, so the number
 * always is that of the edges. 4 write units per use taken or given up, 2 per one kept.
 */
export const moveUses = (
  { table }: Store,
  { member, taken = [], givenUp = [], kept = [] }: MovedUses,
  stamp: Stamp,
): Record<string, Operation> => {
  const { accountId, userId, name } = member;
  const count = (use: Use, by: 1 | -1): Operation => ({
    Update: {
      TableName: table,
      Key: useCountKey(accountId, use),
      UpdateExpression: 'ADD members :by',
      // Deleting takes the number away, and only while it is 0: nothing is used that is not there.
      ConditionExpression: by === 1 ? 'attribute_exists(pk)' : 'members > :none',
      ExpressionAttributeValues: { ':by': by, ...(by === -1 && { ':none': 0 }) },
    },
  });
  const put = (use: Use, ConditionExpression: string): Operation => ({
    Put: {
      TableName: table,
      Item: { ...useEdgeKey(member, use), accountId, userId, name, changed: stamp },
      ConditionExpression,
    },
  });
  const remove = (use: Use): Operation => ({
    Delete: {
      TableName: table,
      Key: useEdgeKey(member, use),
      ConditionExpression: 'attribute_exists(pk)',
    },
  });
  return Object.fromEntries([
    ...taken.flatMap((use) => [
      [countOf(use), count(use, 1)],
      [edgeOf(use), put(use, 'attribute_not_exists(pk)')],
    ]),
    ...givenUp.flatMap((use) => [
      [countOf(use), count(use, -1)],
      [edgeOf(use), remove(use)],
    ]),
    ...kept.map((use) => [edgeOf(use), put(use, 'attribute_exists(pk)')]),
  ]);
};
