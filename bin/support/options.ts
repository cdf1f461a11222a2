import type { Configuration } from '../../lib/config.ts';
import { parseOptions, wrongOptions } from '../operator/options.ts';

export const USAGE = `npm run support -- TASK [options]

What only operators do for an account, in a deployed stage.

  lift-restrictions         lets a member call from anywhere again who has shut themselves out by allowed networks
    --email ADDRESS         whom, or
    --user-id ID
    --account-id ID         in which account; needed only of a user who is in several

  withhold-folder-tools     a folder gives folder tools to its members no longer
  give-folder-tools         a folder gives folder tools to its members, and to those below
    --account-id ID
    --folder-id ID          fld_root, the one that all others are below, unless told

For every task:

  --stage STAGE             as in cdk.json
  --region REGION           the home region; as in cdk.json
  --help

Exit codes: 0 done, 1 refused and nothing done, 2 wrong options, 3 no answer.`;

const text = { type: 'string' } as const;
const EVERYWHERE = { stage: text, region: text, help: { type: 'boolean', default: false } } as const;
const LIFT = { ...EVERYWHERE, email: text, 'user-id': text, 'account-id': text } as const;
const SWITCH = {
  ...EVERYWHERE,
  'account-id': text,
  'folder-id': { ...text, default: 'fld_root' },
} as const;

type Place = Pick<Configuration, 'stage' | 'homeRegion'>;
type Given = { stage?: string; region?: string };

const placeOf = ({ stage, region }: Given, configured: Place) => ({
  stage: stage ?? configured.stage,
  region: region ?? configured.homeRegion,
});

const readLift = (parameters: readonly string[], place: Place) => {
  const given = parseOptions(parameters, LIFT);
  if (given.help) return 'help' as const;
  const { email, 'user-id': userId, 'account-id': accountId } = given;
  if ((email === undefined) === (userId === undefined))
    throw wrongOptions('support', ['--email: is required, or --user-id; not both']);
  return {
    ...placeOf(given, place),
    task: 'lift-restrictions' as const,
    request: { email, userId, accountId },
  };
};

const readSwitch = (parameters: readonly string[], place: Place, isGiven: boolean) => {
  const given = parseOptions(parameters, SWITCH);
  if (given.help) return 'help' as const;
  const { 'account-id': accountId, 'folder-id': folderId } = given;
  if (accountId === undefined) throw wrongOptions('support', ['--account-id: is required']);
  return {
    ...placeOf(given, place),
    task: 'switch-folder-tools' as const,
    request: { accountId, folderId, isGiven },
  };
};

/** What to ask of which function; whether a value is allowed is the function's to say. Throws `WrongOptions`. */
export const readOptions = ([task, ...parameters]: readonly string[], place: Place) => {
  switch (task) {
    case 'lift-restrictions':
      return readLift(parameters, place);
    case 'withhold-folder-tools':
    case 'give-folder-tools':
      return readSwitch(parameters, place, task === 'give-folder-tools');
    case '--help':
      return 'help' as const;
    default:
      throw wrongOptions('support', [task === undefined ? 'A task is required.' : `${task}: is no task`]);
  }
};

const OPTION_OF: Record<string, string> = {
  '/email': '--email',
  '/userId': '--user-id',
  '/accountId': '--account-id',
  '/folderId': '--folder-id',
};

/** The option that a fault of the request is about. */
export const optionOf = (pointer: string): string => OPTION_OF[pointer] ?? pointer;
