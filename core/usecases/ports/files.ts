import type { FileContent, FilePurpose, StoredFile } from '../../domain/file.ts';
import type { Effect, Idempotency, Stamp } from './stamp.ts';

export interface FileRef {
  accountId: string;
  fileId: string;
}

/** What is known of pictures and greetings. One that is being removed is as good as gone: no read shows it. */
export interface Files {
  /**
   * To be removed at `due` unless it is in use by then. Under an Idempotency-Key it happens once. Throws `TooManyFiles`
   * when whoever uploads it has begun as many that are there and that nobody uses.
   */
  create(file: StoredFile, due: string, stamp: Stamp, idempotency?: Idempotency): Promise<Effect>;
  read(ref: FileRef): Promise<StoredFile | undefined>;
  /** Those of the account that are there, in no order. At most 100. */
  readMany(accountId: string, fileIds: readonly string[]): Promise<readonly StoredFile[]>;
  /** It was checked, and is kept until `due` at least. False unless it was waiting for that. */
  accept(ref: FileRef, content: FileContent, due: string, stamp: Stamp): Promise<boolean>;
  /**
   * Nobody may have it from now on: one that is `uploading`, or whatever is `due` by the time of the stamp. True also for a
   * repeat. False if it is neither: then it stays.
   */
  condemn(ref: FileRef, which: 'uploading' | 'due', stamp: Stamp): Promise<boolean>;
  /** Forgets a file that is being removed, when nothing of it is left in storage. A repeat does nothing. */
  forget(ref: FileRef): Promise<void>;
  /** Files to be removed by this time, of all accounts, oldest first. */
  due(now: string, limit: number): Promise<readonly FileRef[]>;
}

/** Where a browser sends a file: a form of these fields, then the file itself as `file`. */
export interface UploadForm {
  url: string;
  fields: Record<string, string>;
}

/** What is in files. What was uploaded waits in quarantine, where nobody reads it but the check. */
export interface FileStorage {
  /** Lets whoever has the form upload this one file, of 1 to `mostBytes` bytes, for `seconds`. */
  openUpload(ref: FileRef, limits: { mostBytes: number; seconds: number }): Promise<UploadForm>;
  /** What was uploaded, if anything was, and it is no longer than that. */
  readUpload(ref: FileRef, mostBytes: number): Promise<Uint8Array | undefined>;
  /** Keeps what a check has made of the upload, and removes the upload. A repeat does no harm. */
  keep(ref: FileRef, content: { bytes: Uint8Array; contentType: string }): Promise<void>;
  /** Removes all there is, in quarantine and out of it. A repeat does nothing. */
  discard(ref: FileRef): Promise<void>;
  /** An address that shows what is kept, as of this type, for `seconds`. */
  addressOf(ref: FileRef, contentType: string, seconds: number): Promise<string>;
}

/** What a check says of an upload: what is to be kept of it, or all that is wrong with it. */
export type Inspection =
  | { kept: Uint8Array; content: FileContent; faults?: undefined }
  | { faults: readonly string[] };

/** Looks at what a file holds, whatever it is called, and takes out of it what it is for. */
export type InspectFile = (purpose: FilePurpose, upload: Uint8Array) => Inspection;
