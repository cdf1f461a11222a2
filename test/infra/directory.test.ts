import { Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { TABLE } from '../../core/contract/table.ts';
import { DIRECTORY_OUTPUTS } from '../../lib/names.ts';
import { configuration, flat, onlyOne, resourcesOf, synthesized } from './synthesized.ts';

const { directory } = synthesized;

describe('the table', () => {
  const table = onlyOne(directory, 'AWS::DynamoDB::GlobalTable');

  it('has its fixed name, is on demand, and lets items expire', () => {
    expect(table.Properties).toMatchObject({
      TableName: 'rollcall-dev',
      BillingMode: 'PAY_PER_REQUEST',
      TimeToLiveSpecification: { AttributeName: TABLE.timeToLive, Enabled: true },
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
    });
  });

  it('survives its stack', () => {
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });

  it('is replicated to every location, each copy recoverable and protected', () => {
    expect(table.Properties.Replicas.map(({ Region }: { Region: string }) => Region).toSorted()).toEqual(
      configuration.locations.map(({ region }) => region).toSorted(),
    );
    for (const replica of table.Properties.Replicas) {
      expect(replica).toMatchObject({
        DeletionProtectionEnabled: true,
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      });
    }
  });

  it('has the four indexes of the contract: lists carry their rows, the others only keys', () => {
    const keysOf = ({ partitionKey, sortKey }: { partitionKey: string; sortKey: string }) => [
      { AttributeName: partitionKey, KeyType: 'HASH' },
      { AttributeName: sortKey, KeyType: 'RANGE' },
    ];
    expect(table.Properties.KeySchema).toEqual(keysOf(TABLE));
    const rows = { ProjectionType: 'INCLUDE', NonKeyAttributes: TABLE.listAttributes };
    const { byStatus, byGroup, bySearch, byDue } = TABLE.indexes;
    expect(table.Properties.GlobalSecondaryIndexes).toEqual([
      { IndexName: byStatus.name, KeySchema: keysOf(byStatus), Projection: rows },
      { IndexName: byGroup.name, KeySchema: keysOf(byGroup), Projection: rows },
      { IndexName: bySearch.name, KeySchema: keysOf(bySearch), Projection: { ProjectionType: 'KEYS_ONLY' } },
      { IndexName: byDue.name, KeySchema: keysOf(byDue), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ]);
  });

  it('stays within the twenty attributes that DynamoDB copies into an index', () => {
    expect(TABLE.listAttributes.length).toBeLessThanOrEqual(20);
  });
});

describe('the user pool', () => {
  const pool = onlyOne(directory, 'AWS::Cognito::UserPool');

  it('survives its stack', () => {
    expect(pool).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE');
  });

  it('takes user name, email or login ID, in any case, and nobody signs up', () => {
    expect(pool.Properties).toMatchObject({
      UserPoolName: 'rollcall-dev',
      AliasAttributes: ['email', 'preferred_username'],
      UsernameConfiguration: { CaseSensitive: false },
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
    });
  });

  it('asks for strong passwords, lets invitations live as long as the mail says, and offers TOTP', () => {
    expect(pool.Properties).toMatchObject({
      Policies: {
        PasswordPolicy: {
          MinimumLength: 12,
          RequireLowercase: true,
          RequireUppercase: true,
          RequireNumbers: true,
          RequireSymbols: true,
          TemporaryPasswordValidityDays: 7,
        },
      },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
    });
    directory.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'rollcall-dev-cognito-mail',
      Environment: {
        Variables: { CONSOLE_URL: configuration.consoleUrl, INVITATION_VALIDITY_DAYS: '7' },
      },
    });
  });

  it('sends through SES in the words of the cognito-mail function', () => {
    const { EmailConfiguration, LambdaConfig } = pool.Properties;
    expect(EmailConfiguration).toMatchObject({
      EmailSendingAccount: 'DEVELOPER',
      From: configuration.mail.from,
      ReplyToEmailAddress: configuration.mail.replyTo,
    });
    expect(flat(EmailConfiguration.SourceArn)).toContain(':ses:us-east-1:');
    expect(flat(EmailConfiguration.SourceArn)).toMatch(/:identity\/rollcall\.example$/);
    expect(Object.keys(LambdaConfig)).toEqual(['CustomMessage']);
    expect(flat(LambdaConfig.CustomMessage)).toMatch(/^\$\{cognitoMail/);
  });
});

describe('the app clients', () => {
  it('let people sign in by SRP only, for a working day', () => {
    directory.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ClientName: 'console',
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 60,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: 'minutes', RefreshToken: 'minutes' },
    });
  });

  it('let API users sign in through our token endpoint only, for 15 minutes', () => {
    directory.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      ClientName: 'api',
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH'],
      AccessTokenValidity: 15,
    });
  });

  it('hide who exists, can revoke, keep no secret, and may write the locale alone', () => {
    const clients = Object.values(resourcesOf(directory, 'AWS::Cognito::UserPoolClient'));
    expect(clients).toHaveLength(2);
    for (const { Properties } of clients) {
      expect(Properties).toMatchObject({
        PreventUserExistenceErrors: 'ENABLED',
        EnableTokenRevocation: true,
        GenerateSecret: false,
        WriteAttributes: ['locale'],
        AllowedOAuthFlowsUserPoolClient: false,
      });
    }
  });
});

describe('the sweeper', () => {
  it('is called every minute', () => {
    directory.hasResourceProperties('AWS::Scheduler::Schedule', {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      State: Match.absent(),
      Target: { Arn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^sweep'), 'Arn'] }, Input: '{}' },
    });
  });
});

describe('the directory', () => {
  it('tells its table, its pool and its clients', () => {
    expect(Object.keys(directory.toJSON().Outputs).toSorted()).toEqual(
      Object.values(DIRECTORY_OUTPUTS).toSorted(),
    );
  });

  it('cannot be deleted in passing', () => {
    const assembly = synthesized.app.synth();
    expect(assembly.getStackByName('Rollcall-dev-Directory').terminationProtection).toBe(true);
  });
});
