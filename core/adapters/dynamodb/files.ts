import { setTimeout as sleep } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  DeleteCommand,
  GetCommand,
} from '@aws-sdk/lib-dynamodb';
import { Busy, TooManyFiles } from '../../domain/errors.ts';
import { MOST_UNUSED_FILES, type StoredFile } from '../../domain/file.ts';
import { accountId, fileId } from '../../domain/ids.ts';
import type { Files } from '../../usecases/ports.ts';
import { updateIf } from './conditional-write.ts';
import { readDue } from './due.ts';
import { fileItem } from './items/file.ts';
import { DUE_FILES, fileKey, filesPk } from './keys.ts';
import { keepReplay, replayedBy } from './replays.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';
import { giveBackPlaces, takePlace } from './upload-places.ts';

const TRIES = 8;
const FIRST_PAUSE_MILLISECONDS = 20;

/** One that is being removed is as good as gone. */
const ifThere = (item: unknown): StoredFile | undefined => {
  const file = fileItem.parse(item);
  return file.state === 'removing' ? undefined : file;
};

/**
 * AP-122 · up to 100 files of an account · BatchGetItem, consistent, 1 read unit each. What DynamoDB hands back
 * unprocessed is tried again; throws `Busy` when that goes on.
 */
const readFiles = async (
  store: Store,
  account: string,
  fileIds: readonly string[],
): Promise<readonly StoredFile[]> => {
  const found: StoredFile[] = [];
  let Keys: Record<string, unknown>[] | undefined = [...new Set(fileIds)].map((one) =>
    fileKey({ accountId: account, fileId: one }),
  );
  for (let attempt = 0; Keys !== undefined && Keys.length > 0; attempt += 1) {
    if (attempt === TRIES) throw new Busy();
    if (attempt > 0) await sleep(Math.random() * FIRST_PAUSE_MILLISECONDS * 2 ** attempt);
    const { Responses, UnprocessedKeys }: BatchGetCommandOutput = await store.client.send(
      new BatchGetCommand({ RequestItems: { [store.table]: { Keys, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[store.table] ?? []).flatMap((item) => ifThere(item) ?? []));
    Keys = UnprocessedKeys?.[store.table]?.Keys;
  }
  return found;
};

export const dynamodbFiles = (store: Store): Files => ({
  /**
   * AP-120 · begin a file, if its uploader has a place left · 1 transaction, 4 write units (2 more with an Idempotency-Key, 2
   * more for each KB of what they have begun), 1 of index.
   */
  async create(file, due, stamp, idempotency) {
    const begin = () =>
      transact(store, {
        file: {
          Put: {
            TableName: store.table,
            Item: {
              ...fileKey(file),
              ...fileItem.parse(file),
              duePk: DUE_FILES,
              dueAt: due,
              changed: stamp,
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
        place: takePlace(store, file, stamp),
        replay: idempotency && keepReplay(store, idempotency, file.fileId, stamp),
      });
    let refused = await begin();
    const isFull = refused.has('place') && !refused.has('replay');
    if (isFull && (await giveBackPlaces(store, file, (ids) => readFiles(store, file.accountId, ids), stamp)))
      refused = await begin();
    if (refused.size === 0) return {};
    const replayOf = replayedBy(refused, idempotency);
    if (replayOf !== undefined) return { replayOf };
    if (refused.has('place')) throw new TooManyFiles(MOST_UNUSED_FILES);
    // Nothing was written, and nobody is to blame but a file of the same id.
    throw new Busy();
  },

  /** AP-121 · a file · GetItem, consistent, 1 read unit. */
  async read(ref) {
    const { Item } = await store.client.send(
      new GetCommand({ TableName: store.table, Key: fileKey(ref), ConsistentRead: true }),
    );
    return Item && ifThere(Item);
  },

  readMany: (account, fileIds) => readFiles(store, account, fileIds),

  /** AP-123 · a file was checked, and is kept · UpdateItem if it waits for that, 1 write unit, 2 of index. */
  async accept(ref, content, due, stamp) {
    const { written } = await updateIf(store, {
      Key: fileKey(ref),
      UpdateExpression: 'SET #state = :accepted, content = :content, dueAt = :due, changed = :stamp',
      ConditionExpression: '#state = :uploading',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':accepted': 'accepted',
        ':uploading': 'uploading',
        ':content': content,
        ':due': due,
        ':stamp': stamp,
      },
    });
    return written;
  },

  /**
   * AP-124 · nobody may have a file any more · UpdateItem if it is being uploaded, or is due, 1 write unit, 2 of index. It is
   * due at once: whoever does not get as far as removing it leaves that to the sweeper.
   */
  async condemn(ref, which, stamp) {
    const { written } = await updateIf(store, {
      Key: fileKey(ref),
      UpdateExpression: 'SET #state = :removing, duePk = :files, dueAt = :now, changed = :stamp',
      ConditionExpression:
        which === 'uploading' ? '#state IN (:removing, :uploading)' : '#state = :removing OR dueAt <= :now',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: {
        ':removing': 'removing',
        ':files': DUE_FILES,
        ':now': stamp.at,
        ':stamp': stamp,
        ...(which === 'uploading' && { ':uploading': 'uploading' }),
      },
    });
    return written;
  },

  /** AP-125 · forget a file · DeleteItem, 1 write unit, 1 of index. */
  async forget(ref) {
    await store.client.send(new DeleteCommand({ TableName: store.table, Key: fileKey(ref) }));
  },

  /** AP-126 · files to be removed, of all accounts, oldest first · Query on by-due, half a read unit per 4 KB. */
  async due(now, limit) {
    const items = await readDue(store, DUE_FILES, now, limit);
    return items.map(({ pk, sk }) => ({
      accountId: accountId.parse(pk.slice(filesPk('').length)),
      fileId: fileId.parse(sk),
    }));
  },
});
