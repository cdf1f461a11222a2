import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '../refusal.ts';

const OLDEST_JAVA = 11;

/** `JAVA_HOME` decides, as everywhere in the Java world; else whatever `java` the path finds. */
export const javaCommand = (environment: NodeJS.ProcessEnv = process.env): string =>
  environment.JAVA_HOME ? join(environment.JAVA_HOME, 'bin', 'java') : 'java';

/** The major version out of `java -version`: "1.8.0_392" is 8, "17.0.9" is 17. */
const majorVersion = (output: string): number | undefined => {
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(output) ?? [];
  const version = Number(first === '1' ? second : first);
  return Number.isInteger(version) ? version : undefined;
};

/** Throws a refusal when there is no Java, or one too old for DynamoDB Local. */
export const checkJava = async (command = javaCommand()): Promise<void> => {
  const output = await promisify(execFile)(command, ['-version']).then(
    // Java writes its version to stderr.
    ({ stdout, stderr }) => stdout + stderr,
    () => '',
  );
  const version = majorVersion(output);
  if (version === undefined) {
    throw new Refusal(
      `Java ${OLDEST_JAVA} or newer is needed to run DynamoDB Local, and "${command}" is none: install it or set JAVA_HOME`,
    );
  }
  if (version < OLDEST_JAVA) {
    throw new Refusal(
      `Java ${OLDEST_JAVA} or newer is needed to run DynamoDB Local, and "${command}" is Java ${version}: update it or set JAVA_HOME`,
    );
  }
};
