import { createdAccount } from '../core/contract/create-account.ts';
import { newId } from '../core/domain/ids.ts';
import { readConfiguration } from '../lib/config.ts';
import { functionName } from '../lib/names.ts';
import { type BootstrapRequest, optionOf, readOptions, USAGE } from './bootstrap/options.ts';
import { EXIT, type Exit, refusalLines, runCommand } from './operator/command.ts';
import { invoke } from './operator/invoke.ts';

/**
 * The operator's command: makes an account with its first administrator in a deployed stage, by invoking its
 * create-account function. The ids of the account and of a new agency are made here, so that the command can be repeated
 * when an answer is lost.
 */
const bootstrap = async (parameters: readonly string[]): Promise<Exit> => {
  const { configuration } = readConfiguration('cdk.json');
  const options = readOptions(parameters, configuration, newId);
  if (options === 'help') {
    console.log(USAGE);
    return EXIT.done;
  }
  const { stage, region, request } = options;
  const { accountId, agency } = request.account;
  console.log(`account        ${accountId}`);
  if (agency !== undefined) console.log(`agency         ${agency.agencyId}`);
  const functionToCall = { region, functionName: functionName(stage, 'createAccount') };
  const answer = await invoke(functionToCall, request, createdAccount);
  switch (answer.outcome) {
    case 'done':
      console.log(`administrator  ${answer.done.userId}`);
      console.log(`run            ${answer.done.runId}`);
      console.log(
        `The eight steps are under way; when they are done, an invitation goes to ${request.administrator.email}.`,
      );
      console.log(`Its link leads to ${configuration.consoleUrl}, to choose a password and sign in.`);
      return EXIT.done;
    case 'refused':
      for (const line of linesOf(answer)) console.error(line);
      return EXIT.refused;
    case 'lost':
      console.error(`No answer: ${answer.reason}.`);
      console.error(
        `Whether the account was made is not known. Repeat with ${idsOf(request)}: nothing is made twice.`,
      );
      return EXIT.noAnswer;
  }
};

/** What a repeat gives besides the options of before. */
const idsOf = ({ account: { accountId, agency } }: BootstrapRequest): string =>
  `--account-id ${accountId}${agency === undefined ? '' : ` --agency-id ${agency.agencyId}`}`;

const linesOf = (answer: Parameters<typeof refusalLines>[0]): readonly string[] => {
  // Only --account-id can be behind these two, and their own words speak of something else.
  if (answer.code === 'idempotency-key-reused')
    return ['--account-id: was used with other options, less than a day ago'];
  if (answer.code === 'account-exists') return ['--account-id: that account exists already'];
  return refusalLines(answer, optionOf);
};

await runCommand(bootstrap);
