import { CfnOutput, Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { functionsIn } from './constructs/function.ts';
import { filesBucket, type Home, workflowArn } from './constructs/grants.ts';
import { HttpApi } from './constructs/http-api.ts';
import { INVITATION_VALIDITY_DAYS } from './constructs/identity.ts';
import type { StackProps } from './directory-stack.ts';
import { locationsEnvironment } from './locations-environment.ts';
import {
  DIRECTORY_OUTPUTS,
  directoryStackName,
  LOCATION_OUTPUTS,
  locationStackName,
  tableName,
} from './names.ts';

export interface LocationStackProps extends StackProps {
  /** Where this location is. */
  readonly region: string;
}

/** What every location has, the home region included: the API and its functions. */
export class LocationStack extends Stack {
  constructor(scope: Construct, { configuration, bundles, region }: LocationStackProps) {
    const { stage, homeRegion } = configuration;
    super(scope, locationStackName(stage, region), {
      stackName: locationStackName(stage, region),
      description: `Rollcall ${stage}: a location`,
      env: { region },
    });
    // A weak reference (ADR 0003): CloudFormation reads it when it deploys, in whatever region the directory is.
    const ofDirectory = (output: keyof typeof DIRECTORY_OUTPUTS): string =>
      Fn.getStackOutput(directoryStackName(stage), DIRECTORY_OUTPUTS[output], homeRegion);

    const userPoolId = ofDirectory('userPoolId');
    const home: Home = { stage, region: homeRegion, userPoolId, mail: configuration.mail };
    const table = { TABLE_NAME: tableName(stage), HOME_REGION: homeRegion };
    const identity = {
      USER_POOL_ID: userPoolId,
      CONSOLE_CLIENT_ID: ofDirectory('consoleClientId'),
    };
    const apiSignIn = { USER_POOL_ID: userPoolId, API_CLIENT_ID: ofDirectory('apiClientId') };
    const workflow = { ONBOARDING_STATE_MACHINE_ARN: workflowArn(this, home) };
    const locations = locationsEnvironment(configuration.locations);
    const lambda = functionsIn(this, { stage, bundles, home });

    const { url } = new HttpApi(this, 'HttpApi', {
      stage,
      functions: {
        onboardings: lambda('onboardings', { ...table, ...workflow, ...identity, ...locations }),
        members: lambda('members', { ...table, ...identity, ...locations }),
        licenses: lambda('licenses', table),
        diagnoses: lambda('diagnoses', {
          ...table,
          ...identity,
          INVITATION_VALIDITY_DAYS: String(INVITATION_VALIDITY_DAYS),
        }),
        sessions: lambda('sessions', table),
        files: lambda('files', { ...table, FILES_BUCKET: filesBucket(this, home) }),
        accounts: lambda('accounts', table),
        billing: lambda('billing', { ...table, PRICE_LIST: JSON.stringify(configuration.billing) }),
        assets: lambda('assets', table),
        roles: lambda('roles', table),
        folders: lambda('folders', table),
        groups: lambda('groups', table),
        accessLists: lambda('accessLists', table),
        apiUsers: lambda('apiUsers', { ...table, ...identity, ...apiSignIn }),
        token: lambda('token', { ...table, ...apiSignIn }),
        locations: lambda('locations', { ...table, ...locations }),
        loginIds: lambda('loginIds', table),
        me: lambda('me', { ...table, ...identity, ...locations }),
        contract: lambda('contract', { HELP: JSON.stringify(configuration.help) }),
        unmatched: lambda('unmatched', {}),
      },
      tokens: {
        issuer: `https://cognito-idp.${homeRegion}.amazonaws.com/${userPoolId}`,
        audience: [ofDirectory('consoleClientId'), ofDirectory('apiClientId')],
      },
    });
    new CfnOutput(this, LOCATION_OUTPUTS.apiUrl, { value: url });
  }
}
