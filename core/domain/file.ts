import { keysOf } from './keys-of.ts';

const MEGABYTE = 1024 * 1024;

/** What a picture may be. A photo as phones take it fits; one of many more pixels would not fit a function's memory. */
export const PICTURE = {
  mostSide: 4_096,
  mostPixels: 13_000_000,
  /** What is kept has no longer side: lists show it small, and nobody waits for more. */
  keptSide: 1_024,
} as const;

/** How long a greeting may be: callers wait it out. */
export const GREETING = { leastSeconds: 1, mostSeconds: 180 } as const;

/** What files are for, with what each may be, and why, in the words that people read. */
export const FILE_PURPOSES = {
  picture: {
    name: 'Picture',
    mostBytes: 5 * MEGABYTE,
    contentTypes: ['image/png', 'image/jpeg'],
    help: 'A PNG or JPEG of up to 5 MB, 4,096 pixels a side and 13 megapixels. It is made smaller, to 1,024 pixels, and only its pixels are kept: where and when a photo was taken stays with you.',
  },
  greeting: {
    name: 'Greeting',
    mostBytes: 10 * MEGABYTE,
    contentTypes: ['audio/wav', 'audio/mpeg'],
    help: 'A WAV or MP3 of 1 second to 3 minutes and up to 10 MB, which is what a phone line carries well and callers wait out. Only its sound is kept: titles, pictures and names in it stay with you.',
  },
} as const satisfies Record<string, FilePurposeFacts>;

interface FilePurposeFacts {
  readonly name: string;
  readonly mostBytes: number;
  readonly contentTypes: readonly string[];
  readonly help: string;
}

export type FilePurpose = keyof typeof FILE_PURPOSES;
export const FILE_PURPOSE_NAMES = keysOf(FILE_PURPOSES);

/**
 * `uploading`: nobody has looked at it yet. `accepted`: checked, and kept. `removing`: nobody has it any more, and what is
 * left of it in storage goes.
 */
export const FILE_STATES = ['uploading', 'accepted', 'removing'] as const;
type FileState = (typeof FILE_STATES)[number];

/** What a file turned out to hold: a picture has a width and a height, a greeting has a length. */
export interface FileContent {
  contentType: string;
  bytes: number;
  width?: number | undefined;
  height?: number | undefined;
  seconds?: number | undefined;
}

/** A picture or a greeting that somebody uploads for a member of an account. */
export interface StoredFile {
  accountId: string;
  fileId: string;
  purpose: FilePurpose;
  state: FileState;
  /** Who alone may have it taken over, and be the first to use it. */
  uploadedBy: string;
  /** RFC 3339 */
  createdAt: string;
  /** Once it is accepted. */
  content?: FileContent | undefined;
  /** The one member who has it. */
  usedBy?: string | undefined;
}

/** How long an upload may be begun, and how long what it gives may be read. */
export const UPLOAD_SECONDS = 600;
export const READ_SECONDS = 300;

/** A moment that much later. */
export const afterSeconds = (at: string, seconds: number): string =>
  new Date(Date.parse(at) + seconds * 1000).toISOString();

const UNUSED_SECONDS = 24 * 3600;

/**
 * How many files one member may have begun that nobody uses yet: whoever sets up a team has one for each, and storage is
 * not theirs to fill.
 */
export const MOST_UNUSED_FILES = 50;

/** When a file goes that nobody uses by then. */
export const unusedFileDue = (at: string): string => afterSeconds(at, UNUSED_SECONDS);
