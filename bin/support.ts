import {
  type LiftedRestrictions,
  liftedRestrictions,
  type SwitchedFolderTools,
  type SwitchFolderToolsRequest,
  switchedFolderTools,
} from '../core/contract/support.ts';
import { readConfiguration } from '../lib/config.ts';
import { functionName } from '../lib/names.ts';
import { EXIT, type Exit, refusalLines, runCommand } from './operator/command.ts';
import { type Answer, invoke } from './operator/invoke.ts';
import { optionOf, readOptions, USAGE } from './support/options.ts';

/** The operator's command for what an account cannot do by itself; docs/runbook.md tells when. */
const support = async (parameters: readonly string[]): Promise<Exit> => {
  const { configuration } = readConfiguration('cdk.json');
  const options = readOptions(parameters, configuration);
  if (options === 'help') {
    console.log(USAGE);
    return EXIT.done;
  }
  const { region, stage } = options;
  switch (options.task) {
    case 'lift-restrictions': {
      const called = { region, functionName: functionName(stage, 'liftRestrictions') };
      return report(await invoke(called, options.request, liftedRestrictions), liftedLines);
    }
    case 'switch-folder-tools': {
      const { request } = options;
      const called = { region, functionName: functionName(stage, 'switchFolderTools') };
      return report(await invoke(called, request, switchedFolderTools), switchedLines(request));
    }
  }
};

const report = <Done>(answer: Answer<Done>, linesOf: (done: Done) => readonly string[]): Exit => {
  switch (answer.outcome) {
    case 'done':
      for (const line of linesOf(answer.done)) console.log(line);
      return EXIT.done;
    case 'refused':
      for (const line of refusalLines(answer, optionOf)) console.error(line);
      return EXIT.refused;
    case 'lost':
      console.error(`No answer: ${answer.reason}.`);
      console.error('Whether it was done is not known. Repeat the command: nothing is done twice.');
      return EXIT.noAnswer;
  }
};

const liftedLines = ({ accountId, userId, networks }: LiftedRestrictions): readonly string[] => [
  `account  ${accountId}`,
  `user     ${userId}`,
  networks.length > 0
    ? `They may call from anywhere again. Until now they could only from ${networks.join(', ')}.`
    : 'They were not restricted to any network: it is something else that keeps them out.',
];

const switchedLines =
  ({ folderId, isGiven }: Pick<SwitchFolderToolsRequest, 'folderId' | 'isGiven'>) =>
  ({ givenBy }: SwitchedFolderTools): readonly string[] => {
    const folders = givenBy.map((folder) => `${folder.name} (${folder.folderId})`).join(', ');
    if (isGiven) return [`The members of ${folderId} get folder tools, by ${folders}.`];
    return folders === ''
      ? [
          `The members of ${folderId} get folder tools from no folder; whoever has them by role or grant keeps them.`,
        ]
      : [`${folderId} gives no folder tools, but its members get them from above, by ${folders}.`];
  };

await runCommand(support);
