import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

export interface StoredObject {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly modifiedAtMilliseconds: number;
}

const row = z.object({
  body: z.instanceof(Uint8Array),
  contentType: z.string(),
  modifiedAtMilliseconds: z.number(),
});

/** The objects of all buckets. */
export interface ObjectStore {
  readonly put: (bucket: string, key: string, object: StoredObject) => void;
  readonly get: (bucket: string, key: string) => StoredObject | undefined;
  readonly remove: (bucket: string, key: string) => void;
  /** Removes what begins with that and is older. */
  readonly expire: (bucket: string, prefix: string, olderThanMilliseconds: number) => void;
  readonly close: () => void;
}

/** `:memory:`, or a file that outlives a restart. */
export const openObjectStore = (path: string): ObjectStore => {
  const database = new DatabaseSync(path);
  database.exec(`
    CREATE TABLE IF NOT EXISTS objects (
      bucket TEXT, key TEXT, body BLOB, contentType TEXT, modifiedAtMilliseconds INTEGER, PRIMARY KEY (bucket, key)
    )
  `);
  const put = database.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?)');
  const get = database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
  const remove = database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
  const expire = database.prepare(
    'DELETE FROM objects WHERE bucket = ? AND substr(key, 1, length(?)) = ? AND modifiedAtMilliseconds < ?',
  );
  return {
    put: (bucket, key, { body, contentType, modifiedAtMilliseconds }) => {
      put.run(bucket, key, body, contentType, modifiedAtMilliseconds);
    },
    get: (bucket, key) => {
      const found = get.get(bucket, key);
      return found && row.parse(found);
    },
    remove: (bucket, key) => {
      remove.run(bucket, key);
    },
    expire: (bucket, prefix, olderThanMilliseconds) => {
      expire.run(bucket, prefix, prefix, olderThanMilliseconds);
    },
    close: () => database.close(),
  };
};
