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

/** By its fixed name, so that a location in another region can say it too. */
export const tableArn = (scope: Construct, { stage, region }: Omit<Home, 'userPoolId'>): string =>
  Stack.of(scope).formatArn({
    service: 'dynamodb',
    region,
    resource: 'table',
    resourceName: tableName(stage),
  });

/** By its fixed name, so that a location in another region can say it too. */
export const workflowArn = (scope: Construct, { stage, region }: Omit<Home, 'userPoolId'>): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    region,
    resource: 'stateMachine',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: workflowName(stage),
  });

/** The one wildcard of ours: an execution gets its name when it starts, so its ARN cannot be known here. */
const executionsArn = (scope: Construct, { stage, region }: Home): string =>
  Stack.of(scope).formatArn({
    service: 'states',
    region,
    resource: 'execution',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    resourceName: `${workflowName(stage)}:*`,
  });

/** The same, with what only a deployment knows as cdk-nag writes it: to answer its finding. */
export const executionsArnAsNagWritesIt = ({ stage, region }: Home): string =>
  `arn:<AWS::Partition>:states:${region}:<AWS::AccountId>:execution:${workflowName(stage)}:*`;

const userPoolArn = (scope: Construct, { region, userPoolId }: Home): string =>
  Stack.of(scope).formatArn({
    service: 'cognito-idp',
    region,
    resource: 'userpool',
    resourceName: userPoolId,
  });

const allow = (service: string, actions: readonly string[], resources: string[]): PolicyStatement[] =>
  actions.length === 0
    ? []
    : [new PolicyStatement({ actions: actions.map((action) => `${service}:${action}`), resources })];

/** The statements that allow just these grants, each on just what it is about. */
export const statementsOf = (scope: Construct, grants: Grants, home: Home): PolicyStatement[] => {
  const { table = [], indexes = [], identity = [], workflow = [] } = grants;
  const starts = workflow.filter((action) => action === 'StartExecution');
  const looks = workflow.filter((action) => action === 'DescribeExecution');
  return [
    ...allow('dynamodb', table, [tableArn(scope, home)]),
    ...allow(
      'dynamodb',
      indexes.length === 0 ? [] : ['Query'],
      indexes.map((index) => `${tableArn(scope, home)}/index/${index}`),
    ),
    ...allow('cognito-idp', identity, identity.length === 0 ? [] : [userPoolArn(scope, home)]),
    ...allow('states', starts, [workflowArn(scope, home)]),
    ...allow('states', looks, [executionsArn(scope, home)]),
  ];
};
