import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
  type RespondToAuthChallengeCommandOutput,
} from '@aws-sdk/client-cognito-identity-provider';
import * as z from 'zod';
import type { CloudAddresses } from './addresses.ts';
import { beginExchange } from './cognito/srp-client.ts';

type PoolAddress = Pick<CloudAddresses, 'cognitoUrl' | 'region' | 'userPoolId' | 'clientId'>;

const challengeSchema = z.object({
  USER_ID_FOR_SRP: z.string(),
  SALT: z.string(),
  SRP_B: z.string(),
  SECRET_BLOCK: z.string(),
});
const tokensSchema = z.object({ AccessToken: z.string(), IdToken: z.string(), RefreshToken: z.string() });

export interface Tokens {
  readonly accessToken: string;
  readonly idToken: string;
  readonly refreshToken: string;
}

/** Whoever signs in: `username` may be the user's id, the email or the login ID. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const withClient = async <Result>(
  { cognitoUrl, region }: PoolAddress,
  use: (client: CognitoIdentityProviderClient) => Promise<Result>,
): Promise<Result> => {
  // These calls are not signed, but the SDK wants to know with what it would.
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new CognitoIdentityProviderClient({ endpoint: cognitoUrl, region, credentials });
  try {
    return await use(client);
  } finally {
    client.destroy();
  }
};

/** Proves the password by SRP, as a browser does: it is never sent. */
const provePassword = async (
  client: CognitoIdentityProviderClient,
  { clientId, userPoolId }: PoolAddress,
  { username, password }: Credentials,
): Promise<RespondToAuthChallengeCommandOutput> => {
  const exchange = beginExchange();
  const { ChallengeParameters } = await client.send(
    new InitiateAuthCommand({
      ClientId: clientId,
      AuthFlow: 'USER_SRP_AUTH',
      AuthParameters: { USERNAME: username, SRP_A: exchange.clientPublic },
    }),
  );
  const asked = challengeSchema.parse(ChallengeParameters);
  const { timestamp, signature } = exchange.answer(password, {
    // For an alias the proof is made for the user it belongs to.
    identity: { poolName: userPoolId.slice(userPoolId.indexOf('_') + 1), username: asked.USER_ID_FOR_SRP },
    salt: asked.SALT,
    serverPublic: asked.SRP_B,
    secretBlock: asked.SECRET_BLOCK,
  });
  return client.send(
    new RespondToAuthChallengeCommand({
      ClientId: clientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: {
        USERNAME: asked.USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: asked.SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP: timestamp,
      },
    }),
  );
};

const toTokens = ({ AuthenticationResult, ChallengeName }: RespondToAuthChallengeCommandOutput): Tokens => {
  const result = tokensSchema.safeParse(AuthenticationResult);
  if (!result.success) throw new Error(`the user pool asks for ${ChallengeName} before it signs in`);
  const { AccessToken, IdToken, RefreshToken } = result.data;
  return { accessToken: AccessToken, idToken: IdToken, refreshToken: RefreshToken };
};

/** Signs in a user who has a password. Throws Cognito's refusals (`NotAuthorizedException`…) and on any challenge. */
export const signIn = (addresses: PoolAddress, credentials: Credentials): Promise<Tokens> =>
  withClient(addresses, async (client) => toTokens(await provePassword(client, addresses, credentials)));

/** The user and the temporary password out of an invitation's link, `/welcome#u={username}&p={password}`. */
const readInvitationLink = (link: string): Credentials => {
  const fragment = new URLSearchParams(new URL(link).hash.slice(1));
  return z
    .object({ username: z.string(), password: z.string() })
    .parse({ username: fragment.get('u'), password: fragment.get('p') });
};

/** The invitation's link in a mail's HTML. Throws when there is none. */
export const findInvitationLink = (html: string): string => {
  const [, link] = /href="([^"]*\/welcome#u=[^"]+)"/.exec(html) ?? [];
  if (link === undefined) throw new Error('the mail holds no invitation link');
  return link.replaceAll('&amp;', '&');
};

/** The first call of a user who has just signed in: it accepts the invitation. */
export const accept = async (
  { apiUrl }: Pick<CloudAddresses, 'apiUrl'>,
  { accessToken }: Tokens,
): Promise<void> => {
  const answer = await fetch(`${apiUrl}/v1/me/acceptance`, {
    method: 'POST',
    headers: { authorization: `Bearer ${accessToken}` },
  });
  if (!answer.ok) throw new Error(`the acceptance was refused: ${answer.status} ${await answer.text()}`);
};

/** An invitation as one has it: the link, or the HTML of the mail that holds it. */
export type Invitation = { readonly link: string } | { readonly mail: string };

/**
 * Does what an invited user does on the welcome page: signs in with the temporary password, chooses a password, and
 * makes the first call, which accepts the invitation. Gives the tokens of that sign-in.
 */
export const acceptInvitation = async (
  addresses: PoolAddress & Pick<CloudAddresses, 'apiUrl'>,
  { password, ...invitation }: Invitation & { readonly password: string },
): Promise<Tokens> => {
  const link = 'link' in invitation ? invitation.link : findInvitationLink(invitation.mail);
  const temporary = readInvitationLink(link);
  const tokens = await withClient(addresses, async (client) => {
    const answer = await provePassword(client, addresses, temporary);
    if (answer.ChallengeName !== 'NEW_PASSWORD_REQUIRED')
      throw new Error('the invitation has been used already');
    return toTokens(
      await client.send(
        new RespondToAuthChallengeCommand({
          ClientId: addresses.clientId,
          ChallengeName: 'NEW_PASSWORD_REQUIRED',
          ChallengeResponses: { USERNAME: temporary.username, NEW_PASSWORD: password },
          Session: answer.Session,
        }),
      ),
    );
  });
  await accept(addresses, tokens);
  return tokens;
};
