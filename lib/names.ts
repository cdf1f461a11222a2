import type { FunctionName } from '../core/contract/environments.ts';

const kebabCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The fixed names. Fixed, so that a location finds what lives in the home region without asking, and so that an
 * operator knows what to look for. Roles have none: IAM is global, and the same function may run in many regions.
 */
export const mailStackName = (stage: string): string => `Rollcall-${stage}-Mail`;
export const directoryStackName = (stage: string): string => `Rollcall-${stage}-Directory`;
export const locationStackName = (stage: string, region: string): string =>
  `Rollcall-${stage}-Location-${region}`;
export const consoleStackName = (stage: string): string => `Rollcall-${stage}-Console`;

export const tableName = (stage: string): string => `rollcall-${stage}`;
export const userPoolName = (stage: string): string => `rollcall-${stage}`;
export const configurationSetName = (stage: string): string => `rollcall-${stage}`;
export const apiName = (stage: string): string => `rollcall-${stage}`;
export const workflowName = (stage: string): string => `rollcall-${stage}-onboarding`;
/** Unique among all of AWS, so the account is in it; with the longest stage and region it has the 63 letters S3 takes. */
export const filesBucketName = (stage: string, account: string, region: string): string =>
  `rollcall-${stage}-files-${account}-${region}`;
/** What the change feed could not follow. */
export const setAsideQueueName = (stage: string): string => `rollcall-${stage}-set-aside`;
/** `rollcall-dev-create-account` for the function `createAccount`. */
export const functionName = (stage: string, name: FunctionName): string =>
  `rollcall-${stage}-${kebabCase(name)}`;
export const alarmName = (stage: string, what: string): string => `rollcall-${stage}-${what}`;

/** What a location stack tells once it is deployed. */
export const LOCATION_OUTPUTS = { apiUrl: 'ApiUrl' } as const;

/** What the console's stack tells: where its files go, and where they are served from. */
export const CONSOLE_OUTPUTS = { bucketName: 'BucketName', url: 'Url' } as const;

/** The directory stack's outputs. Locations read those of the pool and its clients; the table's name is fixed. */
export const DIRECTORY_OUTPUTS = {
  tableName: 'TableName',
  userPoolId: 'UserPoolId',
  consoleClientId: 'ConsoleClientId',
  apiClientId: 'ApiClientId',
} as const;
