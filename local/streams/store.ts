import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const checkpointSchema = z.object({ sequenceNumber: z.string().nullable(), isDone: z.number() });
const messageSchema = z.object({ queue: z.string(), body: z.string() });

/** A message in a queue: `queue` is its name, `body` the JSON text that was sent. */
export type QueueMessage = z.infer<typeof messageSchema>;

/** How far a shard has been read for a mapping. */
export interface Checkpoint {
  /** The last record that is dealt with; none yet when it is null. */
  readonly sequenceNumber: string | null;
  /** Read to its end, and closed. */
  readonly isDone: boolean;
}

/** How far streams have been read, and the queues. What is written here outlives the process, a kill -9 included. */
export interface FeedStore {
  readonly find: (mapping: string, shardId: string) => Checkpoint;
  readonly advance: (mapping: string, shardId: string, sequenceNumber: string) => void;
  /** Begins again with the oldest record that the stream still has. */
  readonly restart: (mapping: string, shardId: string) => void;
  readonly finish: (mapping: string, shardId: string) => void;
  /** Puts a message into a queue and goes on behind the records that it is about: both, or neither. */
  readonly setAside: (
    mapping: string,
    shardId: string,
    sequenceNumber: string,
    message: QueueMessage,
  ) => void;
  /** Oldest first. */
  readonly messages: () => readonly QueueMessage[];
  readonly close: () => void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS checkpoints (
    mapping TEXT NOT NULL, shardId TEXT NOT NULL, sequenceNumber TEXT, isDone INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (mapping, shardId)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS messages (id INTEGER PRIMARY KEY, queue TEXT NOT NULL, body TEXT NOT NULL) STRICT;
`;

/** Opens the store; 'memory' keeps nothing. */
export const openFeedStore = (path: string | 'memory'): FeedStore => {
  const database = new DatabaseSync(path === 'memory' ? ':memory:' : path);
  database.exec(SCHEMA);
  const select = database.prepare(
    'SELECT sequenceNumber, isDone FROM checkpoints WHERE mapping = ? AND shardId = ?',
  );
  const upsert = database.prepare(
    `INSERT INTO checkpoints (mapping, shardId, sequenceNumber) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET sequenceNumber = excluded.sequenceNumber`,
  );
  const markDone = database.prepare(
    `INSERT INTO checkpoints (mapping, shardId, isDone) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET isDone = 1`,
  );
  const insertMessage = database.prepare('INSERT INTO messages (queue, body) VALUES (?, ?)');
  const selectMessages = database.prepare('SELECT queue, body FROM messages ORDER BY id');
  return {
    find: (mapping, shardId) => {
      const row = checkpointSchema.optional().parse(select.get(mapping, shardId));
      return { sequenceNumber: row?.sequenceNumber ?? null, isDone: row?.isDone === 1 };
    },
    advance: (mapping, shardId, sequenceNumber) => {
      upsert.run(mapping, shardId, sequenceNumber);
    },
    restart: (mapping, shardId) => {
      upsert.run(mapping, shardId, null);
    },
    finish: (mapping, shardId) => {
      markDone.run(mapping, shardId);
    },
    setAside: (mapping, shardId, sequenceNumber, { queue, body }) => {
      database.exec('BEGIN');
      try {
        insertMessage.run(queue, body);
        upsert.run(mapping, shardId, sequenceNumber);
        database.exec('COMMIT');
      } catch (error) {
        database.exec('ROLLBACK');
        throw error;
      }
    },
    messages: () => z.array(messageSchema).parse(selectMessages.all()),
    close: () => database.close(),
  };
};
