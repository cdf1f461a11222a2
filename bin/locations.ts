import { namedLocations } from '../core/contract/locations.ts';
import { readConfiguration } from '../lib/config.ts';
import { functionName, LOCATION_OUTPUTS, locationStackName } from '../lib/names.ts';
import { EXIT, type Exit, refusalLines, runCommand } from './operator/command.ts';
import { invoke } from './operator/invoke.ts';
import { WrongOptions } from './operator/options.ts';
import { readOutputs } from './operator/outputs.ts';

const USAGE = `npm run locations -- FILE

Tells Rollcall where the API of each location is (npm run deploy does it by itself). FILE is what
cdk deploy --all --outputs-file FILE wrote, for the configuration in cdk.json.

Exit codes: 0 told, 1 refused and nothing changed, 2 wrong options, 3 no answer.`;

/** The operator's command after a deployment: only that shows where the APIs are (ADR 0023). */
const locations = async ([file, ...others]: readonly string[]): Promise<Exit> => {
  if (file === '--help') {
    console.log(USAGE);
    return EXIT.done;
  }
  if (file === undefined || others.length > 0) throw new WrongOptions(USAGE);
  const { stage, homeRegion, locations: configured } = readConfiguration('cdk.json').configuration;
  const deployed = readOutputs(file);
  const apiUrls = Object.fromEntries(
    configured.flatMap(({ region }) => {
      const url = deployed[locationStackName(stage, region)]?.[LOCATION_OUTPUTS.apiUrl];
      return url === undefined ? [] : [[region, url] as const];
    }),
  );
  const called = { region: homeRegion, functionName: functionName(stage, 'nameLocations') };
  const answer = await invoke(called, { apiUrls }, namedLocations);
  switch (answer.outcome) {
    case 'done':
      for (const { region, apiUrl } of answer.done.items) console.log(`${region}  ${apiUrl}`);
      return EXIT.done;
    case 'refused':
      for (const line of refusalLines(answer, (pointer) => pointer.replace('/apiUrls/', '')))
        console.error(line);
      return EXIT.refused;
    case 'lost':
      console.error(`No answer: ${answer.reason}.`);
      console.error(`Repeat with npm run locations -- ${file}: it does no harm.`);
      return EXIT.noAnswer;
  }
};

await runCommand(locations);
