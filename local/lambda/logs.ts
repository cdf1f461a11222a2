import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface LogLine {
  /** RFC 3339. */
  readonly at: string;
  readonly function: string;
  readonly line: string;
}

export interface Logs {
  readonly write: (functionName: string, line: string) => void;
  /** The newest lines of this run, oldest first. */
  readonly read: () => readonly LogLine[];
}

const LINES_KEPT = 10_000;
const FILE_BYTES = 5 * 1024 * 1024;

const fileSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** Keeps what functions write: one `<function>.jsonl` each, with one older file `<function>.1.jsonl`; or in memory. */
export const createLogs = (directory: string | 'memory'): Logs => {
  const lines: LogLine[] = [];
  const sizes = new Map<string, number>();
  if (directory !== 'memory') mkdirSync(directory, { recursive: true });
  const append = (name: string, text: string): void => {
    const path = join(directory, `${name}.jsonl`);
    const size = (sizes.get(name) ?? fileSize(path)) + Buffer.byteLength(text);
    if (size > FILE_BYTES) {
      renameSync(path, join(directory, `${name}.1.jsonl`));
      sizes.set(name, Buffer.byteLength(text));
    } else {
      sizes.set(name, size);
    }
    appendFileSync(path, text, { mode: 0o600 });
  };
  return {
    write: (functionName, line) => {
      const entry = { at: new Date().toISOString(), function: functionName, line };
      lines.push(entry);
      if (lines.length > LINES_KEPT) lines.splice(0, lines.length - LINES_KEPT);
      if (directory !== 'memory') append(functionName, `${JSON.stringify(entry)}\n`);
    },
    read: () => [...lines],
  };
};
