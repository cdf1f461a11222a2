import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { CHANGE_PATTERNS } from '../core/contract/change-patterns.ts';
import type { Configuration } from './config.ts';
import type { Bundles } from './constructs/bundles.ts';
import { ChangeFeed } from './constructs/change-feed.ts';
import { DirectoryTable } from './constructs/directory-table.ts';
import { FileSweeper } from './constructs/file-sweeper.ts';
import { FilesBucket } from './constructs/files-bucket.ts';
import { functionsIn } from './constructs/function.ts';
import { filesBucket, type Home, workflowArn } from './constructs/grants.ts';
import { Identity, INVITATION_VALIDITY_DAYS } from './constructs/identity.ts';
import { OnboardingWorkflow } from './constructs/onboarding-workflow.ts';
import { Sweeper } from './constructs/sweeper.ts';
import { locationsEnvironment } from './locations-environment.ts';
import { mailEnvironment } from './mail-environment.ts';
import { DIRECTORY_OUTPUTS, directoryStackName, tableName } from './names.ts';

export interface StackProps {
  readonly configuration: Configuration;
  readonly bundles: Bundles;
}

/** What exists once, in the home region: who there is, how they sign in, how they are onboarded. */
export class DirectoryStack extends Stack {
  constructor(scope: Construct, { configuration, bundles }: StackProps) {
    const { stage, homeRegion } = configuration;
    const regions = configuration.locations.map(({ region }) => region);
    super(scope, directoryStackName(stage), {
      stackName: directoryStackName(stage),
      description: `Rollcall ${stage}: the directory`,
      env: { region: homeRegion },
      terminationProtection: true,
    });

    const { streamArn } = new DirectoryTable(this, 'DirectoryTable', {
      stage,
      replicaRegions: regions.filter((region) => region !== homeRegion),
    });

    const { userPool, consoleClient, apiClient } = new Identity(this, 'Identity', {
      stage,
      mail: configuration.mail,
      cognitoMail: functionsIn(this, { stage, bundles })('cognitoMail', {
        CONSOLE_URL: configuration.consoleUrl,
        INVITATION_VALIDITY_DAYS: String(INVITATION_VALIDITY_DAYS),
      }),
    });

    const home: Home = {
      stage,
      region: homeRegion,
      userPoolId: userPool.userPoolId,
      mail: configuration.mail,
      streamArn,
    };
    const table = { TABLE_NAME: tableName(stage), HOME_REGION: homeRegion };
    const identity = {
      USER_POOL_ID: userPool.userPoolId,
      CONSOLE_CLIENT_ID: consoleClient.userPoolClientId,
    };
    const mail = mailEnvironment(configuration);
    const workflow = { ONBOARDING_STATE_MACHINE_ARN: workflowArn(this, home) };
    const lambda = functionsIn(this, { stage, bundles, home });

    new OnboardingWorkflow(this, 'OnboardingWorkflow', {
      stage,
      work: {
        CreateProfile: lambda('createProfile', { ...table, ...identity }),
        AssignLicenses: lambda('assignLicenses', table),
        UpdateEmployeeProfile: lambda('updateEmployeeProfile', table),
        SetPermissions: lambda('setPermissions', table),
        SetMessaging: lambda('setMessaging', table),
        SetDialingRules: lambda('setDialingRules', table),
        RestrictAccess: lambda('restrictAccess', table),
        AssignWork: lambda('assignWork', table),
        Activate: lambda('activate', { ...table, ...identity, ...mail }),
      },
      parkRun: lambda('parkRun', table),
    });
    new Sweeper(this, 'Sweeper', { stage, sweep: lambda('sweep', { ...table, ...workflow, ...identity }) });
    new FilesBucket(this, 'Files', { stage, region: homeRegion, consoleUrl: configuration.consoleUrl });
    new FileSweeper(this, 'FileSweeper', {
      stage,
      sweepFiles: lambda('sweepFiles', { ...table, FILES_BUCKET: filesBucket(this, home) }),
    });
    new ChangeFeed(this, 'ChangeFeed', {
      stage,
      streamArn,
      patterns: CHANGE_PATTERNS,
      followChanges: lambda('followChanges', { ...table, ...identity, ...mail }),
    });
    lambda('createAccount', {
      ...table,
      ...workflow,
      REGIONS: JSON.stringify(regions),
      PRICE_LIST: JSON.stringify(configuration.billing),
    });
    lambda('liftRestrictions', table);
    lambda('switchFolderTools', table);
    lambda('nameLocations', { ...table, ...locationsEnvironment(configuration.locations) });

    new CfnOutput(this, DIRECTORY_OUTPUTS.tableName, { value: tableName(stage) });
    new CfnOutput(this, DIRECTORY_OUTPUTS.userPoolId, { value: userPool.userPoolId });
    new CfnOutput(this, DIRECTORY_OUTPUTS.consoleClientId, { value: consoleClient.userPoolClientId });
    new CfnOutput(this, DIRECTORY_OUTPUTS.apiClientId, { value: apiClient.userPoolClientId });
  }
}
