import * as z from 'zod';

const text = z.string().min(1);
const table = { TABLE_NAME: text, HOME_REGION: text };
const workflow = { ONBOARDING_STATE_MACHINE_ARN: text };
const identity = { USER_POOL_ID: text };
/** The ids of the configured locations, separated by commas. */
const locations = { LOCATIONS: text };

/**
 * The environment of every function, by its name: types what CDK passes, and parses what the handler reads.
 * The home region is where the table is written and the user pool lives, wherever the function runs.
 */
export const environments = {
  onboardings: z.object({ ...table, ...workflow, ...identity, ...locations }),
  members: z.object(table),
  accounts: z.object(table),
  me: z.object({ ...table, ...identity }),
  contract: z.object({}),
  unmatched: z.object({}),
  createProfile: z.object({ ...table, ...identity }),
  assignLicenses: z.object(table),
  updateEmployeeProfile: z.object(table),
  setPermissions: z.object(table),
  setMessaging: z.object(table),
  setDialingRules: z.object(table),
  restrictAccess: z.object(table),
  assignWork: z.object(table),
  activate: z.object({ ...table, ...identity }),
  parkRun: z.object(table),
  invitationMail: z.object({ CONSOLE_URL: z.url(), INVITATION_VALIDITY_DAYS: z.coerce.number().int() }),
  sweep: z.object({ ...table, ...workflow, ...identity }),
  createAccount: z.object({ ...table, ...workflow, ...locations }),
} as const;

export type FunctionName = keyof typeof environments;

/** What CDK passes to a function: every variable as text. */
export type EnvironmentOf<Name extends FunctionName> = Record<
  keyof z.infer<(typeof environments)[Name]>,
  string
>;
