import type { FileRef } from '../../usecases/ports.ts';

/** Where S3 keeps what, as the stack’s rules and the functions’ grants have it: uploads go by themselves after a day. */
export const uploadKey = ({ accountId, fileId }: FileRef): string => `quarantine/${accountId}/${fileId}`;
export const keptKey = ({ accountId, fileId }: FileRef): string => `files/${accountId}/${fileId}`;
