import { newId } from '../core/domain/ids.ts';
import { ConfigurationError, readConfiguration } from '../lib/config.ts';
import { functionName } from '../lib/names.ts';
import { type Answer, createAccountIn, NotAsked } from './bootstrap/create-account.ts';
import { optionOf, readOptions, USAGE, WrongOptions } from './bootstrap/options.ts';

/** Scripts can tell these apart; the usage names them. */
const EXIT = { made: 0, refused: 1, wrongOptions: 2, noAnswer: 3 } as const;

/**
 * The operator's command: makes an account with its first administrator in a deployed stage, by invoking its
 * create-account function. The account's id is made here, so that the command can be repeated when an answer is lost.
 */
const bootstrap = async (parameters: readonly string[]): Promise<number> => {
  const { configuration } = readConfiguration('cdk.json');
  const options = readOptions(parameters, configuration, () => newId('account'));
  if (options === 'help') {
    console.log(USAGE);
    return EXIT.made;
  }
  const { stage, region, request } = options;
  const { accountId } = request.account;
  console.log(`account        ${accountId}`);
  const answer = await createAccountIn(region, functionName(stage, 'createAccount'), request);
  return report(answer, {
    accountId,
    email: request.administrator.email,
    consoleUrl: configuration.consoleUrl,
  });
};

const report = (answer: Answer, facts: { accountId: string; email: string; consoleUrl: string }): number => {
  switch (answer.outcome) {
    case 'made':
      console.log(`administrator  ${answer.userId}`);
      console.log(`run            ${answer.runId}`);
      console.log(`The eight steps are under way; when they are done, an invitation goes to ${facts.email}.`);
      console.log(`Its link leads to ${facts.consoleUrl}, to choose a password and sign in.`);
      return EXIT.made;
    case 'refused':
      for (const line of refusalLines(answer)) console.error(line);
      return EXIT.refused;
    case 'lost':
      console.error(`No answer: ${answer.reason}.`);
      console.error(
        `Whether the account was made is not known. Repeat with --account-id ${facts.accountId}: nothing is made twice.`,
      );
      return EXIT.noAnswer;
  }
};

/** A line for each fault, by the option it came in with. */
const refusalLines = ({
  code,
  detail,
  faults,
}: Extract<Answer, { outcome: 'refused' }>): readonly string[] => {
  // Only --account-id can be behind these two, and their own words speak of something else.
  if (code === 'idempotency-key-reused')
    return ['--account-id: was used with other options, less than a day ago'];
  if (code === 'account-exists') return ['--account-id: that account exists already'];
  if (faults.length === 0) return [detail];
  return [...new Set(faults.map((fault) => `${optionOf(fault.pointer)}: ${fault.detail}`))];
};

try {
  process.exitCode = await bootstrap(process.argv.slice(2));
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
