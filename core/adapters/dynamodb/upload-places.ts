import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { MOST_UNUSED_FILES, type StoredFile } from '../../domain/file.ts';
import { fileId } from '../../domain/ids.ts';
import type { Stamp } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { uploadsKey } from './keys.ts';
import type { Store } from './store.ts';
import type { Operation } from './transact.ts';

type Upload = Pick<StoredFile, 'accountId' | 'fileId' | 'uploadedBy'>;

const uploadsItem = z.object({ files: z._default(z.set(fileId), () => new Set()) });

/**
 * AP-129 · one file more that its uploader has begun and nobody uses · Update in a transaction if there are not too many,
 * 2 write units per KB. A set of ids: what is added or taken twice counts once.
 */
export const takePlace = ({ table }: Store, upload: Upload, stamp: Stamp): Operation => ({
  Update: {
    TableName: table,
    Key: uploadsKey(upload),
    UpdateExpression: 'SET changed = :stamp ADD files :file',
    ConditionExpression: 'attribute_not_exists(files) OR size(files) < :most',
    ExpressionAttributeValues: {
      ':file': new Set([upload.fileId]),
      ':most': MOST_UNUSED_FILES,
      ':stamp': stamp,
    },
  },
});

/**
 * AP-129 · gives back the places of files that are in use by now, or gone · GetItem, consistent, 2 read units, and 1 for
 * each file; UpdateItem, 2 write units. Looked for only by whoever finds no place, so that taking a file into use, and
 * removing it, need not tell. Answers whether there were any.
 */
export const giveBackPlaces = async (
  store: Store,
  upload: Upload,
  readThem: (fileIds: readonly string[]) => Promise<readonly StoredFile[]>,
  stamp: Stamp,
): Promise<boolean> => {
  const Key = uploadsKey(upload);
  const { Item } = await store.client.send(
    new GetCommand({ TableName: store.table, Key, ConsistentRead: true }),
  );
  const { files } = uploadsItem.parse(Item ?? {});
  const found = await readThem([...files]);
  const unused = new Set(found.filter(({ usedBy }) => usedBy === undefined).map((file) => file.fileId));
  const over = [...files].filter((id) => !unused.has(id));
  if (over.length === 0) return false;
  await updateIf(store, {
    Key,
    UpdateExpression: 'SET changed = :stamp DELETE files :over',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':over': new Set(over), ':stamp': stamp },
  });
  return true;
};
