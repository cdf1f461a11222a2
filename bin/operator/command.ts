import { ConfigurationError } from '../../lib/config.ts';
import { type Answer, NotAsked } from './invoke.ts';
import { WrongOptions } from './options.ts';

/** Scripts can tell these apart; each command's usage names them. */
export const EXIT = { done: 0, refused: 1, wrongOptions: 2, noAnswer: 3 } as const;

export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Runs an operator's command: what ends it early becomes words and an exit code. */
export const runCommand = async (
  command: (parameters: readonly string[]) => Promise<Exit>,
): Promise<void> => {
  try {
    process.exitCode = await command(process.argv.slice(2));
  } catch (error) {
    if (error instanceof WrongOptions || error instanceof ConfigurationError) {
      console.error(error.message);
      process.exitCode = EXIT.wrongOptions;
    } else if (error instanceof NotAsked) {
      console.error(error.message);
      process.exitCode = EXIT.noAnswer;
    } else {
      throw error;
    }
  }
};

/** A line for each fault, by the option it came in with. */
export const refusalLines = (
  { detail, faults }: Extract<Answer<never>, { outcome: 'refused' }>,
  optionOf: (pointer: string) => string,
): readonly string[] =>
  faults.length === 0
    ? [detail]
    : [...new Set(faults.map((fault) => `${optionOf(fault.pointer)}: ${fault.detail}`))];
