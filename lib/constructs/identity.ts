import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  CfnUserPoolClient,
  ClientAttributes,
  FeaturePlan,
  Mfa,
  UserPool,
  UserPoolClient,
  UserPoolEmail,
} from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { type Configuration, mailDomain } from '../config.ts';
import { configurationSetName, userPoolName } from '../names.ts';

/** How long an invitation's temporary password works. The mail says so, and Cognito holds to it. */
export const INVITATION_VALIDITY_DAYS = 7;

export interface IdentityProps {
  readonly stage: string;
  readonly mail: Configuration['mail'];
  /** Writes the words of Cognito's mails; Cognito puts the temporary password or the code in and sends them. */
  readonly cognitoMail: IFunction;
}

/** Who may sign in, and how. User names are ours (`usr_…`); people use their email or, once accepted, their login ID. */
export class Identity extends Construct {
  readonly userPool: UserPool;
  /** For people: the password itself never leaves their browser. */
  readonly consoleClient: UserPoolClient;
  /** For API users: our token endpoint signs them in, after it has checked where they call from (E-12). */
  readonly apiClient: UserPoolClient;

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    this.userPool = new UserPool(this, 'UserPool', {
      userPoolName: userPoolName(props.stage),
      // No feature of the dearer plans is used; the plan can be raised at any time.
      featurePlan: FeaturePlan.LITE,
      signInAliases: { username: true, email: true, preferredUsername: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: false,
      passwordPolicy: {
        minLength: 12,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(INVITATION_VALIDITY_DAYS),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      email: UserPoolEmail.withSES({
        fromEmail: props.mail.from,
        sesVerifiedDomain: mailDomain(props.mail),
        sesRegion: props.mail.region,
        configurationSetName: configurationSetName(props.stage),
        ...(props.mail.replyTo === undefined ? {} : { replyTo: props.mail.replyTo }),
      }),
      lambdaTriggers: { customMessage: props.cognitoMail },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.userPool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason: 'MFA is the choice of each user (TOTP) until accounts can require it by role (X-13).',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'Threat protection of the plus plan costs per user; lock-out and TOTP come with every plan.',
      },
    );

    const client = {
      userPool: this.userPool,
      disableOAuth: true,
      generateSecret: false,
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      // Nobody changes an email or a login ID behind our back.
      writeAttributes: new ClientAttributes().withStandardAttributes({ locale: true }),
    };
    this.consoleClient = new UserPoolClient(this, 'ConsoleClient', {
      ...client,
      userPoolClientName: 'console',
      authFlows: { userSrp: true },
      // Time to think up a password, or to set up an authenticator, between two answers.
      authSessionValidity: Duration.minutes(15),
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      // A working day: one signs in once a day.
      refreshTokenValidity: Duration.hours(12),
    });
    this.apiClient = new UserPoolClient(this, 'ApiClient', {
      ...client,
      userPoolClientName: 'api',
      authFlows: { adminUserPassword: true },
      accessTokenValidity: Duration.minutes(15),
      idTokenValidity: Duration.minutes(15),
      refreshTokenValidity: Duration.hours(1),
    });
    onlyAuthFlow(this.apiClient, 'ALLOW_ADMIN_USER_PASSWORD_AUTH');
  }
}

/** CDK always allows refreshing too; an API user's token is 15 minutes of trust, not a renewable hour. */
const onlyAuthFlow = (client: UserPoolClient, flow: string): void => {
  const resource = client.node.defaultChild;
  if (!(resource instanceof CfnUserPoolClient)) throw new Error('A user pool client is a CfnUserPoolClient');
  resource.explicitAuthFlows = [flow];
};
