const table = ['TABLE_NAME', 'HOME_REGION'] as const;
const identity = ['USER_POOL_ID', 'CONSOLE_CLIENT_ID'] as const;
/** For programs, which sign in by an app client of their own. */
const apiSignIn = ['USER_POOL_ID', 'API_CLIENT_ID'] as const;
/** For mail of our own, and what it links to. */
const mail = ['MAIL_FROM', 'MAIL_REPLY_TO', 'MAIL_REGION', 'MAIL_CONFIGURATION_SET', 'CONSOLE_URL'] as const;
const workflow = ['ONBOARDING_STATE_MACHINE_ARN'] as const;
/** Where pictures and greetings are, in the home region. */
const bucket = ['FILES_BUCKET'] as const;
/** The configured locations, as JSON: `{region, label, latitude, longitude, signallingHost}` each. */
const locations = ['LOCATIONS'] as const;
/** The ids of the configured locations, as JSON: beside the price list there is no room for more. */
const regions = ['REGIONS'] as const;
/** The plans an account can have, as JSON. */
const prices = ['PRICE_LIST'] as const;

/**
 * The variables of every function, by its name: types what CDK passes, and what the handler reads. The home region
 * is where the table is written and the user pool lives, wherever the function runs.
 */
export const environments = {
  onboardings: [...table, ...workflow, ...identity, ...locations],
  members: [...table, ...identity, ...locations],
  licenses: table,
  diagnoses: [...table, ...identity, 'INVITATION_VALIDITY_DAYS'],
  sessions: table,
  files: [...table, ...bucket],
  accounts: table,
  billing: [...table, ...prices],
  assets: table,
  roles: table,
  folders: table,
  groups: table,
  accessLists: table,
  locations: [...table, ...locations],
  loginIds: table,
  me: [...table, ...identity, ...locations],
  // CONSOLE_CLIENT_ID comes with the port that removes a sign-in.
  apiUsers: [...table, ...apiSignIn, 'CONSOLE_CLIENT_ID'],
  token: [...table, ...apiSignIn],
  /** Where people find help, as JSON. */
  contract: ['HELP'],
  unmatched: [],
  createProfile: [...table, ...identity],
  assignLicenses: table,
  updateEmployeeProfile: table,
  setPermissions: table,
  setMessaging: table,
  setDialingRules: table,
  restrictAccess: table,
  assignWork: table,
  activate: [...table, ...identity, ...mail],
  parkRun: table,
  noteBounce: table,
  cognitoMail: ['CONSOLE_URL', 'INVITATION_VALIDITY_DAYS'],
  sweep: [...table, ...workflow, ...identity],
  sweepFiles: [...table, ...bucket],
  followChanges: [...table, ...identity, ...mail],
  createAccount: [...table, ...workflow, ...regions, ...prices],
  liftRestrictions: table,
  switchFolderTools: table,
  nameLocations: [...table, ...locations],
} as const;

export type FunctionName = keyof typeof environments;

/** The environment of a function: every variable as text. */
export type EnvironmentOf<Name extends FunctionName> = Record<(typeof environments)[Name][number], string>;

const hasAll = <Variable extends string>(
  environment: Record<string, string | undefined>,
  variables: readonly Variable[],
): environment is Record<Variable, string> => variables.every((variable) => environment[variable]);

/** Reads the environment of a function. Throws an error that names the variables that are missing. */
export const readEnvironment = <Name extends FunctionName>(
  name: Name,
  environment: Record<string, string | undefined> = process.env,
): EnvironmentOf<Name> => {
  const variables: readonly (typeof environments)[Name][number][] = environments[name];
  if (hasAll(environment, variables)) return environment;
  const missing = variables.filter((variable) => !environment[variable]);
  throw new Error(`The function ${name} lacks ${missing.join(', ')}`);
};
