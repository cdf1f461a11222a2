import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type { Grants } from '../functions.ts';
import { tableName, workflowName } from '../names.ts';

/** What lives once, in the home region, wherever the functions that use it run. */
export interface Home {
  readonly stage: string;
  /** The home region. */
  readonly region: string;
  readonly userPoolId: string;
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

const userPoolArn = (scope: Construct, { region, userPoolId }: Home): string =>
  Stack.of(scope).formatArn({
    service: 'cognito-idp',
    region,
    resource: 'userpool',
    resourceName: userPoolId,
  });

const allow = (service: string, actions: readonly string[], resources: readonly string[]) =>
  actions.length === 0 || resources.length === 0
    ? []
    : [
        new PolicyStatement({
          actions: actions.map((action) => `${service}:${action}`),
          resources: [...resources],
        }),
      ];

/** The statements that allow just these grants, each on just what it is about. */
export const statementsOf = (scope: Construct, grants: Grants, home: Home): PolicyStatement[] => {
  const { table = [], indexes = [], identity = [], workflow = [] } = grants;
  const items = tableArn(scope, home);
  return [
    ...allow('dynamodb', table, [items]),
    ...allow(
      'dynamodb',
      ['Query'],
      indexes.map((index) => `${items}/index/${index}`),
    ),
    ...allow('cognito-idp', identity, [userPoolArn(scope, home)]),
    ...allow('states', workflow, [workflowArn(scope, home)]),
  ];
};
