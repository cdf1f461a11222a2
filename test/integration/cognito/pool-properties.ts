export const POOL_ID = 'us-east-1_Rollcall1';
/** The console's client: SRP, refresh, writes the locale only; passwords in clear as well, which the tests' clients send faster. */
export const CONSOLE = 'console1client';
/** The API users' client: the password goes through the back end; tokens of 15 minutes. */
export const API = 'apiclient1';
/** Says who exists, lets passwords through in clear, cannot revoke. */
export const LEGACY = 'legacyclient1';

export const poolProperties = {
  AliasAttributes: ['email', 'preferred_username'],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ['email'],
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
  AdminCreateUserConfig: {
    AllowAdminCreateUserOnly: true,
    InviteMessageTemplate: { EmailMessage: 'Hello {username}, use {####}', EmailSubject: 'Welcome' },
  },
  EmailVerificationMessage: 'Your code is {####}',
  EmailVerificationSubject: 'A new password',
  EmailConfiguration: { From: 'Rollcall <no-reply@rollcall.test>' },
  MfaConfiguration: 'OPTIONAL',
  EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
};

export const clientProperties = [
  {
    clientId: CONSOLE,
    properties: {
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 60,
      IdTokenValidity: 30,
      RefreshTokenValidity: 720,
      TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
      PreventUserExistenceErrors: 'ENABLED',
      ReadAttributes: ['email', 'email_verified', 'preferred_username', 'locale'],
      WriteAttributes: ['locale'],
      EnableTokenRevocation: true,
      AuthSessionValidity: 5,
      GenerateSecret: false,
    },
  },
  {
    clientId: API,
    properties: {
      ExplicitAuthFlows: ['ALLOW_ADMIN_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 15,
      TokenValidityUnits: { AccessToken: 'minutes' },
      PreventUserExistenceErrors: 'ENABLED',
    },
  },
  {
    clientId: LEGACY,
    properties: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'], EnableTokenRevocation: false },
  },
];
