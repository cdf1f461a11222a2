import { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';

const statusSchema = z.enum(['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED']);
export type ExecutionStatus = z.infer<typeof statusSchema>;

const nullable = z.string().nullable();

const executionSchema = z.object({
  arn: z.string(),
  machineArn: z.string(),
  name: z.string(),
  status: statusSchema,
  input: z.string(),
  output: nullable,
  error: nullable,
  cause: nullable,
  startedAtMilliseconds: z.number(),
  stoppedAtMilliseconds: z.number().nullable(),
});
export type Execution = z.infer<typeof executionSchema>;

const eventSchema = z.object({
  /** Counts from 1 in each execution. */
  id: z.number(),
  atMilliseconds: z.number(),
  type: z.string(),
  state: nullable,
  input: nullable,
  output: nullable,
  error: nullable,
  cause: nullable,
});
export type HistoryEvent = z.infer<typeof eventSchema>;
export type NewEvent = Pick<HistoryEvent, 'type'> & Partial<Omit<HistoryEvent, 'id' | 'type'>>;

export interface End {
  readonly status: Exclude<ExecutionStatus, 'RUNNING'>;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
}

/** Executions and their histories. What is written here outlives the process, a kill -9 included. */
export interface ExecutionStore {
  readonly add: (execution: Pick<Execution, 'arn' | 'machineArn' | 'name' | 'input'>) => Execution;
  readonly find: (arn: string) => Execution | undefined;
  readonly list: (machineArn: string, status?: ExecutionStatus) => readonly Execution[];
  readonly running: () => readonly Execution[];
  readonly end: (arn: string, end: End) => void;
  readonly addEvent: (arn: string, event: NewEvent) => void;
  readonly history: (arn: string) => readonly HistoryEvent[];
  /** An execution that starts over has no past. */
  readonly forgetHistory: (arn: string) => void;
  readonly close: () => void;
}

const SCHEMA = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  CREATE TABLE IF NOT EXISTS executions (
    arn TEXT PRIMARY KEY, machineArn TEXT NOT NULL, name TEXT NOT NULL, status TEXT NOT NULL, input TEXT NOT NULL,
    output TEXT, error TEXT, cause TEXT, startedAtMilliseconds INTEGER NOT NULL, stoppedAtMilliseconds INTEGER
  ) STRICT;
  CREATE INDEX IF NOT EXISTS byStatus ON executions (status);
  CREATE INDEX IF NOT EXISTS byMachine ON executions (machineArn, startedAtMilliseconds);
  CREATE TABLE IF NOT EXISTS events (
    arn TEXT NOT NULL, id INTEGER NOT NULL, atMilliseconds INTEGER NOT NULL, type TEXT NOT NULL, state TEXT,
    input TEXT, output TEXT, error TEXT, cause TEXT, PRIMARY KEY (arn, id)
  ) STRICT, WITHOUT ROWID;
`;

/** Opens the store; 'memory' keeps nothing. */
export const openExecutionStore = (path: string | 'memory'): ExecutionStore => {
  const database = new DatabaseSync(path === 'memory' ? ':memory:' : path);
  database.exec(SCHEMA);
  const insert = database.prepare(
    `INSERT INTO executions (arn, machineArn, name, status, input, startedAtMilliseconds)
     VALUES (?, ?, ?, 'RUNNING', ?, ?)`,
  );
  const select = database.prepare('SELECT * FROM executions WHERE arn = ?');
  const selectRunning = database.prepare(`SELECT * FROM executions WHERE status = 'RUNNING'`);
  const selectOfMachine = database.prepare(
    'SELECT * FROM executions WHERE machineArn = ? AND status LIKE ? ORDER BY startedAtMilliseconds DESC, rowid DESC',
  );
  const update = database.prepare(
    `UPDATE executions SET status = ?, output = ?, error = ?, cause = ?, stoppedAtMilliseconds = ?
     WHERE arn = ? AND status = 'RUNNING'`,
  );
  const insertEvent = database.prepare(
    `INSERT INTO events (arn, id, atMilliseconds, type, state, input, output, error, cause)
     SELECT ?1, COALESCE(MAX(id), 0) + 1, ?, ?, ?, ?, ?, ?, ? FROM events WHERE arn = ?1`,
  );
  const selectEvents = database.prepare('SELECT * FROM events WHERE arn = ? ORDER BY id');
  const deleteEvents = database.prepare('DELETE FROM events WHERE arn = ?');
  const find = (arn: string): Execution | undefined => executionSchema.optional().parse(select.get(arn));
  const executions = z.array(executionSchema);
  return {
    add: ({ arn, machineArn, name, input }) => {
      insert.run(arn, machineArn, name, input, Date.now());
      return executionSchema.parse(select.get(arn));
    },
    find,
    list: (machineArn, status) => executions.parse(selectOfMachine.all(machineArn, status ?? '%')),
    running: () => executions.parse(selectRunning.all()),
    end: (arn, { status, output = null, error = null, cause = null }) => {
      update.run(status, output, error, cause, Date.now(), arn);
    },
    addEvent: (arn, { type, atMilliseconds = Date.now(), state, input, output, error, cause }) => {
      const texts = [state, input, output, error, cause].map((text) => text ?? null);
      insertEvent.run(arn, atMilliseconds, type, ...texts);
    },
    history: (arn) => z.array(eventSchema).parse(selectEvents.all(arn)),
    forgetHistory: (arn) => {
      deleteEvents.run(arn);
    },
    close: () => database.close(),
  };
};
