import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { Refusal, systemErrorCode } from './refusal.ts';

/** The sample account of a data directory. Kept, so that it is made once, and its login can be told at every start. */
const stateSchema = z.object({
  accountId: z.string(),
  userPoolId: z.string(),
  admin: z.object({ email: z.string(), password: z.string() }),
  /** False while it is being made: a start that was cut off goes on from here. */
  ready: z.boolean(),
});
export type SampleAccount = z.infer<typeof stateSchema>;

export const STATE_FILE = 'state.json';

/** Throws a refusal when the file is there and cannot be understood. */
export const readSampleAccount = (dataDirectory: string): SampleAccount | undefined => {
  const path = join(dataDirectory, STATE_FILE);
  try {
    return stateSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw new Refusal(`${path} cannot be read: start with --reset to begin anew`);
  }
};

export const keepSampleAccount = (dataDirectory: string, account: SampleAccount): SampleAccount => {
  const path = join(dataDirectory, STATE_FILE);
  // Written aside first: a start that is cut off here must not leave half a file.
  writeFileSync(`${path}.new`, JSON.stringify(account), { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return account;
};
