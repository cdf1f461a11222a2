import * as z from 'zod';
import type { AuthFlow, Client } from '../client.ts';
import { type Cognito, identityOf, requireClient, requirePool } from '../cognito.ts';
import { invalidParameter } from '../errors.ts';
import { afterPassword, findCandidate, preAuthenticate, refuse, requireUnlocked } from '../sign-in.ts';
import { isUsablePublicValue, makeChallenge, passwordMatches } from '../srp.ts';
import { clientIdSchema, metadataSchema, operation, userPoolIdSchema } from './operation.ts';
import type { SrpSecrets } from './password-verifier.ts';
import { refresh } from './tokens.ts';

const parametersSchema = z.record(z.string(), z.string()).default({});

const publicFlows = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH', 'REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'] as const;
const adminFlows = ['ADMIN_USER_PASSWORD_AUTH', 'ADMIN_NO_SRP_AUTH', ...publicFlows] as const;
type Flow = (typeof adminFlows)[number];

interface Start {
  readonly client: Client;
  readonly flow: Flow;
  readonly parameters: Readonly<Record<string, string>>;
  readonly clientMetadata: Readonly<Record<string, string>> | undefined;
}

/** What the client has to allow for a flow, and what Cognito says when it does not. */
const permissionFor = (flow: Flow): { permission: AuthFlow; refusal: string } => {
  switch (flow) {
    case 'USER_SRP_AUTH':
      return { permission: 'ALLOW_USER_SRP_AUTH', refusal: 'USER_SRP_AUTH is not enabled for the client.' };
    case 'USER_PASSWORD_AUTH':
      return {
        permission: 'ALLOW_USER_PASSWORD_AUTH',
        refusal: 'USER_PASSWORD_AUTH flow not enabled for this client',
      };
    case 'ADMIN_USER_PASSWORD_AUTH':
    case 'ADMIN_NO_SRP_AUTH':
      return {
        permission: 'ALLOW_ADMIN_USER_PASSWORD_AUTH',
        refusal: 'Auth flow not enabled for this client',
      };
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return { permission: 'ALLOW_REFRESH_TOKEN_AUTH', refusal: 'Auth flow not enabled for this client' };
  }
};

const parameter = (start: Start, name: string): string => {
  const value = start.parameters[name];
  if (!value) throw invalidParameter(`Missing required parameter ${name}`);
  return value;
};

const startWithPassword = async (cognito: Cognito, start: Start): Promise<object> => {
  const { client, clientMetadata } = start;
  const password = parameter(start, 'PASSWORD');
  const candidate = findCandidate(cognito, client, parameter(start, 'USERNAME'));
  requireUnlocked(cognito, candidate.failureName);
  if (candidate.user !== undefined) await preAuthenticate(cognito, candidate.user, client, clientMetadata);
  const matches = passwordMatches(identityOf(cognito, candidate.username), password, candidate.credential);
  if (!matches || candidate.user === undefined) return refuse(cognito, candidate.failureName);
  // Read again: the trigger took its time.
  const user = cognito.store.users.required(candidate.username);
  return afterPassword(cognito, { user, client, occasion: 'Authentication', clientMetadata });
};

const startSrp = async (cognito: Cognito, start: Start): Promise<object> => {
  const { client } = start;
  const clientPublic = parameter(start, 'SRP_A');
  if (!isUsablePublicValue(clientPublic)) throw invalidParameter('Invalid SRP_A');
  const candidate = findCandidate(cognito, client, parameter(start, 'USERNAME'));
  if (candidate.user !== undefined)
    await preAuthenticate(cognito, candidate.user, client, start.clientMetadata);
  const { credential, failureName } = candidate;
  const challenge = makeChallenge(credential);
  // The block is the session: it leads back to the server's half of the exchange, once.
  const secretBlock = cognito.store.sessions.open({
    challenge: 'PASSWORD_VERIFIER',
    username: candidate.username,
    clientId: client.id,
    secrets: JSON.stringify({ credential, challenge, clientPublic, failureName } satisfies SrpSecrets),
    expiresAt: cognito.now() + client.sessionSeconds * 1000,
  });
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      SALT: credential.salt,
      SECRET_BLOCK: secretBlock,
      SRP_B: challenge.public,
      USERNAME: candidate.username,
      USER_ID_FOR_SRP: candidate.username,
    },
  };
};

const initiate = (cognito: Cognito, start: Start): Promise<object> => {
  const { permission, refusal } = permissionFor(start.flow);
  if (!start.client.flows.has(permission)) throw invalidParameter(refusal);
  switch (start.flow) {
    case 'USER_SRP_AUTH':
      return startSrp(cognito, start);
    case 'USER_PASSWORD_AUTH':
    case 'ADMIN_USER_PASSWORD_AUTH':
    case 'ADMIN_NO_SRP_AUTH':
      return startWithPassword(cognito, start);
    case 'REFRESH_TOKEN_AUTH':
    case 'REFRESH_TOKEN':
      return refresh(cognito, start.client, parameter(start, 'REFRESH_TOKEN'), start.clientMetadata);
  }
};

const inputSchema = z.object({
  ClientId: clientIdSchema,
  AuthFlow: z.enum(adminFlows),
  AuthParameters: parametersSchema,
  ClientMetadata: metadataSchema,
});

const startOf = (client: Client, input: z.output<typeof inputSchema>): Start => ({
  client,
  flow: input.AuthFlow,
  parameters: input.AuthParameters,
  clientMetadata: input.ClientMetadata,
});

export const initiateAuth = operation('public', inputSchema, (cognito, input) => {
  if (!z.enum(publicFlows).safeParse(input.AuthFlow).success) {
    throw invalidParameter('Initiate Auth method not supported.');
  }
  return initiate(cognito, startOf(requireClient(cognito, input.ClientId), input));
});

export const adminInitiateAuth = operation(
  'admin',
  inputSchema.extend({ UserPoolId: userPoolIdSchema }),
  (cognito, input) => {
    requirePool(cognito, input.UserPoolId);
    if (input.AuthFlow === 'USER_PASSWORD_AUTH')
      throw invalidParameter('Initiate Auth method not supported.');
    return initiate(cognito, startOf(requireClient(cognito, input.ClientId), input));
  },
);
