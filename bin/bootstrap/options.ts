import type { newId } from '../../core/domain/ids.ts';
import type { Configuration } from '../../lib/config.ts';
import { parseOptions, wrongOptions } from '../operator/options.ts';

export const USAGE = `npm run bootstrap -- [options]

Makes an account with its first administrator in a deployed stage. Required:

  --account-name NAME       the customer company
  --pool KIND=SEATS         a license pool, such as lmp=25; again for each kind; lmp must be among them
  --email ADDRESS           of the administrator: the invitation goes there
  --login-id ID             what the administrator may type to sign in, besides the email
  --first-name NAME
  --last-name NAME

Not required:

  --plan ID                 of the price list in cdk.json; its first plan
  --language TAG            of the account and the administrator, BCP 47; en
  --license-policy POLICY   when no license is free: deactivate or reject; deactivate
  --location REGION         where the administrator sits; the home region
  --agency-name NAME        makes an agency with this as its first account; the administrator is also its administrator
  --agency-id ID            the agency that the account joins
  --parent-account-id ID    the account that this one is a subaccount of
  --account-id ID           repeats an earlier command whose answer was lost, with --agency-id if it made an agency
  --stage STAGE             as in cdk.json
  --region REGION           the home region; as in cdk.json
  --help

Exit codes: 0 made, 1 refused and nothing made, 2 wrong options, 3 no answer.`;

const text = { type: 'string' } as const;

const OPTIONS = {
  'account-name': text,
  plan: text,
  pool: { ...text, multiple: true },
  email: text,
  'login-id': text,
  'first-name': text,
  'last-name': text,
  language: { ...text, default: 'en' },
  'license-policy': { ...text, default: 'deactivate' },
  location: text,
  'agency-name': text,
  'agency-id': text,
  'parent-account-id': text,
  'account-id': text,
  stage: text,
  region: text,
  help: { type: 'boolean', default: false },
} as const;

/** `lmp=25` as a pool; text of any other form is a fault. */
const readPool = (given: string) => {
  const match = /^([a-z]+)=(\d+)$/.exec(given);
  return match === null ? undefined : { kind: match[1] ?? '', purchased: Number(match[2]) };
};

/** An agency with a name is made, under an id that a repeat gives again; one without has to be there. */
const readAgency = (
  { 'agency-id': agencyId, 'agency-name': name }: { 'agency-id'?: string; 'agency-name'?: string },
  makeId: typeof newId,
) => {
  if (name !== undefined) return { agencyId: agencyId ?? makeId('agency'), name };
  return agencyId === undefined ? undefined : { agencyId };
};

/**
 * What to ask of the create-account function. Only what it could not understand is refused here: whether a value is
 * allowed is the function's to say, and it says so for all of them at once. Throws `WrongOptions`.
 */
export const readOptions = (
  parameters: readonly string[],
  { stage, homeRegion }: Pick<Configuration, 'stage' | 'homeRegion'>,
  makeId: typeof newId,
) => {
  const given = parseOptions(parameters, OPTIONS);
  if (given.help) return 'help' as const;
  const faults: string[] = [];
  const required = (name: 'account-name' | 'email' | 'login-id' | 'first-name' | 'last-name'): string => {
    const value = given[name];
    if (value === undefined) faults.push(`--${name}: is required`);
    return value ?? '';
  };
  const request = {
    account: {
      agency: readAgency(given, makeId),
      parentAccountId: given['parent-account-id'],
      accountId: given['account-id'] ?? makeId('account'),
      name: required('account-name'),
      language: given.language,
      licensePolicy: given['license-policy'],
      plan: given.plan,
      pools: (given.pool ?? []).flatMap((one) => {
        const pool = readPool(one);
        if (pool === undefined) faults.push(`--pool: ${one} must be a kind and its seats, such as lmp=25`);
        return pool ?? [];
      }),
    },
    administrator: {
      email: required('email'),
      loginId: required('login-id'),
      firstName: required('first-name'),
      lastName: required('last-name'),
      language: given.language,
      location: given.location ?? homeRegion,
    },
  };
  if (given.pool === undefined) faults.push('--pool: is required, such as --pool lmp=25');
  if (faults.length > 0) throw wrongOptions('bootstrap', faults);
  return { stage: given.stage ?? stage, region: given.region ?? homeRegion, request };
};

export type BootstrapRequest = Exclude<ReturnType<typeof readOptions>, 'help'>['request'];

const OPTION_OF: Record<string, string> = {
  'agency/agencyId': '--agency-id',
  'agency/name': '--agency-name',
  parentAccountId: '--parent-account-id',
  name: '--account-name',
  accountId: '--account-id',
  language: '--language',
  licensePolicy: '--license-policy',
  plan: '--plan',
  pools: '--pool',
  email: '--email',
  loginId: '--login-id',
  firstName: '--first-name',
  lastName: '--last-name',
  location: '--location',
};

/** The option that a fault of the request is about. */
export const optionOf = (pointer: string): string => {
  const [, , name = '', part = ''] = pointer.split('/');
  return OPTION_OF[`${name}/${part}`] ?? OPTION_OF[name] ?? pointer;
};
