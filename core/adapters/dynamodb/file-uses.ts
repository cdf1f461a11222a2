import type { FilePurpose } from '../../domain/file.ts';
import type { MemberRef, Stamp } from '../../usecases/ports.ts';
import { DUE_FILES, fileKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation, Refusals } from './transact.ts';

/** A file that a section of a member names, and what for. */
export interface FileUse {
  fileId: string;
  purpose: FilePurpose;
}

const nameOf = (fileId: string): string => `file:${fileId}`;

/** True if a file could not be taken into use: it has gone, was not accepted, is for something else, or somebody else's. */
export const isFileRefused = (refused: Refusals, fileId: string): boolean => refused.has(nameOf(fileId));

/**
 * AP-127 · a member has files from now on · Update in a transaction, 2 write units each, 1 of index. Of a file that nobody
 * has, only whoever uploaded it disposes, `by`; one that the member has already may be taken again. Without `by` it has been
 * asked before whose upload it is.
 */
export const takeFiles = (
  { table }: Store,
  ref: MemberRef,
  uses: readonly FileUse[],
  by: string | undefined,
  stamp: Stamp,
): Record<string, Operation> =>
  Object.fromEntries(
    uses.map(({ fileId, purpose }): [string, Operation] => [
      nameOf(fileId),
      {
        Update: {
          TableName: table,
          Key: fileKey({ accountId: ref.accountId, fileId }),
          UpdateExpression: 'SET usedBy = :user, changed = :stamp REMOVE duePk, dueAt',
          ConditionExpression: `#state = :accepted AND purpose = :purpose AND (usedBy = :user OR (attribute_not_exists(usedBy)${
            by === undefined ? '' : ' AND uploadedBy = :by'
          }))`,
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: {
            ':user': ref.userId,
            ...(by !== undefined && { ':by': by }),
            ':accepted': 'accepted',
            ':purpose': purpose,
            ':stamp': stamp,
          },
        },
      },
    ]),
  );

/**
 * AP-128 · a member has files no longer: nobody has, and the sweeper removes them · Update in a transaction, 2 write units
 * each, 1 of index. Refused for one that the member does not have.
 */
export const giveUpFiles = (
  { table }: Store,
  ref: MemberRef,
  fileIds: readonly string[],
  due: string,
  stamp: Stamp,
): Record<string, Operation> =>
  Object.fromEntries(
    fileIds.map((fileId): [string, Operation] => [
      nameOf(fileId),
      {
        Update: {
          TableName: table,
          Key: fileKey({ accountId: ref.accountId, fileId }),
          UpdateExpression: 'SET duePk = :files, dueAt = :due, changed = :stamp REMOVE usedBy',
          ConditionExpression: 'usedBy = :user',
          ExpressionAttributeValues: {
            ':user': ref.userId,
            ':files': DUE_FILES,
            ':due': due,
            ':stamp': stamp,
          },
        },
      },
    ]),
  );
