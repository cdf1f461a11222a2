import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { BUCKET } from '../../core/contract/bucket.ts';
import { type Configuration, mailDomain } from '../config.ts';
import type { Grants } from '../functions.ts';
import {
  configurationSetName,
  filesBucketName,
  setAsideQueueName,
  tableName,
  workflowName,
} from '../names.ts';

/** What lives once, in the home region, wherever the functions that use it run. */
export interface Home {
  readonly stage: string;
  /** The home region. */
  readonly region: string;
  /** Not known where the pool comes later: grants on it are then a mistake. */
  readonly userPoolId?: string;
  /** The sender of mail, in a region of its own. */
  readonly mail: Configuration['mail'];
  /** The table's stream, which has no fixed name: only the directory itself knows it. */
  readonly streamArn?: string;
}

const tableArn = (scope: Construct, { stage, region }: Home): string =>
  Stack.of(scope).formatArn({
    service: 'dynamodb',
    region,
    resource: 'table',
    resourceName: tableName(stage),
  });

/** By its fixed name, like the table's: a location in another region knows it without asking. */
export const workflowArn = (scope: Construct, { stage, region }: Home): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    region,
    resource: 'stateMachine',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: workflowName(stage),
  });

const userPoolArn = (scope: Construct, { region, userPoolId }: Home): string => {
  if (userPoolId === undefined) throw new Error('There is no user pool yet to grant anything on');
  return Stack.of(scope).formatArn({
    service: 'cognito-idp',
    region,
    resource: 'userpool',
    resourceName: userPoolId,
  });
};

/** SES asks about both: whose mail it is, and with which configuration set it goes out. */
const mailArns = (scope: Construct, { stage, mail }: Home): string[] =>
  [
    { resource: 'identity', resourceName: mailDomain(mail) },
    { resource: 'configuration-set', resourceName: configurationSetName(stage) },
  ].map((one) => Stack.of(scope).formatArn({ service: 'ses', region: mail.region, ...one }));

/** In the account of the stack, wherever that is. */
export const filesBucket = (scope: Construct, { stage, region }: Pick<Home, 'stage' | 'region'>): string =>
  filesBucketName(stage, Stack.of(scope).account, region);

const objectArn = (scope: Construct, home: Home, names: string): string =>
  Stack.of(scope).formatArn({
    service: 's3',
    region: '',
    account: '',
    resource: filesBucket(scope, home),
    resourceName: names,
  });

const setAsideQueueArn = (scope: Construct, { stage, region }: Pick<Home, 'stage' | 'region'>): string =>
  Stack.of(scope).formatArn({ service: 'sqs', region, resource: setAsideQueueName(stage) });

const streamArnOf = ({ streamArn }: Home): string => {
  if (streamArn === undefined) throw new Error('The stream is read where the table is, in the directory');
  return streamArn;
};

const allow = (
  service: string,
  actions: readonly string[],
  resources: readonly string[],
  conditions: Record<string, Record<string, string>> = {},
) =>
  actions.length === 0 || resources.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: actions.map((action) => `${service}:${action}`),
          resources: [...resources],
          conditions,
        }),
      ];

/** The statements that allow just these grants, each on just what it is about. */
export const statementsOf = (scope: Construct, grants: Grants, home: Home): PolicyStatement[] => {
  const {
    table = [],
    indexes = [],
    identity = [],
    workflow = [],
    mail = [],
    stream = [],
    uploads = [],
    keptFiles = [],
    setAside = [],
  } = grants;
  const items = tableArn(scope, home);
  return [
    ...allow('dynamodb', table, [items]),
    ...allow(
      'dynamodb',
      ['Query'],
      indexes.map((index) => `${items}/index/${index}`),
    ),
    ...allow('cognito-idp', identity, identity.length === 0 ? [] : [userPoolArn(scope, home)]),
    ...allow('states', workflow, [workflowArn(scope, home)]),
    ...allow('ses', mail, mailArns(scope, home), {
      StringEquals: { 'ses:FromAddress': home.mail.from },
    }),
    ...(stream.length > 0 ? allow('dynamodb', stream, [streamArnOf(home)]) : []),
    ...allow('s3', uploads, [objectArn(scope, home, `${BUCKET.uploads}*`)]),
    ...allow('s3', keptFiles, [objectArn(scope, home, `${BUCKET.kept}*`)]),
    ...allow('sqs', setAside, [setAsideQueueArn(scope, home)]),
  ];
};

/** What AWS's rules ask about these grants, with the answers. */
export const answersAbout = (
  { uploads = [], keptFiles = [] }: Grants,
  { stage, region }: Home,
): { id: string; reason: string }[] => {
  const bucket = filesBucketName(stage, '<AWS::AccountId>', region);
  const names = [
    ...(uploads.length > 0 ? [BUCKET.uploads] : []),
    ...(keptFiles.length > 0 ? [BUCKET.kept] : []),
  ];
  return names.map((name) => ({
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::${bucket}/${name}*]`,
    reason: 'Files are objects by their ids: which of them a call is about, the function decides.',
  }));
};
