import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { WrongOptions } from './options.ts';

const outputs = z.record(z.string(), z.record(z.string(), z.string()));

/** What each stack has told when it was deployed, by its name. */
export type Outputs = z.infer<typeof outputs>;

/** Reads what `cdk deploy --outputs-file` wrote. Throws `WrongOptions`. */
export const readOutputs = (file: string): Outputs => {
  try {
    return outputs.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    throw new WrongOptions(`${file}: is not what cdk deploy --outputs-file writes`);
  }
};
