import { type ParseArgsConfig, parseArgs } from 'node:util';

/** An option that is wrong or missing, one line for each. */
export class WrongOptions extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads a command's options. Throws `WrongOptions`. */
export const parseOptions = <Known extends Options>(parameters: readonly string[], options: Known) => {
  try {
    return parseArgs({ args: [...parameters], options }).values;
  } catch (error) {
    // Node's own words, such as "Unknown option '--mail'"; what follows the first sentence is about other things.
    throw new WrongOptions(error instanceof Error ? error.message.replace(/\. .*$/s, '') : String(error));
  }
};

/** All that is wrong with a command's options, and where to read what is right. */
export const wrongOptions = (command: string, faults: readonly string[]): WrongOptions =>
  new WrongOptions([...faults, `npm run ${command} -- --help explains.`].join('\n'));
